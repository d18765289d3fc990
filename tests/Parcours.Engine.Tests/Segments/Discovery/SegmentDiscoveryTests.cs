using System.Globalization;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Segments.Building;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Segments.Discovery;

public sealed class SegmentDiscoveryTests
{
    private const int Each = 150;
    private static readonly DateOnly _last = new(2024, 12, 31);
    private static readonly Instant _at = Calendar.Utc.EndOfDay(Calendar.Utc.DayOf(Instant.FromUtc(2024, 12, 31)));

    [Fact]
    public void Planted_groups_are_found_named_and_put_into_rules()
    {
        SegmentDiscovery found = SegmentDiscovery.Of(Known(TwoKinds()), _at);

        Assert.Equal(2, found.Count.Groups);
        Assert.Equal([Each, Each], found.Groups.Select(group => group.Size));
        DiscoveredGroup regulars = found.Groups.Single(group => group.Name.En.Contains("small baskets", StringComparison.Ordinal) || group.Name.En.Contains("Frequent buyers", StringComparison.Ordinal));
        DiscoveredGroup others = found.Groups.Single(group => group != regulars);
        Assert.Equal(2, found.Groups.Select(group => group.Name.Fr).Distinct().Count());
        int orders = found.Indicators.ToList().FindIndex(indicator => indicator.Feature.Id == "orders");
        Assert.InRange(regulars.Centre[orders]!.Value, 10, 14);
        Assert.Equal(1, others.Centre[orders]!.Value);
        Assert.InRange(found.Means[orders]!.Value, 6, 7.5);
        Assert.True(regulars.Standing[orders] > 0.5 && others.Standing[orders] < -0.5);
        Assert.All(found.Groups, group => Assert.True(group.Homogeneity > 0.4 && group.Rule is { Precision: > 0.95, Recall: > 0.95 }));
    }

    [Fact]
    public void Rules_open_in_the_builder_and_hold_for_those_they_say()
    {
        AnswerSource known = Known(TwoKinds());
        foreach (DiscoveredGroup group in SegmentDiscovery.Of(known, _at).Groups)
        {
            var tree = ConditionText.Read(group.Rule.Where);

            Assert.Equal(group.Rule.Where, ConditionText.Write(tree));
            Assert.All(ConditionGroup.Around(tree).Parts, part => Assert.NotEqual(ConditionShapes.Text, ConditionShapes.Of(part).Shape.Key));
            Assert.Equal(group.Rule.Members, SegmentAnswers.Matching(known, group.Rule.Where, SubjectType.Customer, _at).Count);
        }
    }

    [Fact]
    public void Groups_are_those_of_histories_cut_at_the_date()
    {
        HistoryBase histories = Stories.Of(Calendar.Utc, [.. TwoKindsOfStory(), .. Enumerable.Range(0, 40).Select(_ => new Story(SubjectType.Customer).Order("2025-06-01", 9000))]);

        SegmentDiscovery found = SegmentDiscovery.Of(Known(histories), _at);

        Assert.Equal(2 * Each, found.Buyers);
        Assert.Equal([Each, Each], found.Groups.Select(group => group.Size));
    }

    [Fact]
    public void Buyers_who_differ_by_degrees_fall_into_no_groups()
    {
        var random = new Random(5);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        HistoryBase histories = Stories.Of(Calendar.Utc, [.. Enumerable.Range(0, 400).Select(_ =>
            new Story(SubjectType.Customer).Order(DaysBefore((int)Math.Exp(5 + (0.5 * Normal()))), Math.Round((decimal)Math.Exp(4 + (0.6 * Normal())), 2)))]);

        SegmentDiscovery found = SegmentDiscovery.Of(Known(histories), _at);

        Assert.Equal((400, false), (found.Buyers, found.IsTooFew));
        Assert.Null(found.Count.Groups);
        Assert.Empty(found.Groups);
        Assert.Equal(4, found.Count.Tried.Count);
    }

    [Fact]
    public void Too_few_buyers_are_told_so()
    {
        HistoryBase histories = Stories.Of(Calendar.Utc, [.. TwoKindsOfStory().Take(SegmentDiscovery.FewestBuyers - 1)]);

        Assert.True(SegmentDiscovery.Of(Known(histories), _at).IsTooFew);
    }

    // Published for the base's first use (Fader, Hardie and Lee 2005): most of CDNOW's customers of 1997 bought once or twice, and few bought on.
    [Fact]
    public void Cdnow_falls_into_occasional_and_frequent_buyers()
    {
        SegmentDiscovery found = SegmentDiscovery.Of(Known(CdnowCustomers.Load()), CdnowCustomers.EndOf(1998, 6, 30));

        Assert.Equal((23_570, 20_000), (found.Buyers, found.Sampled));
        Assert.Equal(["Occasional buyers", "Frequent buyers, much spent"], found.Groups.Select(group => group.Name.En));
        Assert.Equal(23_570, found.Groups.Sum(group => group.Size));
        Assert.InRange(found.Groups[0].Share, 0.65, 0.75);
        Assert.All(found.Groups, group => Assert.True(group.Rule is { Precision: > 0.9, Recall: > 0.8 }));
    }

    private static AnswerSource Known(HistoryBase histories) => new(histories, LifecycleLibrary.BuiltIn(), null);

    private static HistoryBase TwoKinds() => Stories.Of(Calendar.Utc, TwoKindsOfStory());

    // Those who buy a little every month, and those who bought much once and not since.
    private static Story[] TwoKindsOfStory()
    {
        var random = new Random(3);
        Story Regular()
        {
            var story = new Story(SubjectType.Customer);
            int orders = random.Next(10, 15);
            int day = random.Next(3, 30);
            for (int order = 0; order < orders; order++)
            {
                story.Order(DaysBefore(day), random.Next(1500, 2500) / 100m);
                day += random.Next(20, 36);
            }

            return story;
        }

        Story Occasional() => new Story(SubjectType.Customer).Order(DaysBefore(random.Next(250, 400)), random.Next(15_000, 30_000) / 100m);

        return [.. Enumerable.Range(0, 2 * Each).Select(place => place % 2 == 0 ? Regular() : Occasional())];
    }

    private static string DaysBefore(int days) => _last.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
