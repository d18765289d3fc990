using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Flows;

public sealed class StageSeriesTests
{
    private static readonly Timelines Two = Of(
        Spans((10, 0), (31, 1), (45, 2)),
        Spans((40, 1), (59, 3)));

    [Fact]
    public void Points_count_as_the_month_begins_then_at_the_date()
    {
        var series = StageSeries.Over(Two, Calendar.Utc, CalendarUnit.Month, null, Day(70));

        Assert.Equal([new DateOnly(1970, 2, 1), new DateOnly(1970, 3, 1), new DateOnly(1970, 3, 12)], series.Points.Select(p => p.Date));

        // The move at the first instant of February belongs to February.
        Assert.Equal([1, 0, 0, 0], series.Points[0].PerStage);
        Assert.Equal([0, 1, 1, 0], series.Points[1].PerStage);
        Assert.Equal([0, 0, 1, 1], series.Points[2].PerStage);
    }

    [Fact]
    public void Start_given_leaves_out_earlier_periods() =>
        Assert.Equal(
            [new DateOnly(1970, 3, 1), new DateOnly(1970, 3, 12)],
            StageSeries.Over(Two, Calendar.Utc, CalendarUnit.Month, Day(40), Day(70)).Points.Select(p => p.Date));

    [Fact]
    public void Base_without_a_fact_has_no_point()
    {
        Assert.Empty(StageSeries.Over(Of(Spans()), Calendar.Utc, CalendarUnit.Week, null, Day(70)).Points);
        Assert.Empty(StageSeries.Over(Two, Calendar.Utc, CalendarUnit.Week, null, Day(9)).Points);
    }

    [Fact]
    public void Every_point_equals_the_stage_counts_at_its_cut() =>
        FlowProperties.Check((timelines, from, to) => StageSeries.Over(timelines, Calendar.Utc, CalendarUnit.Week, from % 2 == 0 ? null : Day(from), Day(to))
            .Points.All(point => point.PerStage.SequenceEqual(StageCounts.Of(timelines, point.At).PerStage)));
}
