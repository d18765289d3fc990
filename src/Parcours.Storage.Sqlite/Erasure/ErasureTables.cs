namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>The table of keys that nobody may bring back.</summary>
internal static class ErasureTables
{
    /// <summary>What version 4 adds.</summary>
    internal static readonly string[] Version4 =
    [
        // A hash under a secret of the workspace: the key cannot be read from it.
        """
        CREATE TABLE erased_keys (
          hash TEXT NOT NULL PRIMARY KEY,
          at INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
    ];
}
