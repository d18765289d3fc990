using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Engine.Webhooks;
using Parcours.Storage.Sqlite.Access;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Live;

namespace Parcours.Storage.Sqlite.Webhooks;

/// <summary>The webhooks in the workspace's file, over a connection of their own that one thread uses at a time.</summary>
internal sealed class SqliteWebhookStore(Database database) : IWebhookStore
{
    private const string Select = """
        SELECT id, url, lifecycles, secret, old_secret, old_until, created, disabled, cursor, attempts, next_try, last_status, last_try FROM webhooks ORDER BY id
        """;

    private const string Insert = """
        INSERT INTO webhooks (url, lifecycles, secret, old_secret, old_until, created, disabled, cursor, attempts, next_try, last_status, last_try)
        VALUES (?1, ?2, ?3, NULL, ?4, ?5, NULL, coalesce((SELECT max(id) FROM transitions), 0), 0, ?4, 0, ?4) RETURNING id
        """;

    private const string Update = "UPDATE webhooks SET secret = ?2, old_secret = ?3, old_until = ?4, disabled = ?5 WHERE id = ?1";
    private const string UpdateProgress = """
        UPDATE webhooks SET cursor = ?2, attempts = ?3, next_try = ?4, last_status = ?5, last_try = ?6, disabled = coalesce(?7, disabled) WHERE id = ?1
        """;

    private const string DeleteOne = "DELETE FROM webhooks WHERE id = ?1";

    private readonly Lock _lock = new();

    public IReadOnlyList<Webhook> All()
    {
        lock (_lock)
        {
            return Read();
        }
    }

    public Webhook Add(Webhook webhook, Audited audited) => Write(() =>
    {
        using Statement insert = database.Prepare(Insert);
        int id = (int)insert.Bind(1, webhook.Url.AbsoluteUri).Bind(2, string.Join(' ', webhook.Lifecycles)).Bind(3, webhook.Secret)
            .Bind(4, Instant.Beginning.Micros).Bind(5, webhook.Created.Micros).Scalar(0);
        AuditTable.Insert(database, audited, FormattableString.Invariant($"webhook:{id}"));
        return Read().First(added => added.Id == id);
    });

    public void Save(Webhook webhook, Audited audited) => Write(() =>
    {
        using Statement update = database.Prepare(Update);
        update.Bind(1, webhook.Id).Bind(2, webhook.Secret).Bind(3, webhook.OldSecret).Bind(4, webhook.OldUntil.Micros).Bind(5, webhook.Disabled).Run();
        AuditTable.Insert(database, audited, FormattableString.Invariant($"webhook:{webhook.Id}"));
        return true;
    });

    public void Delete(int id, Audited audited) => Write(() =>
    {
        using Statement delete = database.Prepare(DeleteOne);
        delete.Bind(1, id).Run();
        AuditTable.Insert(database, audited, FormattableString.Invariant($"webhook:{id}"));
        return true;
    });

    public void Save(int id, WebhookProgress progress, string? disabled) => Write(() =>
    {
        using Statement update = database.Prepare(UpdateProgress);
        update.Bind(1, id).Bind(2, progress.Cursor).Bind(3, progress.Attempts).Bind(4, progress.NextTry.Micros).Bind(5, progress.LastStatus)
            .Bind(6, progress.LastTry.Micros).Bind(7, disabled).Run();
        return true;
    });

    public IReadOnlyList<TransitionRow> TransitionsAfter(long after, int most)
    {
        lock (_lock)
        {
            return TransitionTable.After(database, after, most);
        }
    }

    public void Dispose() => database.Dispose();

    private List<Webhook> Read()
    {
        using Statement select = database.Prepare(Select);
        List<Webhook> webhooks = [];
        while (select.Step())
        {
            webhooks.Add(new Webhook(
                select.Int32(0), new Uri(select.Text(1)!), [.. select.Text(2)!.Split(' ', StringSplitOptions.RemoveEmptyEntries)], select.Text(3)!, select.Text(4),
                new Instant(select.Int64(5)), new Instant(select.Int64(6)), select.Text(7),
                new WebhookProgress(select.Int64(8), select.Int32(9), new Instant(select.Int64(10)), select.Int32(11), new Instant(select.Int64(12)))));
        }

        return webhooks;
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
