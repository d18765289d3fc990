using Parcours.Engine.Ingestion;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Storage.Stores;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Live;

public sealed class LivePropertyTests
{
    private const string Stages = """
        lifecycle: shops
        stages:
          - { id: lyon, when: "orders(where store = 'Lyon') >= 1" }
          - { id: generous, when: "count(order where discount > 5) >= 1" }
          - { id: elsewhere, when: always }
        """;

    [Fact]
    public async Task Declared_property_of_a_live_fact_moves_its_customer_at_once_and_so_after_a_restart()
    {
        using var story = new LiveStory(Declared());
        var clock = new SetClock();
        using (LiveLifecycles stages = Follow(story, clock))
        {
            await story.Say(Trust.Company, story.Event([User("u1")], [Sold("A1", "Paris", 1)]), story.Event([User("u2")], [Sold("B1", "Nice", 9)]));
            stages.Step();
            Assert.Equal(("elsewhere", "generous"), (stages.StageOf("shops", 0), stages.StageOf("shops", 1)));

            await story.Say(Trust.Company, story.Event([User("u1")], [Sold("A2", "Lyon", 1)], 0.1));
            clock.Now = Day(0.1);
            stages.Step();
            Assert.Equal(("lyon", "generous"), (stages.StageOf("shops", 0), stages.StageOf("shops", 1)));
        }

        story.Restart();
        using LiveLifecycles after = Follow(story, clock);
        after.Step();
        Assert.Equal(("lyon", "generous"), (after.StageOf("shops", 0), after.StageOf("shops", 1)));
        Assert.Equal(["none -> elsewhere", "none -> generous", "elsewhere -> lyon"], story.Store.TransitionsAfter(0, 10).Select(row => $"{row.From ?? "none"} -> {row.To}"));
    }

    private static StoreFolder Declared()
    {
        var folder = new StoreFolder();
        File.WriteAllText(Path.Combine(folder.Path, "properties.yaml"), "properties:\n  order: [store, { name: discount, type: number }]\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "lifecycles"));
        File.WriteAllText(Path.Combine(folder.Path, "lifecycles", "shops.yaml"), Stages);
        return folder;
    }

    private static IncomingFact Sold(string number, string store, int discount) => Order(number, 1200) with { Payload = $$"""{"store":"{{store}}","discount":{{discount}}}""" };

    private static LiveLifecycles Follow(LiveStory story, TimeProvider clock) =>
        new(story.Live, () => new LifecycleLibrary(story.Folder, _ => null), new LiveOptions { Lifecycles = ["shops"] }, clock);
}
