namespace Parcours.Domain.Rhythm;

/// <summary>95 % intervals of a share and of a quantile.</summary>
public static class Intervals
{
    private const double Z = 1.959963984540054;
    private const double Tail = 0.025;
    private const int ExactUpTo = 1000;

    /// <summary>Wilson's interval of a share: <c>(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)</c>.</summary>
    public static (double Low, double High) Wilson(long hits, long count)
    {
        if (count == 0)
        {
            return (0, 1);
        }

        double share = (double)hits / count;
        double over = Z * Z / count;
        double middle = share + (over / 2);
        double half = Z * Math.Sqrt((share * (1 - share) / count) + (over / (4 * count)));
        return (Math.Max(0, (middle - half) / (1 + over)), Math.Min(1, (middle + half) / (1 + over)));
    }

    /// <summary>
    /// The ranks, from 0, of the two order statistics between which a quantile lies with at least 95 % chance: how many of n values
    /// lie below it is binomial (n, share). Exact up to 1,000 values, by the normal approximation beyond. Null when n is too small.
    /// </summary>
    public static (long Low, long High)? Ranks(long count, double share)
    {
        if (count > ExactUpTo)
        {
            double half = Z * Math.Sqrt(count * share * (1 - share));
            long low = (long)Math.Floor((count * share) - half) - 1;
            long high = (long)Math.Ceiling((count * share) + half);
            return low >= 0 && high < count ? (low, high) : null;
        }

        long? below = null;
        double sum = 0;
        for (int i = 0; i <= count; i++)
        {
            // sum = P(fewer than i values lie below the quantile)
            if (sum <= Tail && i > 0)
            {
                below = i - 1;
            }

            if (sum >= 1 - Tail)
            {
                return below is { } low ? (low, i - 1) : null;
            }

            sum += Math.Exp(LogBinomial((int)count, i, share));
        }

        return null;
    }

    private static double LogBinomial(int count, int hits, double share)
    {
        double log = (hits == 0 ? 0 : hits * Math.Log(share)) + (hits == count ? 0 : (count - hits) * Math.Log(1 - share));
        for (int i = 1; i <= hits; i++)
        {
            log += Math.Log((double)(count - hits + i) / i);
        }

        return log;
    }
}
