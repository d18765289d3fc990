using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Loading;

namespace Parcours.Storage.Sqlite.Live;

/// <summary>Reads the tables of a live workspace on a connection of its own, one question at a time.</summary>
internal sealed class LiveRecords(string folder) : ILiveRecords
{
    private const string SelectQuarantine = """
        SELECT id, key, received_at, reason, detail, raw, replayed FROM live_quarantine
        WHERE id > ?1 AND (replayed = 0 OR ?3 = 1) ORDER BY id LIMIT ?2
        """;

    private const string SelectQuarantined = "SELECT id, key, received_at, reason, detail, raw, replayed FROM live_quarantine WHERE id = ?1";

    private const string SelectQuarantineOf = """
        SELECT id, key, received_at, reason, detail, raw, replayed FROM live_quarantine
        WHERE id > ?1 AND replayed = 0 AND reason = ?3 ORDER BY id LIMIT ?2
        """;

    private const string SelectReasons = """
        SELECT reason, COUNT(*), MIN(received_at), MAX(received_at) FROM live_quarantine
        WHERE replayed = 0 GROUP BY reason ORDER BY COUNT(*) DESC, reason
        """;

    private const string SelectKeyAccounts = """
        SELECT key, MAX(CASE WHEN received > 0 THEN hour ELSE 0 END), SUM(received), SUM(stored), SUM(duplicates), SUM(quarantined) FROM accounting
        GROUP BY key ORDER BY key
        """;

    private const string SelectAccounting = """
        SELECT key, hour, received, stored, duplicates, quarantined FROM accounting
        WHERE hour >= ?1 AND hour < ?2 ORDER BY hour, key
        """;

    private const string SelectReviews = "SELECT id, identity, other, reason, at FROM identity_reviews WHERE id > ?1 ORDER BY id LIMIT ?2";

    private const string SelectJoins = """
        SELECT id, identity, other, at, reason, trust FROM joins
        WHERE id < ?1 AND identity >= 0 AND at IS NOT NULL ORDER BY id DESC LIMIT ?2
        """;

    private const string SelectKeys = "SELECT key FROM identities WHERE substr(lower(key), 1, length(?1)) = lower(?1) ORDER BY id LIMIT ?2";

    private const string SelectOrderPayloads = "SELECT id, payload FROM facts WHERE id > ?1 AND link_key IS NOT NULL AND payload IS NOT NULL ORDER BY id LIMIT ?2";

    private const string SelectOrder = """
        SELECT identities.kind, identities.key, link_key, currency, channel_flags FROM facts JOIN identities ON identities.id = facts.identity
        WHERE facts.id = ?1 AND link_key IS NOT NULL
        """;

    private readonly Lock _lock = new();
    private readonly Database _database = WorkspaceFile.OpenToRead(folder);

    /// <inheritdoc/>
    public IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds)
    {
        lock (_lock)
        {
            return FactDetails.Read(_database, factIds);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Keys(string beginning, int most)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectKeys).Bind(1, beginning).Bind(2, most);
            return All(select, row => row.Text(0)!);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<(long Fact, string Payload)> OrderPayloads(long after, int most)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectOrderPayloads).Bind(1, after).Bind(2, most);
            return All(select, row => (row.Int64(0), row.Text(1)!));
        }
    }

    /// <inheritdoc/>
    public OrderRow? OrderOf(long factId)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectOrder).Bind(1, factId);
            return All(select, row => new OrderRow((IdentityKind)row.Int32(0), row.Text(1)!, row.Text(2)!, (byte)row.Int32(3), (Channel)(row.Int32(4) & 0x0F))).FirstOrDefault();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<QuarantineRow> Quarantine(long after, int most, bool withReplayed)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectQuarantine).Bind(1, after).Bind(2, most).Bind(3, withReplayed ? 1 : 0);
            return All(select, QuarantineOf);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<QuarantineRow> QuarantineOf(string reason, long after, int most)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectQuarantineOf).Bind(1, after).Bind(2, most).Bind(3, reason);
            return All(select, QuarantineOf);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<QuarantineShare> QuarantineReasons()
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectReasons);
            return All(select, row => new QuarantineShare(row.Text(0)!, row.Int64(1), new Instant(row.Int64(2)), new Instant(row.Int64(3))));
        }
    }

    /// <inheritdoc/>
    public QuarantineRow? Quarantined(long id)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectQuarantined).Bind(1, id);
            return select.Step() ? QuarantineOf(select) : null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AccountRow> Accounting(Instant from, Instant to)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectAccounting).Bind(1, from.Micros).Bind(2, to.Micros);
            return All(select, AccountOf);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AccountRow> AccountOfKeys()
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectKeyAccounts);
            return All(select, AccountOf);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReviewRow> Reviews(long after, int most)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectReviews).Bind(1, after).Bind(2, most);
            return All(select, row => new ReviewRow(row.Int64(0), row.Int32(1), row.Int32(2), row.Text(3)!, new Instant(row.Int64(4))));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<JoinRow> Joins(long before, int most)
    {
        lock (_lock)
        {
            using Statement select = _database.Prepare(SelectJoins).Bind(1, before).Bind(2, most);
            return All(select, row => new JoinRow(row.Int64(0), row.Int32(1), row.Int32(2), new Instant(row.Int64(3)), row.Text(4), (Trust)row.Int32(5)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static AccountRow AccountOf(Statement row) =>
        new(row.Int32(0), new Instant(row.Int64(1)), new IntakeCounts(row.Int64(2), row.Int64(3), row.Int64(4), row.Int64(5)));

    private static QuarantineRow QuarantineOf(Statement row) =>
        new(row.Int64(0), row.Int32(1), new Instant(row.Int64(2)), row.Text(3)!, row.Text(4)!, row.Text(5)!, row.Int64(6) != 0);

    private static List<T> All<T>(Statement select, Func<Statement, T> read)
    {
        var rows = new List<T>();
        while (select.Step())
        {
            rows.Add(read(select));
        }

        return rows;
    }
}
