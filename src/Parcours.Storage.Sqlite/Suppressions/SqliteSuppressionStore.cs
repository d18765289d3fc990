using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Access;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Live;
using Parcours.Storage.Sqlite.Loading;

namespace Parcours.Storage.Sqlite.Suppressions;

/// <summary>The suppression list in the workspace's file, over a connection of its own that one thread uses at a time.</summary>
internal sealed class SqliteSuppressionStore : ISuppressionStore
{
    private const string SelectAfter = "SELECT hash, kind, reason, at FROM suppressions WHERE hash > ?1 ORDER BY hash LIMIT ?2";
    private const string SelectOne = "SELECT hash, kind, reason, at FROM suppressions WHERE hash = ?1";
    private const string Insert = "INSERT OR IGNORE INTO suppressions (hash, kind, reason, at) VALUES (?1, ?2, ?3, ?4)";
    private const string Delete = "DELETE FROM suppressions WHERE hash = ?1";
    private const int ShownOfHash = 12;

    private readonly Database _database;
    private readonly Lock _lock = new();

    internal SqliteSuppressionStore(Database database)
    {
        _database = database;
        database.Transaction(() => Hash = PrivacySecret.FindOrMake(database));
    }

    public KeyHash Hash { get; private set; } = null!;

    public IReadOnlyList<Suppression> After(string hash, int most)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectAfter).Bind(1, hash).Bind(2, most);
            List<Suppression> found = [];
            while (select.Step())
            {
                found.Add(Read(select));
            }

            return found;
        }
    }

    public Suppression? Find(string hash)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectOne).Bind(1, hash);
            return select.Step() ? Read(select) : null;
        }
    }

    public Suppression Add(Suppression suppression, Audited audited)
    {
        lock (_lock)
        {
            if (Find(suppression.Hash) is { } known)
            {
                return known;
            }

            _database.Transaction(() =>
            {
                using Statement insert = _database.Prepare(Insert);
                insert.Bind(1, suppression.Hash).Bind(2, (int)suppression.Kind).Bind(3, suppression.Reason).Bind(4, suppression.At.Micros).Run();
                AuditTable.Insert(_database, audited, Named(suppression.Hash));
            });
            return suppression;
        }
    }

    public bool Remove(string hash, Audited audited)
    {
        lock (_lock)
        {
            if (Find(hash) is null)
            {
                return false;
            }

            _database.Transaction(() =>
            {
                using Statement delete = _database.Prepare(Delete);
                delete.Bind(1, hash).Run();
                AuditTable.Insert(_database, audited, Named(hash));
            });
            return true;
        }
    }

    public IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds)
    {
        lock (_lock)
        {
            return FactDetails.Read(_database, factIds);
        }
    }

    public IReadOnlyList<TransitionRow> TransitionsOf(IReadOnlySet<int> identities)
    {
        lock (_lock)
        {
            return TransitionTable.Of(_database, identities);
        }
    }

    public void Dispose() => _database.Dispose();

    private static string Named(string hash) => "suppression:" + hash[..ShownOfHash];

    private static Suppression Read(Statement row) => new(row.Text(0)!, (IdentityKind)row.Int32(1), row.Text(2)!, new Instant(row.Int64(3)));
}
