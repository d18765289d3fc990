using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Boosting;

public sealed class BoostingValueLearnerTests
{
    private readonly MadeUpShop _learnt = new(3000, 7);
    private readonly MadeUpShop _tested = new(3000, 11);

    // scikit-learn 1.2, HistGradientBoostingRegressor(max_iter=30, learning_rate=0.1, max_leaf_nodes=31, min_samples_leaf=20, l2_regularization=1, early_stopping=False).
    [Fact]
    public void Trees_over_numbers_are_those_of_scikit_learn()
    {
        BoostedValueModel model = new BoostingValueLearner(new() { Trees = 30, ValidationShare = 0 }).Fit(_learnt.Numbers, _learnt.Scores).Model!;

        Assert.Equal(20.482392785038073, ValueMeasures.Compute(model.Predict(_tested.Numbers), _tested.Scores)!.RootMeanSquaredError, 1e-7);
    }

    [Fact]
    public void Contributions_add_up_to_the_amount()
    {
        BoostedValueModel model = new BoostingValueLearner().Fit(_learnt.All, _learnt.Scores).Model!;

        Assert.Equal(model.Predict(_tested.All)[17], model.Explain(_tested.All, 17).Score, 1e-9);
    }

    [Fact]
    public void Amounts_that_are_all_the_same_give_that_amount()
    {
        BoostedValueModel model = new BoostingValueLearner().Fit(_learnt.All, [.. Enumerable.Repeat(12.5, 3000)]).Model!;

        Assert.Equal(0, model.TreeCount);
        Assert.Equal(12.5, model.Predict(_tested.All)[0], 1e-12);
    }

    [Fact]
    public void Outlier_leaves_the_small_amounts_their_precision()
    {
        // One amount of a billion among thousands of 1 and 2.
        float[] x = [.. Enumerable.Range(0, 4000).Select(row => (float)(row % 3))];
        double[] amounts = [.. x.Select((value, row) => row == 0 ? 1e9 : value + 1)];
        var table = new FeatureTable(FeatureColumn.Number("x", x));

        double[] said = new BoostingValueLearner(new() { Trees = 300, ValidationShare = 0, L2 = 0, MinimumRowsPerLeaf = 1 }).Fit(table, amounts).Model!.Predict(table);

        Assert.Equal(2, said[1], 0.5);
        Assert.Equal(3, said[2], 0.5);
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused_and_an_amount_that_is_no_number_is_a_bug()
    {
        Assert.Equal(LearningRefusal.NoRows, new BoostingValueLearner().Fit(new(FeatureColumn.Number("x", Array.Empty<float>())), []).Refusal);
        Assert.Throws<ArgumentException>(() => new BoostingValueLearner().Fit(new(FeatureColumn.Number("x", new float[1])), [double.NaN]));
    }
}
