using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parcours.Domain.Histories;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>
/// Puts the facts that came after a snapshot into its base. A few touched subjects get a segment of their own (the overlay);
/// many are folded into new segments, and the segments without a change are shared.
/// </summary>
internal sealed class TailMerge
{
    /// <summary>The most subjects that are left in the overlay.</summary>
    internal const int MostInOverlay = 2048;

    private readonly HistoryBase _before;
    private readonly FactPlaces _tail;
    private readonly int _subjectCount;
    private readonly Func<long, FactOrigin> _originOf;

    internal TailMerge(HistoryBase before, FactColumns[] tail, int subjectCount, Func<long, FactOrigin> originOf)
    {
        _before = before;
        _tail = FactPlaces.Of(tail, subjectCount);
        _subjectCount = subjectCount;
        _originOf = originOf;
        Touched = [.. Enumerable.Range(0, subjectCount).Where(IsTouched)];
    }

    /// <summary>The subjects that are new or have new facts.</summary>
    internal int[] Touched { get; }

    /// <summary>The base with the facts in it.</summary>
    /// <param name="mostInOverlay">The most subjects that are left in the overlay.</param>
    internal HistoryBase Merge(Subjects subjects, Vocabulary vocabulary, int mostInOverlay)
    {
        if (Touched.Length <= mostInOverlay)
        {
            return _before.With([.. Touched.Select(subject => KeyValuePair.Create(subject, SegmentOf(subject)))], subjects, vocabulary);
        }

        var segments = new Segment[(_subjectCount + Segment.Width - 1) / Segment.Width];
        SideBySide.For(segments.Length, number => segments[number] = SegmentAt(number));
        ImmutableArray<Segment> all = ImmutableCollectionsMarshal.AsImmutableArray(segments);
        return new HistoryBase(all, subjects, vocabulary, _before.Calendar, _before.Currency);
    }

    private bool IsTouched(int subject) => subject >= _before.SubjectCount || _tail.CountOf(subject, subject + 1) > 0;

    private Segment SegmentOf(int subject) => Segment.OfOrdered(CollectionsMarshal.AsSpan(HistoryOf(subject, [], [], [])));

    private Segment SegmentAt(int number)
    {
        int first = number * Segment.Width;
        int last = Math.Min(_subjectCount, first + Segment.Width);
        int known = 0;
        for (int subject = first; subject < Math.Min(last, _before.SubjectCount); subject++)
        {
            known += _before[subject].Count;
        }

        int added = _tail.CountOf(first, last);
        if (added == 0 && last <= _before.SubjectCount && _before.OverlayCount == 0)
        {
            return _before.Segments[number];
        }

        var writer = new SegmentWriter(last - first, known + added);
        List<FactRow> old = [];
        List<FactRow> late = [];
        List<FactRow> merged = [];
        for (int subject = first; subject < last; subject++)
        {
            if (IsTouched(subject))
            {
                writer.Add(CollectionsMarshal.AsSpan(HistoryOf(subject, old, late, merged)));
            }
            else
            {
                writer.Add(_before[subject]);
            }
        }

        return writer.ToSegment();
    }

    private List<FactRow> HistoryOf(int subject, List<FactRow> known, List<FactRow> late, List<FactRow> merged)
    {
        known.Clear();
        late.Clear();
        merged.Clear();
        if (subject < _before.SubjectCount)
        {
            _before[subject].CopyRowsTo(known);
        }

        _tail.CopyTo(subject, late);
        LateFacts.Merge(known, late, _originOf, merged);
        return merged;
    }
}
