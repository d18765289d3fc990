namespace Parcours.Storage.Sqlite.Webhooks;

/// <summary>The table of addresses that transitions are sent to. Secrets are encrypted under keys that are not in the file.</summary>
internal static class WebhookTables
{
    /// <summary>What version 5 adds.</summary>
    internal static readonly string[] Version5 =
    [
        """
        CREATE TABLE webhooks (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          url TEXT NOT NULL,
          lifecycles TEXT NOT NULL,
          secret TEXT NOT NULL,
          old_secret TEXT,
          old_until INTEGER NOT NULL,
          created INTEGER NOT NULL,
          disabled TEXT,
          cursor INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          next_try INTEGER NOT NULL,
          last_status INTEGER NOT NULL,
          last_try INTEGER NOT NULL
        )
        """,
    ];
}
