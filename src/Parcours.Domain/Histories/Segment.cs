using Parcours.Domain.Facts;

namespace Parcours.Domain.Histories;

/// <summary>
/// The histories of a run of consecutive subjects, in columns: immutable, shared by every reader.
/// The facts of one subject are contiguous and in the order of facts; subjects follow each other by index.
/// </summary>
public sealed class Segment
{
    /// <summary>How many subjects a segment holds when full. Subject s sits in segment s / Width at place s % Width.</summary>
    public const int Width = 65_536;

    /// <summary>Puts columns together; they must agree, and are not copied.</summary>
    /// <param name="starts">Where each subject's facts start, and after them the total: one more than there are subjects.</param>
    /// <param name="facts">The facts, by subject then in the order of facts.</param>
    /// <param name="factIds">The store sequence of each fact.</param>
    /// <param name="links">The link of each fact.</param>
    /// <param name="extraAt">The places, ascending, of the facts that have an entry in <paramref name="extras"/>.</param>
    /// <param name="extras">The sparse column.</param>
    /// <exception cref="ArgumentException">The columns disagree in length.</exception>
    public Segment(int[] starts, Fact[] facts, long[] factIds, int[] links, int[] extraAt, Extra[] extras)
    {
        if (starts.Length == 0 || starts[^1] > facts.Length || factIds.Length < starts[^1] || links.Length < starts[^1] || extraAt.Length != extras.Length)
        {
            throw new ArgumentException("The columns of a segment disagree in length.", nameof(starts));
        }

        Starts = starts;
        Facts = facts;
        FactIds = factIds;
        Links = links;
        ExtraAt = extraAt;
        Extras = extras;
    }

    /// <summary>How many subjects it holds.</summary>
    public int SubjectCount => Starts.Length - 1;

    /// <summary>How many facts it holds.</summary>
    public int FactCount => Starts[^1];

    /// <summary>Where each subject's facts start, then the total.</summary>
    public int[] Starts { get; }

    /// <summary>The facts.</summary>
    public Fact[] Facts { get; }

    /// <summary>The store sequence of each fact.</summary>
    public long[] FactIds { get; }

    /// <summary>The link of each fact.</summary>
    public int[] Links { get; }

    /// <summary>The places of the facts with an entry in the sparse column, ascending.</summary>
    public int[] ExtraAt { get; }

    /// <summary>The sparse column.</summary>
    public Extra[] Extras { get; }

    /// <summary>A segment of one subject, from rows in any order: what an overlay holds.</summary>
    public static Segment OfOne(IEnumerable<FactRow> rows) => Of([rows]);

    /// <summary>A segment of one subject, from rows in the order of facts.</summary>
    public static Segment OfOrdered(ReadOnlySpan<FactRow> rows)
    {
        var writer = new SegmentWriter(1, rows.Length);
        writer.Add(rows);
        return writer.ToSegment();
    }

    /// <summary>A segment of several subjects, each given by its rows in any order.</summary>
    public static Segment Of(IReadOnlyList<IEnumerable<FactRow>> subjects)
    {
        int[] starts = new int[subjects.Count + 1];
        var all = new List<FactRow>();
        for (int i = 0; i < subjects.Count; i++)
        {
            all.AddRange(subjects[i].Order());
            starts[i + 1] = all.Count;
        }

        var extras = all.Select((row, at) => (row.Extra, at)).Where(e => e.Extra != Extra.None).ToList();
        return new Segment(
            starts,
            [.. all.Select(row => row.Fact)],
            [.. all.Select(row => row.FactId)],
            [.. all.Select(row => row.Link)],
            [.. extras.Select(e => e.at)],
            [.. extras.Select(e => e.Extra)]);
    }

    /// <summary>The history at a place.</summary>
    public History this[int place] => new(this, Starts[place], Starts[place + 1]);
}
