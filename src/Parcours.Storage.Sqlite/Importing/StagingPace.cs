namespace Parcours.Storage.Sqlite.Importing;

/// <summary>How often staged facts are made durable.</summary>
/// <param name="FactsPerCommit">After so many facts.</param>
/// <param name="LongestCommit">And after so long.</param>
internal sealed record StagingPace(int FactsPerCommit, TimeSpan LongestCommit)
{
    /// <summary>Some hundred megabytes a commit at full speed; two seconds of work are lost at worst.</summary>
    internal static readonly StagingPace Default = new(1_000_000, TimeSpan.FromSeconds(2));
}
