using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Answers;

/// <summary>Which customers somebody means: those of a segment, of a stage, of a group of the RFM map, or those that an expression of the language holds for.</summary>
public sealed record SegmentAsked
{
    /// <summary>The lifecycle of <see cref="Stage"/>; null for crm-segments.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>A stage.</summary>
    public string? Stage { get; init; }

    /// <summary>A group of the RFM map.</summary>
    public string? Rfm { get; init; }

    /// <summary>The map of <see cref="Rfm"/>; null for rfm-10.</summary>
    public string? Map { get; init; }

    /// <summary>A segment of the workspace.</summary>
    public string? Segment { get; init; }

    /// <summary>An expression.</summary>
    public string? Where { get; init; }

    /// <summary>Customers, or accounts.</summary>
    public SubjectType Type { get; init; }

    /// <summary>Those who changed stage between two instants; null for everybody.</summary>
    public StagePassage? Passage { get; init; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Segment is null && Stage is null && Rfm is null && Where is null && Passage is null;

    /// <summary>Who was in one stage at an instant and in another at a later one.</summary>
    /// <param name="From">The earlier instant.</param>
    /// <param name="To">The later instant.</param>
    /// <param name="FromStage">The stage at the first; null for any, empty for those who were not there yet.</param>
    /// <param name="ToStage">The stage at the second; null for any.</param>
    public sealed record StagePassage(Instant From, Instant To, string? FromStage, string? ToStage);
}
