using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Conversion;

public sealed class PathConversionTests
{
    [Fact]
    public void Success_is_any_later_stage_and_exit_is_off_the_path_or_back()
    {
        PathConversion conversion = Measure(Day(400), Of(
            Spans((0, 0), (10, 2)),             // prospect to active: a step skipped is a success
            Spans((0, 0), (10, 3)),             // off the path
            Spans((0, 1), (10, 0), (40, 1)),    // new, back to prospect: an exit; then prospect to new: a success, and a second stay in new
            Spans((395, 0))));                  // entered last week: has not failed

        ConversionStep prospect = conversion.Steps[0];
        ConversionStep fresh = conversion.Steps[1];
        Assert.Equal((4, 2, 1, 1), (prospect.Stays, prospect.Succeeded, prospect.Left, prospect.Running));
        Assert.Equal((2, 0, 1, 1), (fresh.Stays, fresh.Succeeded, fresh.Left, fresh.Running));
        Assert.Equal([0, 1], conversion.Steps.Select(step => step.Stage));
    }

    [Fact]
    public void Rates_at_the_horizons_follow_the_estimator()
    {
        // Twenty stays in "new": five succeed after 20 days, five leave after 60, five succeed after 100, five stay on.
        var subjects = Enumerable.Range(0, 20).Select(s => (s % 4) switch
        {
            0 => Spans((0, 1), (20, 2)),
            1 => Spans((0, 1), (60, 3)),
            2 => Spans((0, 1), (100, 2)),
            _ => Spans((0, 1)),
        });
        ConversionStep step = Measure(Day(365), Of([.. subjects])).Steps[1];

        Assert.Equal([0.25, 0.25, 0.5, 0.5], step.Rates.Select(rate => Math.Round(rate.Converted!.Value, 12)));
        Assert.Equal([0.0, 0.25, 0.25, 0.25], step.Rates.Select(rate => Math.Round(rate.Exited!.Value, 12)));
        Assert.Equal(0.25, step.At(365).Remaining!.Value, 1e-12);
        Assert.All(step.Rates, rate => Assert.InRange(rate.Converted!.Value, rate.Low!.Value, rate.High!.Value));
        Assert.All(step.Rates, rate => Assert.True(rate.Low < rate.Converted && rate.Converted < rate.High));
    }

    [Fact]
    public void Horizon_that_could_not_be_watched_is_not_estimable()
    {
        // Twelve entered 100 days ago and two 40 days ago: 180 days were watched for nobody.
        var subjects = Enumerable.Range(0, 14).Select(s => Spans((s < 12 ? 0 : 60, 0), (s < 12 ? 30 : 65, 1)));
        ConversionStep step = Measure(Day(100), Of([.. subjects])).Steps[0];

        Assert.Equal([14L, 12L, 0L, 0L], step.Rates.Select(rate => rate.Followed));
        Assert.NotNull(step.At(90).Converted);
        Assert.Null(step.At(180).Converted);
        Assert.Null(step.At(180).Low);
        Assert.Null(step.At(180).Remaining);
    }

    [Fact]
    public void Few_followed_stays_among_many_are_not_enough()
    {
        var subjects = Enumerable.Range(0, 50).Select(s => Spans((s < 9 ? 0 : 190, 0)));

        Assert.Null(Measure(Day(200), Of([.. subjects])).Steps[0].At(180).Converted);
        Assert.Equal(0.0, Measure(Day(200), Of([.. subjects.Take(9)])).Steps[0].At(180).Converted);
    }

    [Fact]
    public void Nobody_converted_is_not_a_sure_zero()
    {
        ConversionRate rate = Measure(Day(200), Of([.. Enumerable.Range(0, 20).Select(_ => Spans((0, 0)))])).Steps[0].At(90);

        Assert.Equal((0.0, 0.0), (rate.Converted, rate.Low));
        Assert.Equal(1 - Math.Pow(0.025, 1.0 / 20), rate.High!.Value, 1e-12);
    }

