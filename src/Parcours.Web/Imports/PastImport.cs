using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Web.Imports;

/// <summary>An import as pages show it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="File">The file's name.</param>
/// <param name="At">When it was dropped.</param>
/// <param name="Status">queued, running, done, refused or failed.</param>
public sealed record PastImport(int Id, string File, Instant At, string Status)
{
    /// <summary>The share of the file read, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>Lines read so far.</summary>
    public long Lines { get; init; }

    /// <summary>How long it should take still; null when nobody knows yet.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>The account once it is done; null before, and when it was refused.</summary>
    public ImportAccount? Account { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public LocalText? Fault { get; init; }

    /// <summary>Whether lines put aside can be downloaded.</summary>
    public bool HasLines { get; init; }

    /// <summary>Whether it will change no more.</summary>
    public bool HasEnded => Status is "done" or "refused" or "failed";
}
