using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>How far the rhythm of the base has moved from a threshold that was adopted.</summary>
/// <param name="AdoptedDays">The value adopted, in days; above 0.</param>
/// <param name="RhythmDays">What the rhythm gives for it at the date, in days.</param>
public readonly record struct ThresholdDrift(double AdoptedDays, double RhythmDays)
{
    /// <summary>The change as a share of what was adopted: 0.1 when the rhythm now gives a tenth more.</summary>
    public double Share => (RhythmDays / AdoptedDays) - 1;

    /// <summary>The drift of a threshold at a date; null when nothing was adopted.</summary>
    public static ThresholdDrift? Of(Threshold threshold, Instant at) =>
        threshold.FromRhythm is { } rhythm ? new(threshold.At(at).ApproximateDays, rhythm.At(at).ApproximateDays) : null;
}
