using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Segments;
using Parcours.Engine.Answers;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Samples;

namespace Parcours.Engine.Usage;

public sealed class DataUsageTests
{
    private static readonly HistoryBase _shop = SampleShop.Histories(300, 7);

    [Fact]
    public void Everything_of_the_sample_shop_is_listed_once_the_never_used_first()
    {
        IReadOnlyList<Used> all = DataUsage.Of(new AnswerSource(_shop, LifecycleLibrary.BuiltIn(), null));

        Assert.Equal(all.Count, all.DistinctBy(used => (used.Sort, used.Name)).Count());
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.First.Users.Count == 0 || pair.Second.Users.Count > 0));
        Used orders = all.Single(used => used is { Sort: DataSort.Kind, Name: "order" });
        Assert.True(orders.CountOf(DataUserSort.Lifecycle) >= 5 && orders.CountOf(DataUserSort.Score) == 5);
        Assert.True(orders.Facts > orders.Subjects && orders.Subjects is > 0 and <= 300);
    }

    [Fact]
    public void Segment_uses_what_its_condition_names()
    {
        var segment = new SegmentDefinition("lyon", new("Lyon", "Lyon"), new("", ""), "", "", SubjectType.Customer, new SourceText("attribute(country) = 'FR' and ever(note)"));

        IReadOnlyList<Used> all = DataUsage.Of(_shop, [DataUser.Of(segment)]);

        Assert.All(all.Where(used => used.Users.Count > 0), used => Assert.Contains(used.Name, (string[])["country", "note"]));
        Assert.Equal(0, all[0].CountOf(DataUserSort.Segment));
    }

    [Fact]
    public void Facts_are_counted_once_though_accounts_repeat_those_of_their_stakeholders()
    {
        FactCensus census = FactCensus.Of(_shop);
        FactCensus customers = FactCensus.Of(_shop.Of(SubjectType.Customer));
        Assert.All(customers.Kinds, pair => Assert.Equal((pair.Value.Facts, pair.Value.Subjects), (census.Kinds[pair.Key].Facts, census.Kinds[pair.Key].Subjects)));
    }
}
