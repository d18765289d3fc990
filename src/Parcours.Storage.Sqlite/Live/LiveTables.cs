namespace Parcours.Storage.Sqlite.Live;

/// <summary>The tables of a workspace that messages come into one by one.</summary>
internal static class LiveTables
{
    /// <summary>What version 3 adds.</summary>
    internal static readonly string[] Version3 =
    [
        // When, why and by whom identities were said to be one person; null for imports.
        "ALTER TABLE joins ADD COLUMN at INTEGER",
        "ALTER TABLE joins ADD COLUMN reason TEXT",
        "ALTER TABLE joins ADD COLUMN trust INTEGER",
        // Message ids in the order they came: writing them in the order of the big table's key would touch a page each. They move there when there is time.
        """
        CREATE TABLE recent_messages (
          id INTEGER PRIMARY KEY,
          high INTEGER NOT NULL,
          low INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE live_quarantine (
          id INTEGER PRIMARY KEY,
          key INTEGER NOT NULL,
          received_at INTEGER NOT NULL,
          reason TEXT NOT NULL,
          detail TEXT NOT NULL,
          raw TEXT NOT NULL,
          replayed INTEGER NOT NULL DEFAULT 0
        )
        """,
        """
        CREATE TABLE accounting (
          key INTEGER NOT NULL,
          hour INTEGER NOT NULL,
          received INTEGER NOT NULL,
          stored INTEGER NOT NULL,
          duplicates INTEGER NOT NULL,
          quarantined INTEGER NOT NULL,
          PRIMARY KEY (key, hour)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE identity_reviews (
          id INTEGER PRIMARY KEY,
          identity INTEGER NOT NULL,
          other INTEGER NOT NULL,
          reason TEXT NOT NULL,
          at INTEGER NOT NULL,
          UNIQUE (identity, other)
        )
        """,
        """
        CREATE TABLE transitions (
          id INTEGER PRIMARY KEY,
          lifecycle TEXT NOT NULL,
          identity INTEGER NOT NULL,
          subject TEXT NOT NULL,
          from_stage TEXT,
          to_stage TEXT NOT NULL,
          at INTEGER NOT NULL,
          announced_at INTEGER NOT NULL,
          reason TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE announced (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          facts INTEGER NOT NULL,
          until INTEGER NOT NULL
        )
        """,
    ];
}
