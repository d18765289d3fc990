using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>What time alone will do to a segment, as known at a date: when each member leaves if nothing more happens.</summary>
public sealed class SegmentOutlook
{
    private SegmentOutlook(int[] members, Instant[] leaves)
    {
        Members = members;
        Leaves = leaves;
    }

    /// <summary>The members at the date, in the order of the base.</summary>
    public IReadOnlyList<int> Members { get; }

    /// <summary>When each leaves by itself; <see cref="Instant.Never"/> for who stays.</summary>
    public IReadOnlyList<Instant> Leaves { get; }

    /// <summary>Walks every subject's history, cut at the date, to its last change.</summary>
    /// <param name="analysis">The segment as a lifecycle.</param>
    /// <param name="at">Facts after it do not count.</param>
    public static SegmentOutlook Of(LifecycleAnalysis analysis, Instant at)
    {
        HistoryBase histories = analysis.Histories;
        Found all = SubjectRanges.Fold(
            histories.SubjectCount,
            () => new Found([], []),
            (found, from, to) =>
            {
                var reader = new StageReader(analysis);
                var spans = new List<StageSpan>();
                for (int subject = from; subject < to; subject++)
                {
                    Instant next = reader.Read(subject, histories[subject].Until(at), at, spans);
                    if (spans.Count > 0 && spans[^1].Stage == SegmentDefinition.In)
                    {
                        found.Members.Add(subject);
                        found.Leaves.Add(next);
                    }
                }
            },
            (into, more) =>
            {
                into.Members.AddRange(more.Members);
                into.Leaves.AddRange(more.Leaves);
            });
        return new SegmentOutlook([.. all.Members], [.. all.Leaves]);
    }

    /// <summary>How many leave by themselves in each of the calendar months after a date, from the date's own.</summary>
    public IReadOnlyList<(int Month, int Members)> LeavingByMonth(Calendar calendar, Instant at, int months)
    {
        int first = calendar.UnitOf(at, CalendarUnit.Month);
        int[] counts = new int[months];
        foreach (Instant leave in Leaves)
        {
            int month = leave == Instant.Never ? months : calendar.UnitOf(leave, CalendarUnit.Month) - first;
            if (month < months)
            {
                counts[month]++;
            }
        }

        return [.. counts.Select((count, i) => (first + i, count))];
    }

    private sealed record Found(List<int> Members, List<Instant> Leaves);
}
