using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>A threshold of the lifecycle.</summary>
/// <param name="Name">Its name in the definition.</param>
/// <param name="Days">Its length.</param>
/// <param name="Low">The lower end of its 95 % interval; null when fixed.</param>
/// <param name="High">The upper end.</param>
/// <param name="Formula">How it comes from the rhythm of the base; null when fixed.</param>
/// <param name="CameBack">Share of those it declared inactive who ordered again within 180 days; null when unknown.</param>
internal sealed record RhythmThreshold(string Name, double Days, double? Low, double? High, LocalText? Formula, double? CameBack)
{
    /// <summary>What the rhythm gives for it at the date, where its length was adopted; null when nothing was adopted.</summary>
    public double? RhythmDays { get; init; }
}
