using System.Collections.Immutable;

namespace Parcours.Statistics.Measures;

/// <summary>
/// Whether probabilities mean what they say: rows in ten bins of equal size by probability, and for each what was said against what happened.
/// Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015 (their ECE, here on bins of equal frequency).
/// </summary>
/// <remarks>
/// Equal probabilities may fall into two bins: each row of a tie then counts the mean outcome of its tie, so that the curve does not depend on the order of rows.
/// A constant probability gives ten equal bins. Rows count alike.
/// </remarks>
/// <param name="Bins">From the lowest probabilities; ten, or one a row when there are fewer than ten rows.</param>
/// <param name="Error">The expected calibration error: sum over bins of (rows / all rows) |mean probability - observed share|, 0 to 1.</param>
public sealed record CalibrationCurve(ImmutableArray<CalibrationBin> Bins, double Error)
{
    private const int BinCount = 10;

    /// <summary>The curve of probabilities against outcomes. One class only is welcome.</summary>
    /// <param name="probabilities">One a row, 0 to 1.</param>
    /// <param name="outcomes">What happened.</param>
    /// <returns>Null when there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static CalibrationCurve? Compute(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Require.Probabilities(probabilities);
        var sorted = new SortedScores(probabilities, Require.AsNumbers(outcomes));
        if (sorted.Count == 0)
        {
            return null;
        }

        ImmutableArray<CalibrationBin> bins =
        [
            .. sorted.Bins(BinCount).Where(bin => bin.Rows > 0).Select(bin => new CalibrationBin(bin.Rows, bin.Scores / bin.Rows, bin.Outcomes / bin.Rows)),
        ];
        return new(bins, bins.Sum(bin => bin.Rows * Math.Abs(bin.MeanProbability - bin.ObservedShare)) / sorted.Count);
    }
}
