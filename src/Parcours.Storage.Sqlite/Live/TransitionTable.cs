using Parcours.Domain.Time;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Live;

/// <summary>The transitions announced.</summary>
internal static class TransitionTable
{
    private const string SelectAfter = """
        SELECT id, lifecycle, identity, subject, from_stage, to_stage, at, announced_at, reason FROM transitions
        WHERE id > ?1 ORDER BY id LIMIT ?2
        """;

    private const string SelectLast = "SELECT max(id) FROM transitions";

    /// <summary>The number of the last one.</summary>
    internal static long Last(Database database) => database.Scalar(SelectLast);

    /// <summary>Those after one.</summary>
    internal static List<TransitionRow> After(Database database, long after, int most)
    {
        var rows = new List<TransitionRow>();
        using Statement select = database.Prepare(SelectAfter).Bind(1, after).Bind(2, most);
        while (select.Step())
        {
            rows.Add(Read(select));
        }

        return rows;
    }

    /// <summary>Those of some identities.</summary>
    internal static List<TransitionRow> Of(Database database, IReadOnlySet<int> identities)
    {
        var rows = new List<TransitionRow>();
        using Statement select = database.Prepare(SelectAfter).Bind(1, 0).Bind(2, -1);
        while (select.Step())
        {
            if (identities.Contains(select.Int32(2)))
            {
                rows.Add(Read(select));
            }
        }

        return rows;
    }

    private static TransitionRow Read(Statement row) => new(
        row.Int64(0), row.Text(1)!, row.Int32(2), row.Text(3)!, row.Text(4), row.Text(5)!, new Instant(row.Int64(6)), new Instant(row.Int64(7)), row.Text(8)!);
}
