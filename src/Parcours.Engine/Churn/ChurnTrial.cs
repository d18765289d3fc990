using Parcours.Domain.Time;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Churn;

/// <summary>One learner on one pair of windows: learnt at a date, tested on what came after a later one.</summary>
/// <param name="Learner">Its id.</param>
/// <param name="LearntAt">t0 of the window learnt from.</param>
/// <param name="TestedAt">t0 of the window tested on.</param>
/// <param name="Measures">What came of it; null when the learner refused.</param>
/// <param name="Calibration">What was said against what happened, in ten bins; null when refused.</param>
/// <param name="Lift">What each tenth of the customers held; null when refused or nobody left.</param>
/// <param name="Refusal">Why the learner refused; null when it did not.</param>
public sealed record ChurnTrial(
    string Learner, Instant LearntAt, Instant TestedAt, BinaryMeasures? Measures, CalibrationCurve? Calibration, LiftTable? Lift, LearningRefusal? Refusal)
{
    /// <summary>The share that was foretold to leave, 0 to 1; null when refused.</summary>
    public double? Foretold => Calibration?.Bins.Sum(bin => bin.Rows * bin.MeanProbability) / Calibration?.Bins.Sum(bin => bin.Rows);

    /// <summary>The share that left, 0 to 1; null when refused.</summary>
    public double? Happened => Measures is null ? null : (double)Measures.Positives / Measures.Rows;

    /// <summary>Learns from one window and tests on another.</summary>
    internal static ChurnTrial Run(string id, ChurnDefinition definition, ChurnWindow learnt, ChurnWindow tested)
    {
        Learned<IBinaryModel> learned = ChurnLearners.Named(id, definition).Learn(learnt.Sample(ChurnLearners.MostRows));
        if (learned.Model is not { } model)
        {
            return new ChurnTrial(id, learnt.At, tested.At, null, null, null, learned.Refusal);
        }

        double[] said = model.Predict(tested.Features);
        return new ChurnTrial(
            id, learnt.At, tested.At, BinaryMeasures.Compute(said, tested.Left), CalibrationCurve.Compute(said, tested.Left), LiftTable.Compute(said, tested.Left), null);
    }
}
