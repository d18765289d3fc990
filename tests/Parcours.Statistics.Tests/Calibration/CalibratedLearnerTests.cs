using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Calibration;

public sealed class CalibratedLearnerTests
{
    [Theory]
    [InlineData(CalibrationMethod.Isotonic)]
    [InlineData(CalibrationMethod.Platt)]
    public void Overconfident_learner_comes_true_once_calibrated(CalibrationMethod method)
    {
        BinarySample learnt = Sample(0);
        BinarySample tested = Sample(1);

        double raw = Error(new TooSure(), learnt, tested);
        double calibrated = Error(new CalibratedLearner(new TooSure(), method), learnt, tested);

        Assert.InRange(raw, 0.15, 0.5);
        Assert.InRange(calibrated, 0, 0.03);
    }

    [Fact]
    public void Last_closed_window_calibrates_a_model_already_learnt()
    {
        IBinaryModel model = new TooSure().Learn(Sample(0)).Model!;

        CalibratedModel calibrated = CalibratedModel.On(model, Sample(1), CalibrationMethod.Isotonic).Model!;

        Assert.InRange(BinaryMeasures.Compute(calibrated.Predict(Sample(2).Features), Sample(2).Outcomes)!.CalibrationError, 0, 0.03);
        Assert.Equal(model.Explain(Sample(2).Features, 0).Score, calibrated.Explain(Sample(2).Features, 0).Score);
    }

    [Fact]
    public void Refusal_of_the_learner_is_passed_on() =>
        Assert.Equal(
            LearningRefusal.OneClass,
            new CalibratedLearner(new LogisticLearner(), CalibrationMethod.Platt).Learn(new(new(FeatureColumn.Number("x", new float[20])), new bool[20])).Refusal);

    private static double Error(IBinaryLearner learner, BinarySample learnt, BinarySample tested) =>
        BinaryMeasures.Compute(learner.Learn(learnt).Model!.Predict(tested.Features), tested.Outcomes)!.CalibrationError;

    // x runs evenly over -1 to 1; the outcome has the probability 1 / (1 + exp(-x)), spread evenly too (multiples of the golden ratio).
    private static BinarySample Sample(int part)
    {
        const int Rows = 5000;
        float[] x = [.. Enumerable.Range(0, Rows).Select(row => (2f * row / Rows) - 1)];
        return new(
            new(FeatureColumn.Number("x", x)),
            [.. x.Select((value, row) => ((row + (part * Rows) + 1) * 0.618033988749895 % 1) < 1 / (1 + Math.Exp(-value)))]);
    }

    private sealed class TooSure : IBinaryLearner, IBinaryModel
    {
        public string Name => "too sure";

        public Learned<IBinaryModel> Learn(BinarySample sample) => Learned<IBinaryModel>.Of(this);

        public double[] Predict(FeatureTable rows) => [.. rows["x"].Values.ToArray().Select(x => 1 / (1 + Math.Exp(-6 * x)))];

        public Explanation Explain(FeatureTable rows, int row) => new(0, [new("x", 6 * rows["x"].Values.Span[row])]);
    }
}
