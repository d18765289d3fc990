using Parcours.Domain.Facts;

namespace Parcours.Domain.Histories;

/// <summary>Fills a segment subject by subject, when the number of facts is known beforehand.</summary>
/// <param name="subjectCount">How many subjects will be added.</param>
/// <param name="factCount">How many facts they have together.</param>
public sealed class SegmentWriter(int subjectCount, int factCount)
{
    private readonly int[] _starts = new int[subjectCount + 1];
    private readonly Fact[] _facts = GC.AllocateUninitializedArray<Fact>(factCount);
    private readonly long[] _factIds = GC.AllocateUninitializedArray<long>(factCount);
    private readonly int[] _links = GC.AllocateUninitializedArray<int>(factCount);
    private readonly List<int> _extraAt = [];
    private readonly List<Extra> _extras = [];
    private int _subjects;
    private int _count;

    /// <summary>Adds the next subject, whose facts are in the order of facts.</summary>
    public void Add(ReadOnlySpan<FactRow> rows)
    {
        foreach (ref readonly FactRow row in rows)
        {
            _facts[_count] = row.Fact;
            _factIds[_count] = row.FactId;
            _links[_count] = row.Link;
            if (row.Extra != Extra.None)
            {
                _extraAt.Add(_count);
                _extras.Add(row.Extra);
            }

            _count++;
        }

        _starts[++_subjects] = _count;
    }

    /// <summary>Adds the next subject as another segment holds it.</summary>
    public void Add(History history)
    {
        history.Facts.CopyTo(_facts.AsSpan(_count));
        history.FactIds.CopyTo(_factIds.AsSpan(_count));
        history.Links.CopyTo(_links.AsSpan(_count));
        Range sparse = history.SparseColumn;
        foreach (int place in history.Segment.ExtraAt.AsSpan(sparse))
        {
            _extraAt.Add(place - history.Start + _count);
        }

        _extras.AddRange(history.Segment.Extras.AsSpan(sparse));

        _count += history.Count;
        _starts[++_subjects] = _count;
    }

    /// <summary>The segment, once all its subjects were added.</summary>
    public Segment ToSegment() => new(_starts, _facts, _factIds, _links, [.. _extraAt], [.. _extras]);
}
