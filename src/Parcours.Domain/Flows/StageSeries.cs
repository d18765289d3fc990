using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>The stage counts as each period of the calendar begins, then at the analysis date: what a stacked area draws.</summary>
/// <param name="Unit">The period.</param>
/// <param name="Points">In time order; empty when no subject has a fact.</param>
public sealed record StageSeries(CalendarUnit Unit, ImmutableArray<StageSeriesPoint> Points)
{
    /// <summary>Counts the stages as each period begins, before any fact of that period, up to a date.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="calendar">Says when a period begins.</param>
    /// <param name="unit">The period.</param>
    /// <param name="from">Periods that begin at or before it are left out; null to begin with the first fact.</param>
    /// <param name="at">The last point, inclusive.</param>
    public static StageSeries Over(Timelines timelines, Calendar calendar, CalendarUnit unit, Instant? from, Instant at)
    {
        Instant first = FirstFact(timelines);
        if (first > at)
        {
            return new StageSeries(unit, []);
        }

        Instant start = from is { } given && given > first ? given : first;
        int next = calendar.UnitOf(start, unit) + 1;
        int units = Math.Max(0, calendar.UnitOf(at, unit) - next + 1);
        long[] cuts = [.. Enumerable.Range(next, units).Select(ordinal => calendar.StartOf(ordinal, unit).Micros - 1), at.Micros];
        int stages = timelines.Stages.Length;
        long[] changes = SubjectRanges.Count(timelines.SubjectCount, cuts.Length * stages, (into, firstSubject, end) =>
        {
            for (int subject = firstSubject; subject < end; subject++)
            {
                AddChanges(timelines.Of(subject), cuts, stages, into);
            }
        });
        for (int cell = stages; cell < changes.Length; cell++)
        {
            changes[cell] += changes[cell - stages];
        }

        return new StageSeries(unit, [.. cuts.Select((cut, point) => new StageSeriesPoint(
            point < units ? Calendar.DateOf(Calendar.FirstDayOf(next + point, unit)) : Calendar.DateOf(calendar.DayOf(at)),
            new Instant(cut),
            [.. changes.AsSpan(point * stages, stages)]))]);
    }

    /// <summary>The first fact of all subjects; <see cref="Instant.Never"/> when there is none.</summary>
    public static Instant FirstFact(Timelines timelines) =>
        new(SubjectRanges.Fold(timelines.SubjectCount, () => new long[] { long.MaxValue }, (least, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                if (spans.Length > 0)
                {
                    least[0] = Math.Min(least[0], spans[0].From.Micros);
                }
            }
        }, (into, other) => into[0] = Math.Min(into[0], other[0]))[0]);

    private static void AddChanges(ReadOnlySpan<StageSpan> spans, long[] cuts, int stages, long[] into)
    {
        int point = 0;
        for (int place = 0; place < spans.Length; place++)
        {
            // The first cut at which the span has begun; later spans of the subject are searched from there on.
            int found = Array.BinarySearch(cuts, point, cuts.Length - point, spans[place].From.Micros);
            point = found < 0 ? ~found : found;
            if (point == cuts.Length)
            {
                return;
            }

            into[(point * stages) + spans[place].Stage]++;
            if (place > 0)
            {
                into[(point * stages) + spans[place - 1].Stage]--;
            }
        }
    }
}
