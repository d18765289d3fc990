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

    [Theory]
    [InlineData(0.25, 13, 6, 22)]   // the upper bound at 16 is 0.627 to the power 0.466, 0.805; at 22 it is 0.538 to the power 0.471, 0.747
    [InlineData(0.5, 23, 13, null)]
    public void Remission_under_treatment_gives_the_intervals_worked_by_hand(double share, int estimate, int low, int? high)
    {
        var completed = new DayHistogram();
        var censored = new DayHistogram();
        Array.ForEach([6, 6, 6, 7, 10, 13, 16, 22, 23], week => completed.Add(week));
        Array.ForEach([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], week => censored.Add(week));
        Check(completed, censored, share, estimate, low, high);
    }

    [Theory]
    [InlineData(0.25, 4, 1, 5)]     // the lower bound at 1 is 0.905 to the power 4.00, 0.670; the upper one at 5 is 0.571 to the power 0.516, 0.749
    [InlineData(0.5, 8, 4, 11)]
    public void Remission_without_treatment_gives_the_intervals_worked_by_hand(double share, int estimate, int low, int high)
    {
        var completed = new DayHistogram();
        Array.ForEach([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], week => completed.Add(week));
        Check(completed, new DayHistogram(), share, estimate, low, high);
    }

    [Fact]
    public void Interval_holds_the_true_median_in_about_95_of_100_samples()
    {
        const int seed = 20261121;
        const int samples = 2000;
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        var random = new Random(seed);
        int held = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            var completed = new DayHistogram();
            var censored = new DayHistogram();
            for (int stay = 0; stay < 120; stay++)
            {
                double over = -Math.Log(1 - random.NextDouble()) * 1000;
                double cut = random.NextDouble() * 3000;
                (over <= cut ? completed : censored).Add((int)Math.Min(over, cut));
            }

            (double[] lower, double[] upper) = KaplanMeier.Band(completed, censored);
            double truth = 1000 * Math.Log(2);
            held += KaplanMeier.Quantile(lower, 0.5) <= truth && (KaplanMeier.Quantile(upper, 0.5) ?? int.MaxValue) >= truth ? 1 : 0;
        }

        Assert.InRange(held / (double)samples, 0.935, 0.97);
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

    /// <summary>Weeks of remission of Freireich et al. (1963); the bounds worked by hand from Greenwood's variance on the scale of ln(-ln S).</summary>
    private static void Check(DayHistogram completed, DayHistogram censored, double share, int estimate, int low, int? high)
    {
        (double[] lower, double[] upper) = KaplanMeier.Band(completed, censored);

        Assert.Equal((estimate, low, high), (KaplanMeier.Quantile(KaplanMeier.Survival(completed, censored), share), KaplanMeier.Quantile(lower, share), KaplanMeier.Quantile(upper, share)));
    }
}
