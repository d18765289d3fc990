using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// The count of a Poisson process whose rate is Gamma(shape, rate), over a time t: negative binomial with <c>odds</c> z = t / rate
/// (Ehrenberg 1959). P(N = n) = Γ(shape + n) / (Γ(shape) n!) (1 + z)^-shape (z / (1 + z))^n.
/// </summary>
internal static class NegativeBinomial
{
    /// <summary>Where a distribution is cut at the latest.</summary>
    public const int MostCounts = 10_000;

    /// <summary>The probability that may be left beyond the end of a distribution.</summary>
    public const double LeftOver = 1e-9;

    /// <summary>ln P(N = n).</summary>
    public static double LogProbability(double shape, double odds, int n) => n == 0
        ? -shape * LogSpace.Log1P(odds)
        : odds == 0 ? double.NegativeInfinity
        : GammaFunctions.LogRising(shape, n) - GammaFunctions.LogGamma(n + 1.0) - (shape * LogSpace.Log1P(odds)) - (n * LogSpace.Log1P(1 / odds));

    /// <summary>P(N = n) for n = 0, 1... over the whole of <paramref name="into"/>, from the most likely count outwards so that nothing underflows before its time.</summary>
    public static void Fill(double shape, double odds, Span<double> into)
    {
        double chance = odds / (1 + odds);
        int peak = (int)Math.Clamp((shape - 1) * odds, 0, into.Length - 1);
        into[peak] = Math.Exp(LogProbability(shape, odds, peak));
        for (int n = peak; n > 0; n--)
        {
            into[n - 1] = chance == 0 ? 0 : into[n] * n / ((shape + n - 1) * chance);
        }

        for (int n = peak + 1; n < into.Length; n++)
        {
            into[n] = into[n - 1] * chance * (shape + n - 1) / n;
        }
    }

    /// <summary>How many counts, from 0, hold all but about <paramref name="leftOver"/> of the probability; <paramref name="most"/> + 1 at most.</summary>
    public static int Span(double shape, double odds, double leftOver, int most)
    {
        double mean = shape * odds;
        double chance = odds / (1 + odds);
        if (mean > most)
        {
            return most + 1;
        }

        int n = (int)mean;
        double probability = Math.Exp(LogProbability(shape, odds, n));
        for (; n < most; n++)
        {
            // Beyond the mean the ratio of neighbours tends to the chance from one side: the larger of the two bounds what is left.
            double next = chance * (shape + n) / (n + 1);
            double ratio = Math.Max(chance, next);
            probability *= next;
            if (ratio < 1 && probability <= leftOver * (1 - ratio))
            {
                break;
            }
        }

        return n + 1;
    }

    /// <summary>A distribution without the tail that holds less than <see cref="LeftOver"/> in all.</summary>
    public static double[] Trimmed(double[] distribution)
    {
        double left = 0;
        int length = distribution.Length;
        while (length > 1 && left + distribution[length - 1] < 0.5 * LeftOver)
        {
            left += distribution[--length];
        }

        return distribution[..length];
    }
}
