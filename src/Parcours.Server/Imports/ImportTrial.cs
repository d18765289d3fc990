using Parcours.Engine.Import;

namespace Parcours.Server.Imports;

/// <summary>What is known of an upload before it is imported: how it reads, and what it would bring.</summary>
internal sealed record ImportTrial
{
    /// <summary>The share of the file read, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>Lines read so far.</summary>
    public long Lines { get; init; }

    /// <summary>The file as it is seen; null before that, or when there is nothing to see.</summary>
    public ImportPreview? Preview { get; init; }

    /// <summary>Why the file cannot be read, or cannot be imported as it is mapped; null when it can.</summary>
    public ImportRefusal? Refusal { get; init; }

    /// <summary>What importing it would do; null before the end.</summary>
    public ImportOutcome? Outcome { get; init; }

    /// <summary>Whether something went wrong in Parcours, not in the file.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Whether it will change no more.</summary>
    public bool HasEnded { get; init; }
}
