using System.Text.Json.Nodes;

namespace Parcours.Server.Imports;

/// <summary>Where an import stands.</summary>
/// <param name="Status">queued, running, done, refused or failed.</param>
/// <param name="Progress">The share of the work that is done, 0 to 1: the first half reads the file to see whether it can be imported, the second imports it.</param>
/// <param name="Lines">Lines read so far.</param>
/// <param name="Result">The account, once it is done, as the verb tells it to machines.</param>
/// <param name="Code">Why it was refused, as a stable word; null when it was not.</param>
/// <param name="Detail">Why it was refused, in a sentence.</param>
/// <param name="Quarantine">The file of lines put aside, in the import's folder; null when there is none.</param>
/// <param name="Facts">Facts that are in the base already: they come into it in parts, while the file is read.</param>
internal sealed record ImportState(string Status, double Progress, long Lines, JsonNode? Result, string? Code, string? Detail, string? Quarantine, long Facts = 0)
{
    internal const string Queued = "queued";
    internal const string Running = "running";
    internal const string Done = "done";
    internal const string Refused = "refused";
    internal const string Failed = "failed";

    internal const string WorkspaceRefused = "workspace_refused";

    internal static ImportState AtFirst { get; } = new(Queued, 0, 0, null, null, null, null);

    /// <summary>Whether it will change no more.</summary>
    internal bool HasEnded => Status is Done or Refused or Failed;

    /// <summary>Whether the workspace could not write (a full disk): the next start tries again, so its file is kept.</summary>
    internal bool IsWorthAnotherTry => Code == WorkspaceRefused;
}
