namespace Parcours.Storage.Sqlite.Access;

/// <summary>The tables of who may do what. Instants are microseconds since 1970; secrets are kept only as SHA-256 in hexadecimal.</summary>
internal static class AccessTables
{
    /// <summary>What version 2 of the file adds.</summary>
    internal static readonly string[] Version2 =
    [
        // Rows are never deleted: what a key brought in stays under its number.
        """
        CREATE TABLE access_keys (
          id INTEGER PRIMARY KEY,
          kind INTEGER NOT NULL,
          name TEXT NOT NULL,
          hash TEXT NOT NULL UNIQUE,
          scopes TEXT NOT NULL,
          created INTEGER NOT NULL,
          expires INTEGER,
          revoked INTEGER,
          browser INTEGER NOT NULL
        )
        """,
        """
        CREATE TABLE operators (
          id INTEGER PRIMARY KEY,
          email TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          role INTEGER NOT NULL,
          password TEXT NOT NULL,
          totp TEXT,
          totp_step INTEGER NOT NULL,
          failures INTEGER NOT NULL,
          locked INTEGER,
          created INTEGER NOT NULL,
          disabled INTEGER
        )
        """,
        """
        CREATE TABLE operator_sessions (
          hash TEXT NOT NULL PRIMARY KEY,
          operator INTEGER NOT NULL,
          created INTEGER NOT NULL,
          expires INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE setup_links (
          hash TEXT NOT NULL PRIMARY KEY,
          expires INTEGER NOT NULL,
          used INTEGER
        ) WITHOUT ROWID
        """,
        // Ids only: no name, no address, no secret.
        """
        CREATE TABLE audit (
          id INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          actor TEXT NOT NULL,
          action TEXT NOT NULL,
          object TEXT NOT NULL
        )
        """,
        "CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
        "CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
        // Answers kept a day, so that a repeated write is answered and not done again.
        """
        CREATE TABLE answered_writes (
          caller TEXT NOT NULL,
          key TEXT NOT NULL,
          request TEXT NOT NULL,
          at INTEGER NOT NULL,
          status INTEGER,
          type TEXT,
          body TEXT,
          PRIMARY KEY (caller, key)
        ) WITHOUT ROWID
        """,
    ];

    /// <summary>What version 7 of the file adds: codes that stand in for a lost authenticator, each good once.</summary>
    internal static readonly string[] Version7 =
    [
        """
        CREATE TABLE recovery_codes (
          operator INTEGER NOT NULL,
          hash TEXT NOT NULL,
          PRIMARY KEY (operator, hash)
        ) WITHOUT ROWID
        """,
    ];
}
