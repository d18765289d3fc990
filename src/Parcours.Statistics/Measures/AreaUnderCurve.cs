namespace Parcours.Statistics.Measures;

/// <summary>
/// The area under the ROC curve: the chance that a row with the outcome has a higher score than a row without it, a tie counting half. 0.5 is no better than
/// chance, 1 is a perfect order. Exact, over all pairs. Rows count alike.
/// </summary>
/// <remarks>
/// A = (1 / mn) sum over pairs of [X > Y] + [X = Y] / 2, which is the Mann-Whitney statistic (Hanley and McNeil, "The meaning and use of the area under a receiver
/// operating characteristic (ROC) curve", Radiology 143, 1982). Variance: S10 / m + S01 / n, the sample variances of the structural components (DeLong, DeLong
/// and Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic curves", Biometrics 44, 1988, equations 3 to 5), in the
/// time of one sort (Sun and Xu, IEEE Signal Processing Letters 21, 2014).
/// </remarks>
/// <param name="Value">A, 0 to 1.</param>
/// <param name="StandardError">DeLong's; null with fewer than two rows of a class, or when the sample shows no variance at all (as with a perfect order).</param>
/// <param name="Positives">m: rows with the outcome, 1 or more.</param>
/// <param name="Negatives">n: rows without it, 1 or more.</param>
public sealed record AreaUnderCurve(double Value, double? StandardError, int Positives, int Negatives)
{
    /// <summary>A ± 1.96 standard errors, cut to 0 to 1; null without a standard error.</summary>
    public ConfidenceInterval? Interval => StandardError is { } error
        ? new(Math.Max(0, Value - (ConfidenceInterval.StandardErrors * error)), Math.Min(1, Value + (ConfidenceInterval.StandardErrors * error)))
        : null;

    /// <summary>The area for scores, any finite numbers, against outcomes. Constant scores give 0.5.</summary>
    /// <param name="scores">One a row; a higher score should mean the outcome is likelier.</param>
    /// <param name="outcomes">What happened.</param>
    /// <returns>Null when the rows are of one class only, or there are none: no pair to compare.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score is not finite.</exception>
    public static AreaUnderCurve? Compute(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        var sorted = new SortedScores(scores, Require.AsNumbers(outcomes));
        int positives = outcomes.Count(true);
        int negatives = outcomes.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            return null;
        }

        // Twice the wins of a positive over the negatives, and of a negative's losers: whole numbers, so that nothing is rounded before the end.
        double wins = 0;
        double squaredWins = 0;
        double squaredLosses = 0;
        long negativesBelow = 0;
        long positivesAbove = positives;
        for (int first = 0; first < sorted.Count;)
        {
            int end = sorted.EndOfTie(first);
            long tiedPositives = (long)sorted.OutcomesOf(first, end);
            long tiedNegatives = end - first - tiedPositives;
            positivesAbove -= tiedPositives;
            double won = (2 * negativesBelow) + tiedNegatives;
            double lost = (2 * positivesAbove) + tiedPositives;
            wins += tiedPositives * won;
            squaredWins += tiedPositives * Square((won / (2.0 * negatives)) - 0.5);
            squaredLosses += tiedNegatives * Square((lost / (2.0 * positives)) - 0.5);
            negativesBelow += tiedNegatives;
            first = end;
        }

        double area = wins / (2.0 * positives * negatives);
        double? error = positives < 2 || negatives < 2
            ? null
            : Math.Sqrt((Spread(squaredWins, positives, area) / positives) + (Spread(squaredLosses, negatives, area) / negatives));
        return new(area, error > 0 ? error : null, positives, negatives);
    }

    // The sample variance of n components with mean A, from their squared distances to 1/2.
    private static double Spread(double squared, int count, double area) => Math.Max(0, squared - (count * Square(area - 0.5))) / (count - 1);

    private static double Square(double value) => value * value;
}
