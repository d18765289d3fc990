namespace Parcours.Storage.Sqlite.Backups;

/// <summary>The table of backups that were made and are not known to be deleted.</summary>
internal static class BackupTables
{
    /// <summary>What version 7 adds.</summary>
    internal static readonly string[] Version7 =
    [
        """
        CREATE TABLE backups (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          path TEXT NOT NULL,
          made INTEGER NOT NULL,
          bytes INTEGER NOT NULL,
          expires INTEGER NOT NULL,
          UNIQUE (path, made)
        )
        """,
    ];
}
