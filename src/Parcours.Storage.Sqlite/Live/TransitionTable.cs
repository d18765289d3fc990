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
            rows.Add(new TransitionRow(
                select.Int64(0), select.Text(1)!, select.Int32(2), select.Text(3)!, select.Text(4), select.Text(5)!,
                new Instant(select.Int64(6)), new Instant(select.Int64(7)), select.Text(8)!));
        }

        return rows;
    }
}
