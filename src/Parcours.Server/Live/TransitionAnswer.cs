using Parcours.Domain.Segments;
using Parcours.Engine.Live;

namespace Parcours.Server.Live;

/// <summary>A transition as the API shows it.</summary>
/// <param name="Id">Its number: ascending, without repeats; what a follower sends back to go on after it.</param>
/// <param name="Kind"><c>stage</c>, or <c>segment</c> for who came into a segment or left it.</param>
/// <param name="Lifecycle">The definition's id; null for a segment.</param>
/// <param name="Segment">The segment's name; null for a stage.</param>
/// <param name="Customer">The key the subject is shown by; an account's for lifecycles of accounts.</param>
/// <param name="From">The stage left; null for the first one. Of a segment <c>in</c> or <c>out</c>.</param>
/// <param name="To">The stage entered. Of a segment <c>in</c> or <c>out</c>.</param>
/// <param name="At">When it was entered.</param>
/// <param name="AnnouncedAt">When it was announced.</param>
/// <param name="Reason">The rule that held.</param>
internal sealed record TransitionAnswer(
    long Id, string Kind, string? Lifecycle, string? Segment, string Customer, string? From, string To, string At, string AnnouncedAt, string Reason)
{
    /// <summary>The segment that a row is of; null for a stage.</summary>
    internal static string? SegmentOf(TransitionRow row) =>
        row.Lifecycle.StartsWith(SegmentDefinition.Prefix, StringComparison.Ordinal) ? row.Lifecycle[SegmentDefinition.Prefix.Length..] : null;

    internal static TransitionAnswer Of(TransitionRow row) => SegmentOf(row) is { } segment
        ? new(row.Id, "segment", null, segment, row.Subject, row.From, row.To, row.At.ToString(), row.AnnouncedAt.ToString(), row.Reason)
        : new(row.Id, "stage", row.Lifecycle, null, row.Subject, row.From, row.To, row.At.ToString(), row.AnnouncedAt.ToString(), row.Reason);
}
