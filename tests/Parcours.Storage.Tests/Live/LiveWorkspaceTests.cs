using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Live;

public sealed class LiveWorkspaceTests
{
    [Fact]
    public async Task Message_said_twice_is_stored_once_for_ever()
    {
        using var story = new LiveStory();
        IncomingEvent order = story.Event([User("u1")], [Order("A1", 1200)], id: "m1");

        Assert.Equal(new IntakeCounts(1, 1, 0, 0), await story.Say(Trust.Company, order));
        Assert.Equal(new IntakeCounts(2, 0, 2, 0), await story.Say(Trust.Company, order, order));
        story.Restart();
        Assert.Equal(new IntakeCounts(1, 0, 1, 0), await story.Say(Trust.Company, order));
        Assert.Equal("order:1200", story.Facts(IdentityKind.Customer, "u1"));
    }

    [Fact]
    public async Task Order_told_again_is_adjusted_and_its_refunds_count_what_is_new()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200), new() { Kind = "order_line", Value = 1200, Link = "A1", Item = "tea", Rule = IncomingRule.WithOrder }]));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1000), new() { Kind = "order_line", Value = 1000, Link = "A1", Item = "tea", Rule = IncomingRule.WithOrder }], 1));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1000)], 2));
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "refund", Value = 300, Link = "A1", Rule = IncomingRule.RefundTotal }], 3));
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "refund", Value = 450, Link = "A1", Rule = IncomingRule.RefundTotal }], 4));
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "refund", Value = 0, Link = "A1", Rule = IncomingRule.RefundRest }], 5));

        Assert.Equal("order:1200 order_line:1200 order_adjusted:-200 refund:300 refund:150 refund:550", story.Facts(IdentityKind.Customer, "u1"));
    }

    [Fact]
    public async Task Lines_of_an_order_told_again_are_those_that_were_not_known()
    {
        using var story = new LiveStory();
        IncomingFact Line(string item, int units, long cents, IncomingRule rule = IncomingRule.OrderLine) =>
            new() { Kind = "order_line", Value = cents, Currency = 1, Link = "A1", Item = item, Quantity = units * 1000, Rule = rule };
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1000)]));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1000), Line("tea", 2, 1000)], 1));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1000), Line("SKU-1", 2, 1000)], 2));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1900), Line("tea", 1, 500), Line("tea", 2, 1000), Line("cup", 1, 400)], 3));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 2000), Line("spoon", 1, 100, IncomingRule.UpdatedLine)], 4));

        Assert.Equal("order:1000 order_line:1000 order_line:500 order_line:400 order_adjusted:900 order_line:100 order_adjusted:100", story.Facts(IdentityKind.Customer, "u1"));
    }

    [Theory]
    [InlineData(600, "refund:400")]
    [InlineData(1000, "")]
    [InlineData(200, "refund:800")]
    public async Task Refund_gives_back_no_more_than_is_left_of_the_order(long before, string last)
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1000)]));
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "refund", Value = before, Currency = 1, Link = "A1", Rule = IncomingRule.RefundPart }], 1));
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "refund", Value = 1000, Currency = 1, Link = "A1", Rule = IncomingRule.RefundPart }], 2));
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "refund", Value = 5, Currency = 1, Link = "A1", Rule = IncomingRule.RefundPart }], 3));

        Assert.Equal($"order:1000 refund:{before} {last}".TrimEnd(), story.Facts(IdentityKind.Customer, "u1"));
    }

    [Fact]
    public async Task Device_goes_with_the_first_person_and_a_family_stays_apart()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Public, story.Event([Device("d")], [new() { Kind = "visit" }]));
        await story.Say(Trust.Public, story.Event([User("mother"), Device("d")], [Order("A1", 100)], 1));
        await story.Say(Trust.Public, story.Event([User("child"), Device("d")], [Order("A2", 200)], 2));

        Assert.Equal("visit:0 order:100", story.Facts(IdentityKind.Customer, "mother"));
        Assert.Equal("order:200", story.Facts(IdentityKind.Customer, "child"));
    }

    [Fact]
    public async Task Browser_claims_a_new_email_and_yields_it_to_the_company()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Public, story.Event([User("u1"), Mail("a@example.org")], [Order("A1", 100)]));
        Assert.True(await story.AreOne(User("u1"), Mail("a@example.org")));

        await story.Say(Trust.Company, story.Event([User("u2"), Mail("a@example.org")], [Order("A2", 200)], 1));
        Assert.True(await story.AreOne(User("u2"), Mail("a@example.org")));
        Assert.Equal("order:100", story.Facts(IdentityKind.Customer, "u1"));
    }

    [Fact]
    public async Task Browser_never_merges_two_identified_people_and_the_pair_is_kept_for_review()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([Mail("a@example.org")], [Order("A1", 100)]));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A2", 200)], 1));
        await story.Say(Trust.Public, story.Event([User("u1"), Mail("a@example.org")], [new() { Kind = "visit" }], 2));
        await story.Say(Trust.Public, story.Event([User("u1")], [], 3) with { Alias = Mail("a@example.org") });

        Assert.False(await story.AreOne(User("u1"), Mail("a@example.org")));
        await story.Say(Trust.Company, story.Event([User("u1"), Mail("a@example.org")], [], 4));
        Assert.Equal("order:100 order:200 visit:0", story.Facts(IdentityKind.Customer, "u1"));
    }

    [Fact]
    public async Task Merge_is_undone_and_messages_do_not_make_it_again()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 100)]));
        await story.Say(Trust.Company, story.Event([Mail("a@example.org")], [Order("A2", 200)], 1));
        await story.Say(Trust.Company, story.Event([User("u1"), Mail("a@example.org")], [Order("A3", 300)], 2));
        Assert.Equal("order:100 order:200 order:300", story.Facts(IdentityKind.Customer, "u1"));

        await story.Live.Change((graph, _) =>
        {
            JoinRow join = Assert.Single(graph.JoinsOf(graph.PlaceOf(graph.Find(IdentityKind.Customer, "u1"))));
            graph.Undo(join, Start, "operator", forGood: true);
            return true;
        });
        await story.Say(Trust.Company, story.Event([User("u1"), Mail("a@example.org")], [Order("A4", 400)], 3));
        Assert.Equal("order:100 order:300 order:400", story.Facts(IdentityKind.Customer, "u1"));
        Assert.Equal("order:200", story.Facts(IdentityKind.Email, "a@example.org"));
        story.Restart();
        Assert.Equal("order:200", story.Facts(IdentityKind.Email, "a@example.org"));
    }

    [Fact]
    public async Task Group_makes_the_person_a_stakeholder_of_the_account()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([User("u1")], []) with { Group = new IncomingGroup("ACME", "buyer") });
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 100)], 1));

        Assert.Contains("order:100", story.Facts(IdentityKind.Account, "ACME"), StringComparison.Ordinal);
        Assert.Equal(story.Fresh(withoutSnapshot: true), Stores.BaseText.Of(story.Live.Histories));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Live_base_equals_what_a_fresh_load_reads_whatever_came(int seed)
    {
        using var story = new LiveStory();
        var chance = new RandomStory(story, seed);
        for (int round = 0; round < 6; round++)
        {
            await chance.Play(60);
            Assert.Equal(story.Fresh(withoutSnapshot: false), Stores.BaseText.Of(story.Live.Histories));
            Assert.Equal(story.Fresh(withoutSnapshot: round % 2 == 0), Stores.BaseText.Of(story.Live.Histories));
            Assert.Equal(chance.Expected(), chance.Actual());
            story.Restart();
            Assert.Equal(story.Fresh(withoutSnapshot: true), Stores.BaseText.Of(story.Live.Histories));
        }
    }
}
