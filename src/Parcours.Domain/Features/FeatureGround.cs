using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Features;

/// <summary>What features take from a base as a whole. With it one customer's are computed without a look at any other.</summary>
/// <param name="GapDays">The median over customers of their own median gap, in days; <see cref="double.NaN"/> when nobody has one.</param>
/// <param name="First">The first fact of the base.</param>
public readonly record struct FeatureGround(double GapDays, Instant First)
{
    /// <summary>That of a base at a date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Facts after it do not count.</param>
    public static FeatureGround Of(HistoryBase histories, Instant cut) => new(RhythmCounts.At(histories, cut).Figures(0.5).Days, FactSpan.Of(histories).First);
}
