using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Segments;

/// <summary>Segments over other definitions: at a date, over all time, and until when.</summary>
public sealed class SegmentScopeTests
{
    /// <summary>Customer 0 bought on days 0 and 200, 1 on day 50, 2 on day 300.</summary>
    private static readonly HistoryBase Histories = Base(Buys(0, 200), Buys(50), Buys(300));

    private static readonly Dictionary<string, string> Segments = new(StringComparer.Ordinal)
    {
        ["twice"] = "orders >= 2",
        ["asleep-twice"] = "segment(twice) and stage(state) = asleep",
        ["once-asleep"] = "stage(state, at: 2024-04-30) = asleep",
    };

    [Theory]
    [InlineData("stage(state) = asleep", 89, "")]
    [InlineData("stage(state) = asleep", 90, "0")]
    [InlineData("stage(state) = asleep", 290, "0 1")]
    [InlineData("stage('state') = awake", 210, "0")]
    [InlineData("segment(twice)", 199, "")]
    [InlineData("segment(twice)", 200, "0")]
    [InlineData("not segment(twice)", 310, "1 2")]
    [InlineData("segment(asleep-twice)", 289, "")]
    [InlineData("segment(asleep-twice)", 290, "0")]
    [InlineData("segment(twice, at: 2024-07-18)", 300, "")]
    [InlineData("segment(twice, at: 2024-07-19)", 300, "0")]
    [InlineData("stage(state, at: 2024-04-30) = asleep", 100, "")]
    [InlineData("stage(state, at: 2024-04-30) = asleep", 121, "0")]
    [InlineData("stage(state, at: 2024-04-30) = awake", 400, "1")]
    [InlineData("stage(state, at: 2024-04-30) != asleep", 100, "0 1")]
    [InlineData("segment(once-asleep) and orders = 2", 230, "0")]
    [InlineData("segment(listed)", 250, "1")]
    [InlineData("segment(listed)", 350, "1 2")]
    public void Members_at_a_date_are_the_same_counted_and_walked(string where, int day, string members)
    {
        SegmentScope scope = Segmented.On(Histories, Segments, new Dictionary<string, int[]> { ["listed"] = [1, 2] });

        Members? counted = new SegmentCounter(scope).Of(new SourceText(where), SubjectType.Customer, Day(day), out ExpressionError? error);
        Timelines timelines = scope.Analyse(Segmented.Named("asked", where)).Timelines;

        Assert.True(counted is not null, error?.ToString());
        Assert.Equal(members, string.Join(' ', counted.Subjects()));
        Assert.Equal(members, string.Join(' ', Enumerable.Range(0, 3).Where(subject => timelines.StageAt(subject, Day(day)) == SegmentDefinition.In)));
    }

    [Fact]
    public void Stage_at_a_date_is_not_known_before_it_and_never_moves_after()
    {
        LifecycleAnalysis analysis = Segmented.On(Histories, Segments).Analyse(Segmented.Named("asked", Segments["once-asleep"]));
        Instant known = Calendar.Utc.EndOfDay(Calendar.DayOf(new DateOnly(2024, 4, 30)));

        Assert.Equal([(Day(0), 1), (known, 0)], analysis.Timelines.Of(0).ToArray().Select(span => (span.From, (int)span.Stage)));
        Assert.Equal([(Day(50), 1)], analysis.Timelines.Of(1).ToArray().Select(span => (span.From, (int)span.Stage)));
    }

    [Fact]
    public void Outlook_says_when_each_member_leaves_as_was_known_at_the_date()
    {
        LifecycleAnalysis analysis = Segmented.On(Histories, Segments).Analyse(Segmented.Named("asked", "count(order within 100 days) >= 1"));

        var outlook = SegmentOutlook.Of(analysis, Day(60));

        Assert.Equal([0, 1], outlook.Members);
        Assert.Equal([Day(100), Day(150)], outlook.Leaves);
        Assert.Equal([(651, 1), (652, 1), (653, 0)], outlook.LeavingByMonth(Calendar.Utc, Instant.FromUtc(2024, 4, 1), 3).Select(month => (month.Month, month.Members)));
    }

    [Fact]
    public void Sizes_at_the_ends_of_months_are_those_counted_there()
    {
        SegmentScope scope = Segmented.On(Histories, Segments);
        LifecycleAnalysis analysis = scope.Analyse(Segmented.Named("asked", "stage(state) = awake"));
        var counter = new SegmentCounter(scope);

        IReadOnlyList<(Instant At, int Members)> sizes = SegmentSizes.ByMonth(analysis.Timelines, Histories, Day(310), 24);

        Assert.Equal(11, sizes.Count);
        Assert.Equal(Day(310), sizes[^1].At);
        Assert.All(sizes, size => Assert.Equal(counter.Of(new SourceText("stage(state) = awake"), SubjectType.Customer, size.At, out _)!.Count, size.Members));
    }

    [Theory]
    [InlineData("segment(twise)", 9, "no segment that can be used")]
    [InlineData("stage(nothing) = lost", 7, "no lifecycle that can be used")]
    [InlineData("stage(state, at: 3) = lost", 18, "something else than a date")]
    [InlineData("stage(state, 3) = lost", 1, "takes one name")]
    [InlineData("segment()", 1, "takes one name")]
    [InlineData("segment(at: 2024-01-01)", 1, "takes one name")]
    public void What_cannot_be_read_is_told_with_its_place(string where, int column, string problem)
    {
        Members? found = new SegmentCounter(Segmented.On(Histories, Segments)).Of(new SourceText(where), SubjectType.Customer, Day(0), out ExpressionError? error);

        Assert.Null(found);
        Assert.Equal(column, error!.Column);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }
}
