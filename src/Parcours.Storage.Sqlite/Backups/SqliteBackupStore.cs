using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Suppressions;
using Parcours.Storage.Sqlite.Access;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Backups;

/// <summary>
/// The backups and the privacy record in the workspace's file, over a connection of their own that one thread uses at a time. Its tables are nobody else's to keep in mind,
/// so it writes beside whoever holds the workspace.
/// </summary>
internal sealed class SqliteBackupStore(Database database) : IBackupStore
{
    private const string SelectBackups = "SELECT id, path, made, bytes, expires FROM backups ORDER BY id";
    private const string SelectErased = "SELECT hash, at FROM erased_keys ORDER BY hash";
    private const string SelectSuppressed = "SELECT hash, kind, reason, at FROM suppressions ORDER BY hash";
    private const string Insert = "INSERT INTO backups (path, made, bytes, expires) VALUES (?1, ?2, ?3, ?4) RETURNING id";
    private const string InsertKnown = "INSERT OR IGNORE INTO backups (path, made, bytes, expires) VALUES (?1, ?2, ?3, ?4)";
    private const string Delete = "DELETE FROM backups WHERE id = ?1";
    private const string InsertErased = "INSERT OR IGNORE INTO erased_keys (hash, at) VALUES (?1, ?2) RETURNING 1";
    private const string InsertSuppressed = "INSERT OR IGNORE INTO suppressions (hash, kind, reason, at) VALUES (?1, ?2, ?3, ?4) RETURNING 1";

    private readonly Lock _lock = new();

    public IReadOnlyList<KnownBackup> All()
    {
        lock (_lock)
        {
            return Read(SelectBackups, row => new KnownBackup(row.Int32(0), row.Text(1)!, new Instant(row.Int64(2)), row.Int64(3), new Instant(row.Int64(4))));
        }
    }

    public KnownBackup Add(KnownBackup backup, Audited audited) => Write(() =>
    {
        using Statement insert = database.Prepare(Insert);
        KnownBackup added = backup with { Id = (int)Bound(insert, backup).Scalar(0) };
        AuditTable.Insert(database, audited, FormattableString.Invariant($"backup:{added.Id}"));
        return added;
    });

    public void Remove(int id, Audited audited) => Write(() =>
    {
        using Statement delete = database.Prepare(Delete);
        delete.Bind(1, id).Run();
        AuditTable.Insert(database, audited, FormattableString.Invariant($"backup:{id}"));
        return true;
    });

    public PrivacyRecord Record()
    {
        lock (_lock)
        {
            return new PrivacyRecord(
                PrivacySecret.Find(database)!.Fingerprint, // made with the file
                Read(SelectErased, row => KeyValuePair.Create(row.Text(0)!, new Instant(row.Int64(1)))),
                Read(SelectSuppressed, row => new Suppression(row.Text(0)!, (IdentityKind)row.Int32(1), row.Text(2)!, new Instant(row.Int64(3)))),
                All());
        }
    }

    public int Merge(PrivacyRecord record, Audited audited) => Write(() =>
    {
        using Statement erased = database.Prepare(InsertErased);
        long news = record.Erased.Sum(one => erased.Bind(1, one.Key).Bind(2, one.Value.Micros).Scalar(0));
        using Statement suppressed = database.Prepare(InsertSuppressed);
        news += record.Suppressed.Sum(one => suppressed.Bind(1, one.Hash).Bind(2, (int)one.Kind).Bind(3, one.Reason).Bind(4, one.At.Micros).Scalar(0));
        using Statement known = database.Prepare(InsertKnown);
        foreach (KnownBackup backup in record.Backups)
        {
            Bound(known, backup).Run();
        }

        AuditTable.Insert(database, audited, string.Empty);
        return (int)news;
    });

    public ErasedKeys Erased()
    {
        lock (_lock)
        {
            return ErasedKeyTable.Read(database, PrivacySecret.Find(database));
        }
    }

    public void Dispose() => database.Dispose();

    private static Statement Bound(Statement statement, KnownBackup backup) =>
        statement.Bind(1, backup.Path).Bind(2, backup.Made.Micros).Bind(3, backup.Bytes).Bind(4, backup.Expires.Micros);

    private List<T> Read<T>(string sql, Func<Statement, T> of)
    {
        using Statement select = database.Prepare(sql);
        List<T> rows = [];
        while (select.Step())
        {
            rows.Add(of(select));
        }

        return rows;
    }

    private T Write<T>(Func<T> work)
    {
        lock (_lock)
        {
            T done = default!;
            database.Transaction(() => done = work());
            return done;
        }
    }
}
