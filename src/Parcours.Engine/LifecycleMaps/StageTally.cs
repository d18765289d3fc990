using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>A stage of the map with its count.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">How many stand in it, and how many did at the earlier date.</param>
/// <param name="Now">Where the count leads; null for nowhere.</param>
/// <param name="Then">Where the earlier count leads; null for nowhere.</param>
public sealed record StageTally(ReportStage Stage, Twin Count, string? Now, string? Then);
