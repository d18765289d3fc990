using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Flows;

public sealed class TimeInStageTests
{
    [Fact]
    public void Remission_times_give_the_published_survival()
    {
        // Freireich et al., Blood 21 (1963): weeks of remission under 6-MP; the survival shares are those of Kalbfleisch and Prentice, and of Collett.
        var completed = new DayHistogram();
        var censored = new DayHistogram();
        Array.ForEach([6, 6, 6, 7, 10, 13, 16, 22, 23], week => completed.Add(week));
        Array.ForEach([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], week => censored.Add(week));

        double[] survival = KaplanMeier.Survival(completed, censored);

        Assert.Equal([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], new[] { 6, 7, 10, 13, 16, 22, 23 }.Select(week => Math.Round(survival[week], 3)));
        Assert.Equal(23, KaplanMeier.Quantile(survival, 0.5));
        Assert.Null(KaplanMeier.Quantile(survival, 0.75));
    }

    [Fact]
    public void Stays_still_running_are_cut_off_and_not_finished()
    {
        var timelines = Of(
            Spans((0, 1), (10, 2), (30, 1)),   // new: 10 days, then running since day 30
            Spans((0, 1), (20, 2)),            // new: 20 days
            Spans((5, 1), (200, 3)));          // new: running at day 50, whatever comes later

        TimeInStage stays = TimeInStage.Of(timelines, Calendar.Utc, Day(50))[1];

        Assert.Equal((2, 2), (stays.Completed, stays.Running));
        Assert.Equal(15.0, stays.MeanCompletedDays);
        Assert.Equal(10, stays.FirstQuartileDays);  // S(10) = 3/4
        Assert.Equal(20, stays.MedianDays);         // S(20) = 3/4 x 2/3 = 1/2: the stay cut off at 20 days was still at risk
        Assert.Null(stays.ThirdQuartileDays);
    }

    [Fact]
    public void Stage_never_entered_has_no_figure() =>
        Assert.Equal(new TimeInStage(3, 0, 0, null, null, null, null), TimeInStage.Of(Of(Spans((1, 0))), Calendar.Utc, Day(50))[3]);

    [Fact]
    public void Days_are_local_so_a_clock_change_does_not_shorten_a_stay()
    {
        Calendar paris = Calendar.Find("Europe/Paris")!;
        Instant entered = paris.StartOfDay(Calendar.DayOf(new DateOnly(2026, 3, 28)));
        Instant left = paris.StartOfDay(Calendar.DayOf(new DateOnly(2026, 3, 30)));
        IReadOnlyList<StageSpan> spans = [new(entered, 0, 0), new(left, 1, 0)];

        Assert.Equal(2, TimeInStage.Of(Of(spans), paris, left)[0].MedianDays);
    }

    [Fact]
    public void Stays_are_the_entries_and_moves_into_the_stage() => FlowProperties.Check((timelines, _, to) =>
    {
        var moves = Transitions.Between(timelines, null, Day(to));
        return TimeInStage.Of(timelines, Calendar.Utc, Day(to)).All(stage =>
            stage.Stays == moves.Entries(stage.Stage) + moves.In(stage.Stage) && stage.Completed == moves.Out(stage.Stage));
    });
}
