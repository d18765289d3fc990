using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>
/// All the facts of one subject, in the order of facts: a light view of a segment, cheap to copy and to cut.
/// </summary>
public readonly struct History
{
    private readonly Segment _segment;

    internal History(Segment segment, int start, int end)
    {
        _segment = segment;
        Start = start;
        End = end;
    }

    /// <summary>How many facts.</summary>
    public int Count => End - Start;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>The facts.</summary>
    public ReadOnlySpan<Fact> Facts => _segment.Facts.AsSpan(Start, End - Start);

    /// <summary>The store sequence of each fact.</summary>
    public ReadOnlySpan<long> FactIds => _segment.FactIds.AsSpan(Start, End - Start);

    /// <summary>The link of each fact; 0 for none.</summary>
    public ReadOnlySpan<int> Links => _segment.Links.AsSpan(Start, End - Start);

    /// <summary>Adds all its facts, with all that is beside them, to a list. Message hashes are not held in memory and read 0.</summary>
    public void CopyRowsTo(List<FactRow> rows)
    {
        (int sparse, int sparseEnd) = (FirstAtOrAfter(_segment.ExtraAt, Start), _segment.ExtraAt.Length);
        for (int place = Start; place < End; place++)
        {
            Extra extra = sparse < sparseEnd && _segment.ExtraAt[sparse] == place ? _segment.Extras[sparse++] : Extra.None;
            rows.Add(new FactRow(_segment.Facts[place], _segment.FactIds[place], _segment.Links[place], 0, extra));
        }
    }

    /// <summary>The stretch of the segment's sparse column that is this history's.</summary>
    internal Range SparseColumn => FirstAtOrAfter(_segment.ExtraAt, Start)..FirstAtOrAfter(_segment.ExtraAt, End);

    internal Segment Segment => _segment;

    internal int Start { get; }

    internal int End { get; }

    /// <summary>The history as it was at an instant: the facts at or before it.</summary>
    public History Until(Instant at)
    {
        ReadOnlySpan<Fact> facts = Facts;
        int low = 0;
        int high = facts.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (facts[middle].At <= at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return new History(_segment, Start, Start + low);
    }

    /// <summary>The end, actor and quantity of a fact.</summary>
    /// <param name="index">Its place in <see cref="Facts"/>.</param>
    public Extra ExtraOf(int index)
    {
        int found = Array.BinarySearch(_segment.ExtraAt, Start + index);
        return found >= 0 ? _segment.Extras[found] : Extra.None;
    }

    /// <summary>The fact with all that is beside it. The message hash is not held in memory and reads 0.</summary>
    public FactRow RowOf(int index) =>
        new(Facts[index], FactIds[index], Links[index], 0, ExtraOf(index));

    private static int FirstAtOrAfter(int[] places, int place)
    {
        int found = Array.BinarySearch(places, place);
        return found < 0 ? ~found : found;
    }
}
