using Parcours.Domain.Time;

namespace Parcours.Domain.Rhythm;

/// <summary>A threshold made from the rhythm: a quantile of it, times a factor, between a floor and a ceiling.</summary>
/// <param name="Share">The quantile; one half is the median.</param>
/// <param name="Times">The factor.</param>
/// <param name="Floor">The least it can be; null for none.</param>
/// <param name="Ceiling">The most it can be; null for none.</param>
public sealed record RhythmThreshold(double Share, double Times, Period? Floor, Period? Ceiling)
{
    /// <summary>After how long a silence a customer counts as inactive: three times the median, from 30 days to 3 years.</summary>
    public static RhythmThreshold InactiveAfter { get; } = new(0.5, 3, Period.OfDays(30), new Period(36, 0, 0));

    /// <summary>The threshold for a rhythm.</summary>
    /// <param name="days">The quantile of the rhythm, in days; NaN when it is not known.</param>
    /// <returns>The floor or the ceiling as written when one applies; null when the rhythm is not known.</returns>
    public Period? For(double days)
    {
        if (double.IsNaN(days))
        {
            return null;
        }

        double raw = days * Times;
        return Floor is { } floor && raw < floor.ApproximateDays ? floor
            : Ceiling is { } ceiling && raw > ceiling.ApproximateDays ? ceiling
            : Period.OfDays(raw);
    }
}
