using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>How many a segment held at each of some dates, and who will come and go by time alone.</summary>
public static class SegmentSizes
{
    /// <summary>The size at the end of each month (workspace zone) from the first fact's to a date's; the last one is the size at the date.</summary>
    /// <param name="timelines">The segment's, as a lifecycle.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The last date.</param>
    /// <param name="months">How many months at most: the latest.</param>
    public static IReadOnlyList<(Instant At, int Members)> ByMonth(Timelines timelines, HistoryBase histories, Instant at, int months)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || span.First > at)
        {
            return [];
        }

        int last = histories.Calendar.UnitOf(at, CalendarUnit.Month);
        int first = Math.Max(histories.Calendar.UnitOf(span.First, CalendarUnit.Month), last - months + 1);
        Instant[] dates = [.. Enumerable.Range(first, last - first).Select(month => new Instant(histories.Calendar.StartOf(month + 1, CalendarUnit.Month).Micros - 1)), at];
        return [.. dates.Zip(Count(timelines, dates))];
    }

    /// <summary>The size at each of some dates.</summary>
    /// <param name="timelines">The segment's, as a lifecycle.</param>
    /// <param name="dates">Ascending.</param>
    public static int[] Count(Timelines timelines, Instant[] dates)
    {
        long[] moves = SubjectRanges.Count(timelines.SubjectCount, dates.Length + 1, (counts, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                for (int i = 0; i < spans.Length; i++)
                {
                    if (spans[i].Stage == SegmentDefinition.In)
                    {
                        counts[FirstNotBefore(dates, spans[i].From)]++;
                        if (i + 1 < spans.Length)
                        {
                            counts[FirstNotBefore(dates, spans[i + 1].From)]--;
                        }
                    }
                }
            }
        });
        int[] sizes = new int[dates.Length];
        long members = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            members += moves[i];
            sizes[i] = (int)members;
        }

        return sizes;
    }

    /// <summary>The place of the first date that is not before an instant; the number of dates when all are.</summary>
    private static int FirstNotBefore(Instant[] dates, Instant at)
    {
        int found = Array.BinarySearch(dates, at);
        return found >= 0 ? found : ~found;
    }
}
