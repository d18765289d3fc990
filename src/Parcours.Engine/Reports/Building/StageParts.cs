using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>The parts of the report that read timelines: where subjects stand, moved, stayed and went through.</summary>
internal sealed class StageParts(ReportMoment moment, StageOrder order)
{
    private const int Months = 36;
    private const int DaysAhead = 30;
    private const int PathsShown = 10;

    public StageMap? Map()
    {
        var now = StageCounts.Of(moment.Timelines, moment.At);
        if (now.Subjects == 0)
        {
            return null;
        }

        var before = StageCounts.Of(moment.Timelines, moment.Before);
        var matrix = Domain.Flows.TransitionMatrix.Between(moment.Timelines, moment.Before, moment.At);
        IEnumerable<int> rows = [.. order.Indexes, Domain.Flows.TransitionMatrix.NotYet];
        return new StageMap(
            [.. order.Indexes.Select(stage => new Twin(now.PerStage[stage], moment.HasYearEarlier ? before.PerStage[stage] : null))],
            [.. from row in rows from column in order.Indexes where matrix[row, column] > 0
                select new Model.StageFlow(order.PlaceOf(row), order.PlaceOf(column), matrix[row, column])]);
    }

    public Model.StageSeries? Series()
    {
        if (moment.Facts.IsEmpty || moment.Facts.First > moment.At)
        {
            return null;
        }

        int days = moment.Calendar.DayOf(moment.At) - moment.Calendar.DayOf(moment.Facts.First);
        CalendarUnit unit = days > 150 ? CalendarUnit.Month : days > 28 ? CalendarUnit.Week : CalendarUnit.Day;
        Instant from = moment.Calendar.StartOf(moment.Calendar.UnitOf(moment.At, CalendarUnit.Month) - Months, CalendarUnit.Month);
        var series = Domain.Flows.StageSeries.Over(moment.Timelines, moment.Calendar, unit, from, moment.At);
        return new(
            unit,
            [.. series.Points.Select(point => moment.DateOf(point.At))],
            [.. order.Indexes.Select(stage => (IReadOnlyList<long>)[.. series.Points.Select(point => point.PerStage[stage])])]);
    }

    public Model.TransitionMatrix Transitions()
    {
        var moves = Domain.Flows.Transitions.Between(moment.Timelines, moment.Before, moment.At);
        long? before = moment.HasTwoYears ? Domain.Flows.Transitions.Between(moment.Timelines, moment.TwoBefore, moment.Before).All.Sum(move => move.Count) : null;
        return new([.. order.Indexes.Select(from => (IReadOnlyList<long>)[.. order.Indexes.Select(to => moves.Count(from, to))])], before);
    }

    public IReadOnlyList<StageStay> Stays()
    {
        var now = TimeInStage.Of(moment.Timelines, moment.Calendar, moment.At);
        var before = TimeInStage.Of(moment.Timelines, moment.Calendar, moment.Before);
        return [.. order.Indexes.Select(stage => new StageStay(order.PlaceOf(stage), now[stage].Stays, now[stage].Running,
            now[stage].FirstQuartileDays, now[stage].MedianDays, now[stage].ThirdQuartileDays, before[stage].MedianDays) { Intervals = now[stage].Intervals })];
    }

    public IReadOnlyList<Model.CommonPath> Paths(Func<int, long> netSpend) =>
        [.. CommonPaths.Of(moment.Timelines, moment.At, PathsShown, netSpend).Top.Select(path => new Model.CommonPath(
            [.. path.Stages.Select(order.PlaceOf)], path.GoesOn, path.Subjects, path.Share, path.Value is { } value ? value / (double)path.Subjects : null))];

    public Upcoming? Upcoming(Func<int, long> spendLastYear)
    {
        if (moment.Facts.IsEmpty || moment.Facts.Last > moment.At)
        {
            return null;
        }

        Instant until = moment.Calendar.EndOfDay(moment.Calendar.DayOf(moment.At) + DaysAhead);
        long[] subjects = new long[order.Stages.Count];
        long[] spend = new long[order.Stages.Count];
        for (int subject = 0; subject < moment.Timelines.SubjectCount; subject++)
        {
            ReadOnlySpan<StageSpan> spans = moment.Timelines.Of(subject);
            int next = Timelines.At(spans, moment.At) + 1;
            if (next > 0 && next < spans.Length && spans[next].From <= until)
            {
                int place = order.PlaceOf(spans[next].Stage);
                subjects[place]++;
                spend[place] += spendLastYear(subject);
            }
        }

        return new Upcoming(DaysAhead, [.. Enumerable.Range(0, subjects.Length).Where(place => subjects[place] > 0)
            .Select(place => new UpcomingMove(place, subjects[place], spend[place])).OrderByDescending(move => move.Subjects)]);
    }
}
