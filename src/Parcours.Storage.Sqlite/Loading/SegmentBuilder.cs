using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parcours.Domain.Histories;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>
/// Turns facts in the order of their numbers into histories: a counting sort by subject gives each subject the places of its facts,
/// then each segment gathers, orders and writes its own, side by side.
/// </summary>
internal static class SegmentBuilder
{
    /// <summary>Builds all segments.</summary>
    internal static ImmutableArray<Segment> Build(FactColumns[] ranges, int subjectCount)
    {
        int[] starts = StartsOf(ranges, subjectCount);
        int[] places = PlacesBySubject(ranges, starts);
        var segments = new Segment[(subjectCount + Segment.Width - 1) / Segment.Width];
        Parallel.For(0, segments.Length, number =>
        {
            int first = number * Segment.Width;
            int last = Math.Min(subjectCount, first + Segment.Width);
            segments[number] = Gather(ranges, places, starts.AsSpan(first, last - first + 1));
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(segments);
    }

    private static int[] StartsOf(FactColumns[] ranges, int subjectCount)
    {
        int[] starts = new int[subjectCount + 1];
        foreach (FactColumns range in ranges)
        {
            foreach (int subject in range.Subjects.AsSpan(0, range.Count))
            {
                starts[subject + 1]++;
            }
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return starts;
    }

    private static int[] PlacesBySubject(FactColumns[] ranges, int[] starts)
    {
        int[] places = GC.AllocateUninitializedArray<int>(starts[^1]);
        int[] next = [.. starts];
        for (int r = 0; r < ranges.Length; r++)
        {
            ReadOnlySpan<int> subjects = ranges[r].Subjects.AsSpan(0, ranges[r].Count);
            for (int i = 0; i < subjects.Length; i++)
            {
                places[next[subjects[i]]++] = (r << FactReader.RangeBits) | i;
            }
        }

        return places;
    }

    private static Segment Gather(FactColumns[] ranges, int[] places, ReadOnlySpan<int> bounds)
    {
        var writer = new SegmentWriter(bounds.Length - 1, bounds[^1] - bounds[0]);
        var rows = new List<FactRow>();
        for (int s = 0; s + 1 < bounds.Length; s++)
        {
            rows.Clear();
            foreach (int place in places.AsSpan(bounds[s]..bounds[s + 1]))
            {
                rows.Add(ranges[place >> FactReader.RangeBits].RowAt(place & (FactReader.RangeSize - 1)));
            }

            Span<FactRow> history = CollectionsMarshal.AsSpan(rows);
            UndatedFacts.Place(history);
            Order(history);
            writer.Add(history);
        }

        return writer.ToSegment();
    }

    private static void Order(Span<FactRow> rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            // Most files come in order of date already, and then there is nothing to do.
            if (rows[i - 1].CompareTo(rows[i]) > 0)
            {
                rows.Sort();
                return;
            }
        }
    }
}
