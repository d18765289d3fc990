using Parcours.Statistics.Boosting;
using Parcours.Statistics.Calibration;
using Parcours.Statistics.Evaluation;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Readme;

public sealed class LearnerExamples
{
    private const int Customers = 2_000;
    private readonly float[] _daysSinceLastOrder = [.. Enumerable.Range(0, Customers).Select(row => row % 5 == 0 ? float.NaN : row * 37 % 400)];
    private readonly float[] _countries = [.. Enumerable.Range(0, Customers).Select(row => (float)(row % 3))];
    private readonly bool[] _churned = [.. Enumerable.Range(0, Customers).Select(row => (row * 37 % 400) + (row * 101 % 200) > 300)];

    [Fact]
    public void A_score_with_its_reasons()
    {
        float[] daysSinceLastOrder = _daysSinceLastOrder;
        float[] countries = _countries;
        bool[] churned = _churned;
        var table = new FeatureTable(FeatureColumn.Number("silence", daysSinceLastOrder), FeatureColumn.Category("country", countries));
        var learner = new BoostingLearner(new() { Leaves = 8, LearningRate = 0.05 }, start: new LogisticLearner());
        Learned<IBinaryModel> learned = learner.Learn(new BinarySample(table, churned));
        double[] probabilities = learned.Model!.Predict(table);
        string because = learned.Model.Explain(table, row: 7).Main(1)[0].Feature;

        Assert.Equal("silence", because);
        Assert.InRange(AreaUnderCurve.Compute(probabilities, churned)!.Value, 0.8, 1);
    }

    [Fact]
    public void How_good_it_is()
    {
        bool[] churned = _churned;
        var table = new FeatureTable(FeatureColumn.Number("silence", _daysSinceLastOrder), FeatureColumn.Category("country", _countries));
        var sample = new BinarySample(table, churned);
        var learner = new CalibratedLearner(new LogisticLearner(), CalibrationMethod.Isotonic);
        BinaryMeasures measures = CrossValidation.Run(learner, sample, folds: 5, seed: 1).Model!.Pooled;
        string quality = $"area {measures.Area!.Value:F3} {measures.Area.Interval}, calibration error {measures.CalibrationError:F3}";
        LearningRefusal? refusal = learner.Learn(new BinarySample(table, new bool[table.RowCount])).Refusal;  // OneClass: nobody left

        Assert.StartsWith("area 0.", quality);
        Assert.Equal(LearningRefusal.OneClass, refusal);
    }
}
