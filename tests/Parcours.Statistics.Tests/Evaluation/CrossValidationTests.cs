using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Evaluation;

public sealed class CrossValidationTests
{
    private const ulong Seed = 3;

    [Fact]
    public void Every_row_is_predicted_once_by_a_model_that_has_not_seen_it()
    {
        BinarySample sample = Sample(103);

        CrossValidation result = CrossValidation.Run(new Memory(), sample, 5, Seed).Model!;

        // The double says 1 of a row it has seen, 0.5 of others.
        Assert.All(result.Probabilities, probability => Assert.Equal(0.5, probability));
        Assert.Equal(5, result.Folds.Length);
        Assert.Equal(103, result.Folds.Sum(fold => fold.Rows));
        Assert.Equal(103, result.Pooled.Rows);
    }

    [Fact]
    public void Both_classes_are_dealt_evenly()
    {
        BinarySample sample = Sample(100);
        int positives = sample.Outcomes.Count(outcome => outcome);

        CrossValidation result = CrossValidation.Run(new Memory(), sample, 4, Seed).Model!;

        Assert.All(result.Folds, fold => Assert.InRange(fold.Positives, positives / 4, (positives / 4) + 1));
        Assert.All(result.Folds, fold => Assert.Equal(25, fold.Rows));
    }

    [Fact]
    public void Same_seed_gives_the_same_parts_and_another_one_others()
    {
        BinarySample sample = Sample(60);

        double[] once = CrossValidation.Run(new LogisticLearner(), sample, 3, Seed).Model!.Probabilities;
        double[] again = CrossValidation.Run(new LogisticLearner(), sample, 3, Seed).Model!.Probabilities;
        double[] other = CrossValidation.Run(new LogisticLearner(), sample, 3, Seed + 1).Model!.Probabilities;

        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void Too_few_rows_and_a_learner_that_refuses_are_said()
    {
        Assert.Equal(LearningRefusal.NoRows, CrossValidation.Run(new LogisticLearner(), Sample(0), 2, Seed).Refusal);
        Assert.Equal(LearningRefusal.TooFewRows, CrossValidation.Run(new LogisticLearner(), Sample(3), 5, Seed).Refusal);
        Assert.Equal(LearningRefusal.OneClass, CrossValidation.Run(new LogisticLearner(), new(Sample(20).Features, new bool[20]), 5, Seed).Refusal);
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossValidation.Run(new LogisticLearner(), Sample(20), 1, Seed));
    }

    [Fact]
    public void Rolling_origin_learns_from_the_last_window_that_has_closed()
    {
        EvaluationWindow[] windows = [.. Enumerable.Range(0, 5).Select(month => new EvaluationWindow(30 * month, 60, Sample(50 + month)))];

        var steps = RollingOrigin.Run(new LogisticLearner(), windows.Reverse());

        // A window closes 60 days after its date: the third is the first that can be tested.
        Assert.Equal([60.0, 90, 120], steps.Select(step => step.Tested.At));
        Assert.Equal([0.0, 30, 60], steps.Select(step => step.Learnt.At));
        Assert.All(steps, step => Assert.Equal(step.Tested.Sample.Outcomes.Length, step.Measures!.Rows));
    }

    [Fact]
    public void Rolling_origin_tells_a_refusal_and_goes_on()
    {
        BinarySample oneClass = new(Sample(20).Features, new bool[20]);

        var steps = RollingOrigin.Run(new LogisticLearner(), [new(0, 10, oneClass), new(10, 10, Sample(20)), new(20, 10, Sample(30))]);

        Assert.Equal([LearningRefusal.OneClass, null], steps.Select(step => step.Refusal));
        Assert.Null(steps[0].Measures);
        Assert.NotNull(steps[1].Measures);
    }

    [Fact]
    public void Pooled_measures_are_those_of_all_rows_together()
    {
        BinarySample sample = Sample(80);

        CrossValidation result = CrossValidation.Run(new LogisticLearner(), sample, 4, Seed).Model!;

        Assert.Equal(BinaryMeasures.Compute(result.Probabilities, sample.Outcomes), result.Pooled);
    }

    private static BinarySample Sample(int rows) => new(
        new(FeatureColumn.Number("x", Enumerable.Range(0, rows).Select(row => (float)row).ToArray())),
        [.. Enumerable.Range(0, rows).Select(row => row * 7 % 10 < 3)]);

    private sealed class Memory : IBinaryLearner
    {
        public string Name => "memory";

        public Learned<IBinaryModel> Learn(BinarySample sample) => Learned<IBinaryModel>.Of(new Model([.. sample.Features["x"].Values.ToArray()]));

        private sealed class Model(HashSet<float> seen) : IBinaryModel
        {
            public double[] Predict(FeatureTable rows) => [.. rows["x"].Values.ToArray().Select(x => seen.Contains(x) ? 1 : 0.5)];

            public Explanation Explain(FeatureTable rows, int row) => new(0, []);
        }
    }
}
