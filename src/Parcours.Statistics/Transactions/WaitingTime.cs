namespace Parcours.Statistics.Transactions;

/// <summary>Times that a distribution function reaches a probability.</summary>
internal static class WaitingTime
{
    // ln of the shortest and the longest time looked at: beyond, 0 and plus infinity.
    private const double Shortest = -700;
    private const double Longest = 700;

    /// <summary>The time at which the increasing <paramref name="within"/> reaches <paramref name="probability"/>; plus infinity when it never does.</summary>
    public static double Quantile(Func<double, double> within, double probability)
    {
        if (within(Math.Exp(Longest)) < probability)
        {
            return double.PositiveInfinity;
        }

        (double low, double high) = (Shortest, Longest);
        for (int step = 0; step < 100 && high - low > 1e-14 * Math.Max(1, Math.Abs(low)); step++)
        {
            double middle = (low + high) / 2;
            (low, high) = within(Math.Exp(middle)) < probability ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }
}
