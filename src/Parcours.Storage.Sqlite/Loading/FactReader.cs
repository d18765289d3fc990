using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Reads facts by ranges of their numbers.</summary>
internal static class FactReader
{
    /// <summary>How many numbers a range spans: a power of two, so that a place among all facts splits into range and place by a shift.</summary>
    internal const int RangeSize = 1 << RangeBits;

    /// <summary>The shift that gives the range of a place.</summary>
    internal const int RangeBits = 19;

    private const string SelectFacts = """
        SELECT id, identity, at, kind, value, item, currency, channel_flags, link, hash, quantity, until, actor
        FROM facts WHERE id > ?1 AND id <= ?2 ORDER BY id
        """;

    /// <summary>All facts after one number up to another, in ranges read side by side on a connection for each processor.</summary>
    internal static FactColumns[] Read(string folder, long after, long last, Placement placement, Action<double> told)
    {
        var ranges = new FactColumns[(int)((last - after + RangeSize - 1) / RangeSize)];
        int next = -1;
        int done = 0;
        SideBySide.For(Math.Min(ranges.Length, Environment.ProcessorCount), _ =>
        {
            using Database database = WorkspaceFile.OpenToRead(folder);
            database.Execute(Schema.MapForReading);
            using Statement select = database.Prepare(SelectFacts);
            for (int range = Interlocked.Increment(ref next); range < ranges.Length; range = Interlocked.Increment(ref next))
            {
                long from = after + ((long)range * RangeSize);
                ranges[range] = Read(select, from, Math.Min(last, from + RangeSize), placement.SubjectOf);
                told((double)Interlocked.Increment(ref done) / ranges.Length);
            }
        });
        return ranges;
    }

    private static FactColumns Read(Statement select, long after, long last, int[] subjectOf)
    {
        var columns = new FactColumns((int)(last - after));
        int count = 0;
        select.Bind(1, after).Bind(2, last);
        while (select.Step())
        {
            columns.Ids[count] = select.Int64(0);
            columns.Subjects[count] = subjectOf[select.Int32(1)];
            columns.Facts[count] = new Fact(
                new Instant(select.Int64(2)), select.Int64(4), select.Int32(5), (FactKind)select.Int64(3), (byte)select.Int64(6), (byte)select.Int64(7));
            columns.Links[count] = select.Int32(8);
            columns.Hashes[count] = select.Int64(9);
            if (!select.IsNull(10))
            {
                Instant until = select.IsNull(11) ? Instant.Never : new Instant(select.Int64(11));
                int actor = select.IsNull(12) ? -1 : subjectOf[select.Int32(12)];
                columns.SetExtra(count, new Extra(until, actor, select.Int32(10)));
            }

            count++;
        }

        select.Reset();
        columns.Count = count;
        return columns;
    }
}
