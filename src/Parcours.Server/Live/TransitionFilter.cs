using Parcours.Domain.Segments;
using Parcours.Engine.Live;

namespace Parcours.Server.Live;

/// <summary>Which transitions are asked for; all when nothing is said.</summary>
/// <param name="Lifecycle">Those of a lifecycle.</param>
/// <param name="Segment">Those of a segment.</param>
/// <param name="Kind">"stage" or "segment".</param>
internal sealed record TransitionFilter(string? Lifecycle, string? Segment, string? Kind)
{
    internal bool Takes(TransitionRow row) =>
        (Lifecycle is null || row.Lifecycle == Lifecycle)
        && (Segment is null || row.Lifecycle == SegmentDefinition.Prefix + Segment)
        && (Kind is null || (TransitionAnswer.SegmentOf(row) is null ? "stage" : "segment") == Kind);
}
