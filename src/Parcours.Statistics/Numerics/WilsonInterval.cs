namespace Parcours.Statistics.Numerics;

/// <summary>Wilson's interval of a share ("Probable inference, the law of succession, and statistical inference", JASA 22, 1927).</summary>
internal static class WilsonInterval
{
    /// <summary>The interval.</summary>
    /// <param name="hits">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">More than 0; it need not be whole.</param>
    public static ConfidenceInterval Of(double hits, double trials)
    {
        const double z = ConfidenceInterval.StandardErrors;
        double share = hits / trials;
        double middle = (share + (z * z / (2 * trials))) / (1 + (z * z / trials));
        double half = z / (1 + (z * z / trials)) * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4 * trials * trials)));
        return new(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
