using Parcours.Storage.Sqlite.Access;
using Parcours.Storage.Sqlite.Backups;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Live;
using Parcours.Storage.Sqlite.Suppressions;
using Parcours.Storage.Sqlite.Webhooks;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>
/// The shape of the file. Nearly everything an import brings is appended to tables numbered without a gap, so what readers may see is the
/// beginning of each table, up to the marks of the last sealed import; what lies beyond belongs to an import not sealed yet.
/// </summary>
internal static class Schema
{
    /// <summary>The version this code writes, kept in user_version.</summary>
    internal const int Version = 7;

    /// <summary>"PARC": says the file is ours.</summary>
    internal const int ApplicationId = 0x50415243;

    internal const string Begin = "BEGIN IMMEDIATE";
    internal const string BeginRead = "BEGIN";
    internal const string Commit = "COMMIT";
    internal const string RollBack = "ROLLBACK";
    internal const string PageSize = "PRAGMA page_size = 8192";
    internal const string WriteAhead = "PRAGMA journal_mode = WAL";
    internal const string FullSync = "PRAGMA synchronous = FULL";
    internal const string LargeCache = "PRAGMA cache_size = -262144";
    internal const string MapForReading = "PRAGMA mmap_size = 2147418112";
    internal const string CheckpointEvery128MB = "PRAGMA wal_autocheckpoint = 16384";
    internal const string DoNotWait = "PRAGMA busy_timeout = 0";
    internal const string Checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    internal const string ReadVersion = "PRAGMA user_version";
    internal const string ReadApplicationId = "PRAGMA application_id";
    internal const string CountTables = "SELECT count(*) FROM sqlite_schema";

    /// <summary>What brings a file of each version to the next, the first entry an empty file to version 1. Each capability keeps its own tables.</summary>
    internal static IReadOnlyList<string[]> Steps =>
    [
        Version1,
        [.. AccessTables.Version2, "PRAGMA user_version = 2"],
        [.. LiveTables.Version3, "PRAGMA user_version = 3"],
        [.. ErasureTables.Version4, "PRAGMA user_version = 4"],
        [.. WebhookTables.Version5, "PRAGMA user_version = 5"],
        [.. SuppressionTables.Version6, "PRAGMA user_version = 6"],
        [.. BackupTables.Version7, .. AccessTables.Version7, "PRAGMA user_version = 7"],
    ];

    /// <summary>What brings an empty file to version 1.</summary>
    internal static readonly string[] Version1 =
    [
        "PRAGMA application_id = 1346458179",
        """
        CREATE TABLE settings (
          name TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE documents (
          name TEXT NOT NULL PRIMARY KEY,
          text TEXT NOT NULL
        )
        """,
        // The marks: the last number each table held when the import was last made durable.
        """
        CREATE TABLE imports (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          sealed INTEGER NOT NULL,
          facts INTEGER NOT NULL,
          identities INTEGER NOT NULL,
          terms INTEGER NOT NULL,
          kinds INTEGER NOT NULL,
          joins INTEGER NOT NULL,
          quarantined INTEGER NOT NULL,
          lines_read INTEGER, lines_stored INTEGER, lines_duplicate INTEGER, lines_quarantined INTEGER,
          customers INTEGER, orders INTEGER, refunds INTEGER
        )
        """,
        // An identity's own subject has the identity's number; joins say which subjects are one.
        """
        CREATE TABLE identities (
          id INTEGER PRIMARY KEY,
          kind INTEGER NOT NULL,
          key TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE joins (
          id INTEGER PRIMARY KEY,
          identity INTEGER NOT NULL,
          other INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE terms (
          id INTEGER PRIMARY KEY,
          text TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE kinds (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE products (
          product INTEGER PRIMARY KEY,
          category INTEGER NOT NULL,
          detail TEXT
        )
        """,
        // "until", "actor" and "quantity" are all null for most facts; hash orders facts of one instant and kind.
        """
        CREATE TABLE facts (
          id INTEGER PRIMARY KEY,
          identity INTEGER NOT NULL,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          value INTEGER NOT NULL,
          item INTEGER NOT NULL,
          currency INTEGER NOT NULL,
          channel_flags INTEGER NOT NULL,
          link INTEGER NOT NULL,
          hash INTEGER NOT NULL,
          quantity INTEGER,
          until INTEGER,
          actor INTEGER,
          link_key TEXT,
          payload TEXT
        )
        """,
        """
        CREATE TABLE message_ids (
          high INTEGER NOT NULL,
          low INTEGER NOT NULL,
          PRIMARY KEY (high, low)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE quarantine (
          import INTEGER NOT NULL,
          number INTEGER NOT NULL,
          line INTEGER NOT NULL,
          reason TEXT NOT NULL,
          raw TEXT NOT NULL,
          PRIMARY KEY (import, number)
        )
        """,
        "PRAGMA user_version = 1",
    ];
}
