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
        FactPlaces bySubject = FactPlaces.Of(ranges, subjectCount);
        var segments = new Segment[(subjectCount + Segment.Width - 1) / Segment.Width];
        SideBySide.For(segments.Length, number =>
        {
            int first = number * Segment.Width;
            int last = Math.Min(subjectCount, first + Segment.Width);
            segments[number] = Gather(bySubject, first, last);
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(segments);
    }

    private static Segment Gather(FactPlaces bySubject, int first, int last)
    {
        var writer = new SegmentWriter(last - first, bySubject.CountOf(first, last));
        var rows = new List<FactRow>();
        for (int subject = first; subject < last; subject++)
        {
            rows.Clear();
            bySubject.CopyTo(subject, rows);
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
