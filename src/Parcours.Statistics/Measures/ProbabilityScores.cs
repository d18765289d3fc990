namespace Parcours.Statistics.Measures;

/// <summary>How far probabilities are from what happened: two proper scores, the lower the better. Rows count alike.</summary>
public static class ProbabilityScores
{
    // A row said to be sure, and wrong, costs -ln of this: 34.5.
    private const double Least = 1e-15;

    /// <summary>
    /// Log-loss: minus the mean of y ln p + (1 - y) ln(1 - p), in nats, 0 or more; ln 2 = 0.693 for p = 1/2 everywhere. Probabilities are held between 1e-15 and
    /// 1 - 1e-15, so that one row costs 34.5 at most. Good, "Rational decisions", Journal of the Royal Statistical Society B 14 (1952).
    /// </summary>
    /// <param name="probabilities">p, one a row, 0 to 1.</param>
    /// <param name="outcomes">y: what happened. One class only is welcome.</param>
    /// <returns>Null when there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static double? LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Check(probabilities, outcomes);
        double sum = 0;
        for (int row = 0; row < outcomes.Length; row++)
        {
            double p = Math.Clamp(probabilities[row], Least, 1 - Least);
            sum -= outcomes[row] ? Math.Log(p) : Math.Log(1 - p);
        }

        return outcomes.IsEmpty ? null : sum / outcomes.Length;
    }

    /// <summary>
    /// Brier score: the mean of (p - y)², 0 to 1; 0.25 for p = 1/2 everywhere. Brier, "Verification of forecasts expressed in terms of probability", Monthly
    /// Weather Review 78 (1950), in the half of his form that is usual for two classes.
    /// </summary>
    /// <param name="probabilities">p, one a row, 0 to 1.</param>
    /// <param name="outcomes">y: what happened. One class only is welcome.</param>
    /// <returns>Null when there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a probability is outside 0 to 1.</exception>
    public static double? Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Check(probabilities, outcomes);
        double sum = 0;
        for (int row = 0; row < outcomes.Length; row++)
        {
            double miss = probabilities[row] - (outcomes[row] ? 1 : 0);
            sum += miss * miss;
        }

        return outcomes.IsEmpty ? null : sum / outcomes.Length;
    }

    private static void Check(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Require.SameLength(probabilities.Length, outcomes.Length);
        Require.Probabilities(probabilities);
    }
}
