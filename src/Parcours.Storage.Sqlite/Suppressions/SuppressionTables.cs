namespace Parcours.Storage.Sqlite.Suppressions;

/// <summary>The table of addresses that are never written to: hashes under the workspace's secret, no address.</summary>
internal static class SuppressionTables
{
    /// <summary>What version 6 adds.</summary>
    internal static readonly string[] Version6 =
    [
        """
        CREATE TABLE suppressions (
          hash TEXT NOT NULL PRIMARY KEY,
          kind INTEGER NOT NULL,
          reason TEXT NOT NULL,
          at INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
    ];
}
