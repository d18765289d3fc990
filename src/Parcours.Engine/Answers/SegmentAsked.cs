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

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Segment is null && Stage is null && Rfm is null && Where is null;
}
