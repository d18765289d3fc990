using System.Collections.Immutable;

namespace Parcours.Statistics.Uplift;

/// <summary>
/// Draws noisy estimates of like things towards their mean: empirical Bayes with unequal variances, and intervals that allow for the mean and the spread being estimated too (Morris, "Parametric
/// empirical Bayes inference: theory and applications", JASA 78, 1983, section 5).
/// </summary>
public static class BandShrinkage
{
    private const int FewestToShrink = 4;
    private const int MostRounds = 1_000;

    /// <summary>The shrunk estimates, in the order given. With fewer than four, where the spread cannot be told from chance, all take the precision-weighted mean and its interval.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="variances">Their sampling variances, more than 0.</param>
    public static ImmutableArray<Effect> Shrink(ReadOnlySpan<double> estimates, ReadOnlySpan<double> variances)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(variances.Length, estimates.Length);
        int count = estimates.Length;
        double spread = count < FewestToShrink ? 0 : Spread(estimates, variances);
        double mean = Mean(estimates, variances, spread, out double precision);
        double meanVariance = 0;
        foreach (double variance in variances)
        {
            meanVariance += variance / (variance + spread) / precision;
        }

        var shrunk = ImmutableArray.CreateBuilder<Effect>(count);
        for (int i = 0; i < count; i++)
        {
            if (count < FewestToShrink)
            {
                shrunk.Add(Around(mean, 1 / precision));
                continue;
            }

            double off = estimates[i] - mean;
            double pull = (count - 3.0) / (count - 1) * variances[i] / (variances[i] + spread);
            double share = count / precision / (variances[i] + spread); // k times the weight of this one in the mean
            double variance = (variances[i] * (1 - ((count - share) / count * pull)))
                + (2.0 / (count - 3) * pull * pull * (meanVariance + spread) / (variances[i] + spread) * off * off);
            shrunk.Add(Around(mean + ((1 - pull) * off), variance));
        }

        return shrunk.MoveToImmutable();
    }

    /// <summary>The variance of the true values between them, 0 or more, by Morris's iteration.</summary>
    private static double Spread(ReadOnlySpan<double> estimates, ReadOnlySpan<double> variances)
    {
        int count = estimates.Length;
        double spread = 0;
        foreach (double variance in variances)
        {
            spread += variance / count;
        }

        for (int round = 0; round < MostRounds; round++)
        {
            double mean = Mean(estimates, variances, spread, out double precision);
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += ((count / (count - 1.0) * (estimates[i] - mean) * (estimates[i] - mean)) - variances[i]) / (variances[i] + spread);
            }

            double next = Math.Max(0, sum / precision);
            if (Math.Abs(next - spread) <= 1e-12 * (next + spread))
            {
                return next;
            }

            spread = next;
        }

        return spread;
    }

    private static double Mean(ReadOnlySpan<double> estimates, ReadOnlySpan<double> variances, double spread, out double precision)
    {
        precision = 0;
        double sum = 0;
        for (int i = 0; i < estimates.Length; i++)
        {
            precision += 1 / (variances[i] + spread);
            sum += estimates[i] / (variances[i] + spread);
        }

        return sum / precision;
    }

    private static Effect Around(double estimate, double variance)
    {
        double half = ConfidenceInterval.StandardErrors * Math.Sqrt(variance);
        return new Effect(estimate, new(estimate - half, estimate + half));
    }
}
