namespace Parcours.Statistics.Peaks;

/// <summary>One rate against another.</summary>
/// <param name="Value">How many times the other rate; null when one of them has no event or no exposure.</param>
/// <param name="Interval">Its 95 % interval; null with it.</param>
/// <param name="Probability">The chance of a ratio as far from 1 if both rates are equal; 1 when there is none.</param>
public readonly record struct RateRatio(double? Value, ConfidenceInterval? Interval, double Probability)
{
    /// <summary>How many events each rate needs.</summary>
    public const int FewestEvents = 10;

    /// <summary>
    /// Compares two counts: the logarithm of the ratio is near normal with variance φ (1 / a + 1 / b) (Breslow and Day, "Statistical Methods in Cancer Research" II, 1987, §2.3; φ as in
    /// quasi-likelihood, McCullagh and Nelder 1989, §6.2).
    /// </summary>
    /// <param name="events">Events in the period.</param>
    /// <param name="expected">Events that the usual rate foresees in it; above 0.</param>
    /// <param name="usual">How many events the usual rate rests on.</param>
    /// <param name="dispersion">φ: how much more the counts scatter than chance makes them; 1 or more.</param>
    public static RateRatio Of(long events, double expected, double usual, double dispersion = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dispersion, 1);
        if (events < FewestEvents || usual < FewestEvents || !(expected > 0))
        {
            return new(null, null, 1);
        }

        double log = Math.Log(events / expected);
        double error = Math.Sqrt(dispersion * ((1.0 / events) + (1 / usual)));
        const double z = ConfidenceInterval.StandardErrors;
        return new(events / expected, new(Math.Exp(log - (z * error)), Math.Exp(log + (z * error))), Numerics.GammaDistribution.Upper(0.5, log * log / (error * error) / 2));
    }
}
