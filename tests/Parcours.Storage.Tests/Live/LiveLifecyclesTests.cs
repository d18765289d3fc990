using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Live;

public sealed class LiveLifecyclesTests
{
    [Fact]
    public async Task Order_moves_its_customer_and_is_announced_once()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        using LiveLifecycles stages = Follow(story, clock);
        await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "form" }]));
        stages.Step();
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)], 0.1));
        clock.Now = Day(0.1);
        stages.Step();
        stages.Step();

        Assert.Equal(["u1: none -> prospect at 2026-03-01", "u1: prospect -> new at 2026-03-01"], Said(story));
    }

    [Fact]
    public async Task Change_that_time_alone_brings_comes_at_its_instant()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        using LiveLifecycles stages = Follow(story, clock);
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)]));
        stages.Step();
        Assert.Single(Said(story));

        LifecycleAnalysis analysis = stages.Analysis("crm-segments")!;
        Instant due = analysis.SpansOf(0, Day(0)).First(span => span.From > Day(0)).From;
        clock.Now = new Instant(due.Micros - 1);
        stages.Step();
        Assert.Single(Said(story));
        clock.Now = due;
        stages.Step();

        Assert.Equal(2, Said(story).Count);
        Assert.Contains("new -> inactive", Said(story)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_fact_corrects_the_past_and_announces_nothing()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        using LiveLifecycles stages = Follow(story, clock);
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)]));
        stages.Step();
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A0", 1200)], -30));
        stages.Step();

        Assert.Equal(["u1: none -> new at 2026-03-01"], Said(story));
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A2", 1200)], 0.2));
        clock.Now = Day(0.2);
        stages.Step();
        Assert.Equal(["u1: none -> new at 2026-03-01"], Said(story)); // active since the late order already
    }

    [Fact]
    public async Task Transition_not_announced_before_a_crash_is_announced_after_it_and_none_twice()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        LiveLifecycles before = Follow(story, clock);
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)]));
        before.Step();
        await story.Say(Trust.Company, story.Event([User("u2")], [Order("A2", 1200)], 0.01), story.Event([User("u1")], [Order("A3", 1200)], 0.01));

        // The stages never hear of the last two: the process ends here.
        story.Restart();
        clock.Now = Day(1500);
        using (LiveLifecycles after = Follow(story, clock))
        {
            after.Step();
            Assert.Equal(
                ["u1: active -> inactive", "u1: new -> active", "u1: none -> new", "u2: new -> inactive", "u2: none -> new"],
                Said(story).Select(line => line[..line.IndexOf(" at ", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        }

        story.Restart();
        using LiveLifecycles last = Follow(story, clock);
        last.Step();
        Assert.Equal(5, Said(story).Count);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Stages_announced_are_those_a_fresh_load_gives(int seed)
    {
        using var story = new LiveStory();
        var clock = new SetClock { Now = Day(10) };
        var chance = new RandomStory(story, seed);
        var options = new LiveOptions { Lifecycles = [.. EightModels], LateWindow = TimeSpan.FromDays(366), ResolveAtMostEvery = TimeSpan.Zero };
        using var stages = new LiveLifecycles(story.Live, () => Library(story), options, clock);
        for (int round = 0; round < 8; round++)
        {
            await chance.Play(25);
            clock.Now = Day(10 + (round * 23));
            stages.Step();
        }

        stages.Step();
        using var store = SqliteStore.Open(story.Folder, forWriting: false);
        HistoryBase fresh = store.Load(null);
        foreach (string id in EightModels)
        {
            LifecycleAnalysis analysis = Library(story).Analyse(Library(story).Find(id)!, fresh);
            for (int subject = 0; subject < fresh.SubjectCount; subject++)
            {
                int stage = analysis.Timelines.StageAt(subject, clock.Now);
                Assert.Equal((id, subject, stage < 0 ? null : analysis.Definition.Stages[stage].Id), (id, subject, stages.StageOf(id, subject)));
            }
        }
    }

    internal static IReadOnlyList<string> EightModels { get; } =
        ["relation", "crm-segments", "journey", "marketing", "growth", "awareness-loyalty", "clm-b2c", "clm-b2b"];

    private static LifecycleLibrary Library(LiveStory story) => new(story.Folder, _ => null);

    private static LiveLifecycles Follow(LiveStory story, TimeProvider clock) => new(story.Live, () => Library(story), new LiveOptions(), clock);

    private static List<string> Said(LiveStory story)
    {
        using var store = SqliteStore.Open(story.Folder, forWriting: false);
        return [.. store.TransitionsAfter(0, 1000).Select(row => $"{row.Subject}: {row.From ?? "none"} -> {row.To} at {row.At.ToString()[..10]}")];
    }
}
