using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Engine.Segments;
using Parcours.Storage.Sqlite;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Live;

public sealed class LiveSegmentsTests
{
    private static readonly (string Name, string Where)[] Segments =
    [
        ("buyers", "orders >= 1"), ("fresh", "count(order within 20 days) >= 1"), ("waning", "segment(buyers) and silence(order) >= 40 days and not stage(crm-segments) = lost"),
        ("began", "stage(crm-segments, at: 2026-03-20) = new"), ("willing", "consent(email) or spend >= 60"),
    ];

    [Fact]
    public async Task Who_comes_into_a_segment_and_who_leaves_by_time_is_announced_once_at_the_instant()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        Save(story, ("fresh", "count(order within 20 days) >= 1"));
        (LiveLifecycles stages, _) = Follow(story, clock);
        using (stages)
        {
            await story.Say(Trust.Company, story.Event([User("u1")], [new() { Kind = "form" }]), story.Event([User("u2")], [new() { Kind = "form" }]));
            stages.Step();
            await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)], 1.5));
            clock.Now = Day(1.5);
            stages.Step();
            stages.Step();
            Assert.Equal(["u1: out -> in at 2026-03-02T12:00:00Z"], Said(story));

            clock.Now = new Instant(Day(21.5).Micros - 1);
            stages.Step();
            Assert.Single(Said(story));
            clock.Now = Day(21.5);
            stages.Step();
            stages.Step();
        }

        Assert.Equal(["u1: out -> in at 2026-03-02T12:00:00Z", "u1: in -> out at 2026-03-22T12:00:00Z"], Said(story));
    }

    [Fact]
    public async Task Late_fact_corrects_the_past_and_announces_nothing()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        Save(story, ("early", "count(order where date < 2026-02-20) >= 1"));
        (LiveLifecycles stages, LiveSegments segments) = Follow(story, clock);
        using (stages)
        {
            await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)]));
            stages.Step();
            await story.Say(Trust.Company, story.Event([User("u1")], [Order("A0", 1200)], -30));
            stages.Step();
            Assert.True(segments.IsIn("early", 0));
        }

        Assert.Empty(Said(story));
    }

    [Fact]
    public async Task Segment_added_or_changed_takes_its_members_as_announced_and_the_others_go_on()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        Save(story, ("buyers", "orders >= 1"), ("twice", "orders >= 2"));
        (LiveLifecycles stages, LiveSegments segments) = Follow(story, clock);
        using (stages)
        {
            await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)]));
            stages.Step();
            Assert.Single(Said(story));

            Save(story, ("twice", "orders >= 1"), ("known", "always"));
            segments.Forget();
            await story.Say(Trust.Company, story.Event([User("u2")], [Order("B1", 1200)]));
            stages.Step();
            Assert.True(segments.IsIn("known", 0));
            Assert.True(segments.IsIn("twice", 0));
            Assert.Equal(["u1: out -> in at 2026-03-01T00:00:00Z", "u2: out -> in at 2026-03-01T00:00:00Z"], Said(story, "buyers"));

            await story.Say(Trust.Company, story.Event([User("u3")], [Order("C1", 1200)]));
            stages.Step();
        }

        Assert.Equal(["u3: out -> in at 2026-03-01T00:00:00Z"], Said(story, "known"));
        Assert.Equal(["u3: out -> in at 2026-03-01T00:00:00Z"], Said(story, "twice"));
    }

    [Fact]
    public async Task Start_after_a_crash_announces_what_was_not_and_nothing_twice()
    {
        using var story = new LiveStory();
        var clock = new SetClock();
        Save(story, ("buyers", "orders >= 1"), ("fresh", "count(order within 20 days) >= 1"));
        (LiveLifecycles first, _) = Follow(story, clock);
        await story.Say(Trust.Company, story.Event([User("u1")], [Order("A1", 1200)]));
        first.Step();
        await story.Say(Trust.Company, story.Event([User("u2")], [Order("B1", 1200)], 1)); // never followed: the process is gone
        story.Restart();
        clock.Now = Day(30);

        (LiveLifecycles second, _) = Follow(story, clock);
        using (second)
        {
            second.Step();
            second.Step();
        }

        Assert.Equal(["u1: out -> in at 2026-03-01T00:00:00Z", "u2: out -> in at 2026-03-02T00:00:00Z"], Said(story, "buyers"));
        Assert.Equal(4, Said(story, "fresh").Count);
        using var store = SqliteStore.Open(story.Folder, forWriting: false);
        long[] numbers = [.. store.TransitionsAfter(0, 1000).Select(row => row.Id)];
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(number => (long)number), numbers);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Members_announced_are_those_a_fresh_load_gives(int seed)
    {
        using var story = new LiveStory();
        var clock = new SetClock { Now = Day(10) };
        var chance = new RandomStory(story, seed);
        Save(story, Segments);
        var options = new LiveOptions { LateWindow = TimeSpan.FromDays(366), ResolveAtMostEvery = TimeSpan.Zero };
        (LiveLifecycles stages, LiveSegments segments) = Follow(story, clock, options);
        using (stages)
        {
            for (int round = 0; round < 8; round++)
            {
                await chance.Play(25);
                clock.Now = Day(10 + (round * 23));
                stages.Step();
            }

            stages.Step();
            using var store = SqliteStore.Open(story.Folder, forWriting: false);
            HistoryBase fresh = store.Load(null);
            var lifecycles = new LifecycleLibrary(story.Folder, _ => null);
            var reading = new SegmentReading(fresh, new SegmentLibrary(story.Folder, lifecycles), id => lifecycles.Analyse(lifecycles.Find(id)!, fresh), keys => keys.Select(store.FindSubject));
            int members = 0;
            foreach ((string name, _) in Segments)
            {
                Timelines timelines = reading.Analyse(name)!.Timelines;
                for (int subject = 0; subject < fresh.SubjectCount; subject++)
                {
                    int stage = timelines.StageAt(subject, clock.Now);
                    bool? isIn = stage < 0 ? null : stage == SegmentDefinition.In;
                    members += isIn == true ? 1 : 0;
                    Assert.Equal((name, subject, isIn), (name, subject, segments.IsIn(name, subject)));
                }
            }

            Assert.True(members > 0, "nobody is in any segment");
        }
    }

    private static void Save(LiveStory story, params (string Name, string Where)[] segments)
    {
        var library = new SegmentLibrary(story.Folder, new LifecycleLibrary(story.Folder, _ => null));
        foreach ((string name, string where) in segments)
        {
            new SegmentEditing(story.Folder, library).Save(name, $"segment: {name}\nwhere: |\n  {where}\n", null, string.Empty, "local", string.Empty, Day(0));
        }
    }

    private static (LiveLifecycles Stages, LiveSegments Segments) Follow(LiveStory story, TimeProvider clock, LiveOptions? options = null)
    {
        LifecycleLibrary lifecycles() => new(story.Folder, _ => null);
        var segments = new LiveSegments(story.Live, () => new SegmentLibrary(story.Folder, lifecycles()), options ?? new LiveOptions(), clock);
        return (new LiveLifecycles(story.Live, lifecycles, options ?? new LiveOptions(), clock, segments), segments);
    }

    private static List<string> Said(LiveStory story, string? segment = null)
    {
        using var store = SqliteStore.Open(story.Folder, forWriting: false);
        return [.. store.TransitionsAfter(0, 1000)
            .Where(row => row.Lifecycle.StartsWith(SegmentDefinition.Prefix, StringComparison.Ordinal) && (segment is null || row.Lifecycle == SegmentDefinition.Prefix + segment))
            .Select(row => $"{row.Subject}: {row.From ?? "none"} -> {row.To} at {row.At}")];
    }
}
