namespace Parcours.Statistics.Measures;

/// <summary>What is said of a model of an outcome that happens or not, in one line. Rows count alike.</summary>
/// <param name="Rows">Rows measured, 1 or more.</param>
/// <param name="Positives">Rows with the outcome.</param>
/// <param name="Area">The area under the ROC curve; null when the rows are of one class.</param>
/// <param name="LogLoss">In nats a row (<see cref="ProbabilityScores.LogLoss"/>).</param>
/// <param name="Brier">0 to 1 (<see cref="ProbabilityScores.Brier"/>).</param>
/// <param name="CalibrationError">0 to 1 (<see cref="CalibrationCurve.Error"/>).</param>
/// <param name="TopDecileCapture">The share of outcomes in the tenth of rows with the highest probabilities; null when no row has the outcome.</param>
public sealed record BinaryMeasures(
    int Rows, int Positives, AreaUnderCurve? Area, double LogLoss, double Brier, double CalibrationError, double? TopDecileCapture)
{
    /// <summary>The measures of probabilities against outcomes.</summary>
    /// <param name="probabilities">One a row, 0 to 1.</param>
    /// <param name="outcomes">What happened.</param>
    /// <returns>Null when there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static BinaryMeasures? Compute(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes) =>
        CalibrationCurve.Compute(probabilities, outcomes) is { } curve
            ? new(
                outcomes.Length,
                outcomes.Count(true),
                AreaUnderCurve.Compute(probabilities, outcomes),
                ProbabilityScores.LogLoss(probabilities, outcomes)!.Value,
                ProbabilityScores.Brier(probabilities, outcomes)!.Value,
                curve.Error,
                LiftTable.Compute(probabilities, outcomes)?.TopDecileCapture)
            : null;
}
