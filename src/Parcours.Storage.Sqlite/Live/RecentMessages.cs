using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Importing;

namespace Parcours.Storage.Sqlite.Live;

/// <summary>
/// The ids of messages that came one by one: appended to a small table and held in memory, so that a transaction writes a few pages and not one for each id; moved
/// into the table of all ids, in order and a few at a time, when there is time.
/// </summary>
internal sealed class RecentMessages : IDisposable
{
    private const int AtOnce = 200; // ids lie anywhere in the big table: each is a page, and messages wait meanwhile
    private const int Few = 20_000;
    private const string SelectAll = "SELECT id, high, low FROM recent_messages ORDER BY id";
    private const string SelectFirst = "SELECT id, high, low FROM recent_messages ORDER BY id LIMIT ?1";
    private const string Insert = "INSERT INTO recent_messages (high, low) VALUES (?1, ?2)";
    private const string DeleteUpTo = "DELETE FROM recent_messages WHERE id <= ?1";
    private const string Any = "SELECT EXISTS (SELECT 1 FROM recent_messages)";
    private const string Keep = "INSERT OR IGNORE INTO message_ids (high, low) VALUES (?1, ?2)";
    private const string Find = "SELECT 1 FROM message_ids WHERE high = ?1 AND low = ?2";

    private const string Delete = "DELETE FROM recent_messages WHERE high = ?1 AND low = ?2";

    private readonly Database _database;
    private readonly Statement _insert;
    private readonly Statement _find;
    private readonly HashSet<UInt128> _recent;

    internal RecentMessages(Database database)
    {
        _database = database;
        _insert = database.Prepare(Insert);
        _find = database.Prepare(Find);
        _recent = All(database);
    }

    /// <summary>All of them, for those who only look.</summary>
    internal static HashSet<UInt128> All(Database database)
    {
        var recent = new HashSet<UInt128>();
        using Statement all = database.Prepare(SelectAll);
        while (all.Step())
        {
            recent.Add(MessageIds.Of(all.Int64(1), all.Int64(2)));
        }

        return recent;
    }

    /// <summary>Moves all of them, before an import asks the big table.</summary>
    internal static void MoveAll(Database database)
    {
        while (database.Scalar(Any) != 0)
        {
            Move(database, 100_000, _ => { });
        }
    }

    /// <summary>Whether an id is recorded, here or in the big table.</summary>
    internal bool Contains(UInt128 id)
    {
        if (_recent.Contains(id))
        {
            return true;
        }

        bool found = _find.Bind(1, MessageIds.High(id)).Bind(2, MessageIds.Low(id)).Step();
        _find.Reset();
        return found;
    }

    /// <summary>Appends ids in the open transaction.</summary>
    internal void Add(List<UInt128> ids)
    {
        foreach (UInt128 id in ids)
        {
            _insert.Bind(1, MessageIds.High(id)).Bind(2, MessageIds.Low(id)).Run();
            _recent.Add(id);
        }
    }

    /// <summary>Forgets ids, in the open transaction.</summary>
    internal void Forget(IEnumerable<UInt128> ids)
    {
        using Statement delete = _database.Prepare(Delete);
        foreach (UInt128 id in ids)
        {
            if (_recent.Remove(id))
            {
                delete.Bind(1, MessageIds.High(id)).Bind(2, MessageIds.Low(id)).Run();
            }
        }
    }

    /// <summary>Moves a few when there are many.</summary>
    /// <returns>Whether there are still many.</returns>
    internal bool MoveSome()
    {
        if (_recent.Count < Few)
        {
            return false;
        }

        Move(_database, AtOnce, id => _recent.Remove(id));
        return _recent.Count >= Few;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
    }

    private static void Move(Database database, int count, Action<UInt128> moved) => database.Transaction(() =>
    {
        var ids = new List<UInt128>(count);
        long last = 0;
        using (Statement select = database.Prepare(SelectFirst).Bind(1, count))
        {
            while (select.Step())
            {
                last = select.Int64(0);
                ids.Add(MessageIds.Of(select.Int64(1), select.Int64(2)));
            }
        }

        ids.Sort();
        using Statement keep = database.Prepare(Keep);
        foreach (UInt128 id in ids)
        {
            keep.Bind(1, MessageIds.High(id)).Bind(2, MessageIds.Low(id)).Run();
        }

        using Statement delete = database.Prepare(DeleteUpTo);
        delete.Bind(1, last).Run();
        ids.ForEach(moved);
    });
}
