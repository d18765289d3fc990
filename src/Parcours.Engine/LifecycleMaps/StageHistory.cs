using System.Runtime.CompilerServices;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>The stages over the whole history: the same whatever date is looked at, so it is counted once for an analysis.</summary>
internal static class StageHistory
{
    private const int MostMonths = 120;
    private static readonly ConditionalWeakTable<Timelines, StageSeries> Kept = [];

    /// <summary>The series; null for a history of one day or less.</summary>
    public static StageSeries? Of(LifecycleAnalysis analysis, StageOrder order, FactSpan span)
    {
        Calendar calendar = analysis.Histories.Calendar;
        int days = calendar.DayOf(span.Last) - calendar.DayOf(span.First);
        return days < 1 ? null : Kept.GetValue(analysis.Timelines, timelines => Count(timelines, calendar, order, span, days));
    }

    /// <summary>Where a date lies among the dates of a series, as a fraction of a step; null outside.</summary>
    public static double? PlaceOf(StageSeries series, DateOnly at)
    {
        IReadOnlyList<DateOnly> dates = series.Dates;
        for (int place = 1; place < dates.Count; place++)
        {
            if (at <= dates[place])
            {
                double step = Math.Max(1, dates[place].DayNumber - dates[place - 1].DayNumber);
                return at < dates[0] ? null : place - 1 + ((at.DayNumber - dates[place - 1].DayNumber) / step);
            }
        }

        return null;
    }

    private static StageSeries Count(Timelines timelines, Calendar calendar, StageOrder order, FactSpan span, int days)
    {
        CalendarUnit unit = days > 150 ? CalendarUnit.Month : days > 28 ? CalendarUnit.Week : CalendarUnit.Day;
        Instant at = calendar.EndOfDay(calendar.DayOf(span.Last));
        Instant from = calendar.StartOf(calendar.UnitOf(at, CalendarUnit.Month) - MostMonths, CalendarUnit.Month);
        var series = Domain.Flows.StageSeries.Over(timelines, calendar, unit, from, at);
        return new StageSeries(
            unit,
            [.. series.Points.Select(point => Calendar.DateOf(calendar.DayOf(point.At)))],
            [.. order.Indexes.Select(stage => (IReadOnlyList<long>)[.. series.Points.Select(point => point.PerStage[stage])])]);
    }
}
