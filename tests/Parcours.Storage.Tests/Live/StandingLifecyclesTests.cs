using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Engine.Samples;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Live;

public sealed class StandingLifecyclesTests
{
    private static readonly Instant _now = Instant.FromUtc(2026, 11, 2);

    [Fact]
    public async Task Kept_resolution_reads_everybody_as_a_fresh_one_does_after_a_restart_and_after_a_late_order()
    {
        var folder = new StoreFolder();
        using (var store = SqliteStore.Open(folder.Path, forWriting: true))
        {
            new SampleShop(new SampleOptions(150, 7)).Fill(store);
        }

        using var story = new LiveStory(folder);
        var clock = new SetClock { Now = _now };
        StandingLifecycles before = Standing(story, clock);
        Assert.NotEmpty(before.Pending);
        before.ResolveStale(CancellationToken.None);
        Assert.Empty(before.Pending);
        AssertFresh(before, story, _now);

        story.Restart();
        StandingLifecycles after = Standing(story, clock);
        Assert.Empty(after.Pending);
        AssertFresh(after, story, _now);
        Assert.All(after.On(story.Live.Histories, SubjectType.Customer), lifecycle => Assert.Equal(_now, lifecycle.At));

        // An order of last spring, come between the resolution and the next start.
        string customer = story.Live.Histories.Subjects.KeyOf(Enumerable.Range(0, story.Live.Histories.SubjectCount).First(subject => story.Live.Histories[subject].Count > 5));
        await story.Say(Trust.Company, story.Event([User(customer)], [Order("late", 990_000)], 20));
        story.Restart();
        clock.Now = new Instant(_now.Micros + Instant.MicrosPerDay);
        StandingLifecycles last = Standing(story, clock);
        last.ResolveStale(CancellationToken.None);
        AssertFresh(last, story, clock.Now);
        Assert.All(last.On(story.Live.Histories, SubjectType.Customer), lifecycle => Assert.Equal(clock.Now, lifecycle.At));
    }

    [Fact]
    public async Task Thresholds_are_resolved_at_the_first_instant_of_a_month_and_not_before()
    {
        using var story = new LiveStory();
        var clock = new SetClock { Now = Day(0) };
        for (int order = 0; order < 12; order++)
        {
            await story.Say(Trust.Company, story.Event([User("u1")], [Order($"A{order}", 1200)], order * 50 - 600));
        }

        StandingLifecycles standing = Standing(story, clock);
        standing.ResolveStale(CancellationToken.None);
        clock.Now = Instant.FromUtc(2026, 3, 31);
        standing.ResolveStale(CancellationToken.None);
        Assert.Equal(Day(0), Crm(standing, story).At);
        clock.Now = Instant.FromUtc(2026, 4, 1);
        standing.ResolveStale(CancellationToken.None);
        Assert.Equal(clock.Now, Crm(standing, story).At);
    }

    private static ResolvedLifecycle Crm(StandingLifecycles standing, LiveStory story) =>
        standing.On(story.Live.Histories, SubjectType.Customer).Single(lifecycle => lifecycle.Analysis.Definition.Id == "crm-segments");

    private static StandingLifecycles Standing(LiveStory story, TimeProvider clock) =>
        new(story.Live, () => new LifecycleLibrary(story.Folder, _ => null), story.Folder, clock);

    private static void AssertFresh(StandingLifecycles standing, LiveStory story, Instant at)
    {
        HistoryBase histories = story.Live.Histories;
        var library = new LifecycleLibrary(null, _ => null);
        ResolvedLifecycle[] known = [.. standing.On(histories, SubjectType.Customer)];
        Assert.Contains(known, lifecycle => lifecycle.Analysis.Definition.Id == "rfm-10");
        foreach (ResolvedLifecycle lifecycle in known)
        {
            LifecycleDefinition definition = library.Find(lifecycle.Analysis.Definition.Id)!;
            LifecycleAnalysis fresh = library.Analyse(definition, histories);
            for (int subject = 0; subject < histories.SubjectCount; subject++)
            {
                Assert.Equal(fresh.SpansOf(subject, at), lifecycle.Analysis.SpansOf(subject, at));
            }
        }
    }
}