    [Fact]
    public void Months_of_entry_share_out_the_stays()
    {
        var timelines = Of([.. Enumerable.Range(0, 40).Select(s => Spans((s, 0), (s + 10 + (s % 7), 1)))]);
        PathConversion conversion = PathConversion.Of(timelines, Keys(40), Calendar.Utc, Day(300), new ConversionOptions { ByMonth = true });

        Assert.Equal([0, 1], conversion.Months.Select(month => month.Month));
        Assert.Equal([31L, 9L], conversion.Months.Select(month => month.Steps[0].Stays));
        Assert.Equal(Show(Measure(Day(300), timelines).Steps), Show(conversion.Steps));
    }

    [Fact]
    public void Weakest_step_needs_enough_stays()
    {
        static IEnumerable<IReadOnlyList<StageSpan>> Subjects(int count) => Enumerable.Range(0, count).Select(s =>
            s % 10 < 8 ? s % 10 < 2 ? Spans((0, 0), (5, 1), (9, 2)) : Spans((0, 0), (5, 1)) : Spans((0, 0)));

        Assert.Equal(1, Measure(Day(400), Of([.. Subjects(100)])).Weakest!.Stage);
        Assert.Equal(0, Measure(Day(400), Of([.. Subjects(30)])).Weakest!.Stage);
        Assert.Null(Measure(Day(400), Of([.. Subjects(20)])).Weakest);
    }

    [Fact]
    public void Intervals_cover_the_truth_about_as_often_as_they_say()
    {
        // 300 bases of 80 subjects, each with two stays that end alike: resampling stays instead of subjects would cover far less.
        var random = new System.Random(5);
        int covered = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            var timelines = Of([.. Enumerable.Range(0, 80).Select(_ =>
                random.NextDouble() < 0.3 ? Spans((0, 0), (10, 1), (20, 0), (30, 1)) : Spans((0, 0), (10, 3), (20, 0), (30, 3)))]);
            ConversionRate rate = PathConversion.Of(timelines, Keys(80), Calendar.Utc, Day(400), new ConversionOptions { Seed = (ulong)trial }).Steps[0].At(30);
            covered += rate.Low <= 0.3 && 0.3 <= rate.High ? 1 : 0;
        }

        Assert.InRange(covered / 300.0, 0.90, 0.98);
    }

    [Fact]
    public void Order_of_subjects_does_not_matter() =>
        Prop.ForAll(Any(), Arb.From(Gen.Choose(0, 800)), (timelines, day) =>
        {
            int[] order = [.. Enumerable.Range(0, timelines.SubjectCount).Reverse()];
            var reversed = Timelines.Of(Stages, [.. order.Select(s => timelines.Of(s).ToArray())]);
            var options = new ConversionOptions { Replicates = 20, ByMonth = true, MinimumFollowed = 1 };
            PathConversion one = PathConversion.Of(timelines, Keys(timelines.SubjectCount), Calendar.Utc, Day(day), options);
            PathConversion other = PathConversion.Of(reversed, Subjects.Of([.. order.Select(Key)]), Calendar.Utc, Day(day), options);
            return Show(one.Steps) == Show(other.Steps) && one.Months.SelectMany(m => Show(m.Steps)).SequenceEqual(other.Months.SelectMany(m => Show(m.Steps)));
        }).QuickCheckThrowOnFailure();

    private static PathConversion Measure(Instant at, Timelines timelines) =>
        PathConversion.Of(timelines, Keys(timelines.SubjectCount), Calendar.Utc, at, new ConversionOptions());

    private static Subjects Keys(int count) => Subjects.Of([.. Enumerable.Range(0, count).Select(Key)]);

    private static string Key(int subject) => $"{subject:00000}";

    private static string Show(IEnumerable<ConversionStep> steps) =>
        string.Join('\n', steps.Select(step => $"{step.Stage} {step.Stays} {step.Succeeded} {step.Left} {string.Join(", ", step.Rates)}"));
}
