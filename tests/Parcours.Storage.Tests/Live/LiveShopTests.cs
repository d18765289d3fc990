using System.Collections.Immutable;
using System.Globalization;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Engine.Samples;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Live;

public sealed class LiveShopTests
{
    private const int Events = 100_000;
    private const int EventsInBatch = 500;
    private static readonly Instant _start = Instant.FromUtc(2026, 11, 2);

    private static readonly string[] _kinds =
        ["visit", "product_view", "cart", "checkout", "order", "order", "form", "support_ticket_opened", "message_clicked", "opt_in", "referral", "complaint", "survey_answer", "demo"];

    [Fact]
    public async Task Eight_models_of_the_sample_shop_are_the_same_live_and_loaded_afresh_after_a_hundred_thousand_events()
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Open(folder.Path, forWriting: true);
        new SampleShop(new SampleOptions(1000, 7)).Fill(store);
        LifecycleLibrary Library() => new(folder.Path, _ => null);
        var clock = new SetClock { Now = _start };
        var options = new LiveOptions { Lifecycles = [.. LiveLifecyclesTests.EightModels], LateWindow = TimeSpan.FromDays(366), ResolveAtMostEvery = TimeSpan.Zero };
        using var live = LiveWorkspace.Open(store.BeginLive, null);
        using var stages = new LiveLifecycles(live, Library, options, clock);
        string[] customers = [.. Enumerable.Range(0, live.Histories.SubjectCount).Select(live.Histories.Subjects.KeyOf).Where(key => key.StartsWith('C')).Distinct()];
        Assert.NotEmpty(customers);
        var random = new Random(5);
        for (int batch = 0; batch < Events / EventsInBatch; batch++)
        {
            Instant now = new(_start.Micros + (long)(batch * 0.4 * 86_400_000_000));
            IntakeCounts counts = await live.Take(new Delivery(1, random.Next(2) == 0 ? Trust.Public : Trust.Company,
                [.. Enumerable.Range(0, EventsInBatch).Select(number => new Received(EventOf(random, customers, now, batch, number), null))]));
            Assert.Equal(EventsInBatch, counts.Stored);
            if (batch % 10 == 9)
            {
                clock.Now = now;
                stages.Step();
            }
        }

        stages.Step();
        int merges = await live.Ask(graph => Enumerable.Range(0, graph.Count).Count(identity => graph.PlaceOf(identity) != identity));
        Assert.True(merges > 1000, $"{merges} identities belong to another's subject");
        using var reader = SqliteStore.Open(folder.Path, forWriting: false);
        HistoryBase fresh = reader.Load(null);
        Assert.Equal(fresh.FactCount, live.Histories.FactCount);
        foreach (string id in LiveLifecyclesTests.EightModels)
        {
            LifecycleAnalysis analysis = Library().Analyse(Library().Find(id)!, fresh);
            int reached = 0;
            for (int subject = 0; subject < fresh.SubjectCount; subject++)
            {
                int stage = analysis.Timelines.StageAt(subject, clock.Now);
                reached += stage >= 0 ? 1 : 0;
                Assert.Equal((id, subject, stage < 0 ? null : analysis.Definition.Stages[stage].Id), (id, subject, stages.StageOf(id, subject)));
            }

            Assert.True(reached > 0, id);
        }
    }

    private static IncomingEvent EventOf(Random random, string[] customers, Instant now, int batch, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{batch}-{number}");
        int person = random.Next(customers.Length + 500);
        string customer = person < customers.Length ? customers[person] : string.Create(CultureInfo.InvariantCulture, $"N{person}");
        var device = new IncomingIdentity(IdentityKind.Anonymous, string.Create(CultureInfo.InvariantCulture, $"d{(person * 3) + random.Next(3)}"));
        ImmutableArray<IncomingIdentity> who = random.Next(4) switch
        {
            0 => [device],
            1 => [new IncomingIdentity(IdentityKind.Customer, customer), device],
            _ => [new IncomingIdentity(IdentityKind.Customer, customer)],
        };

        // One in twenty tells of something up to a year and a half ago.
        Instant at = random.Next(20) == 0 ? new Instant(now.Micros - (long)(random.NextDouble() * 550 * 86_400_000_000)) : new Instant(now.Micros - random.Next(1_000_000));
        string kind = _kinds[random.Next(_kinds.Length)];
        IncomingFact fact = kind switch
        {
            "order" => new IncomingFact { Kind = kind, Value = 500 + random.Next(20_000), Currency = 1, Link = id, Rule = IncomingRule.OrderTotal },
            "survey_answer" => new IncomingFact { Kind = kind, Item = "nps", Value = random.Next(11) },
            _ => new IncomingFact { Kind = kind, Item = random.Next(2) == 0 ? "item" : null },
        };
        ImmutableArray<IncomingFact> facts = kind == "order" && random.Next(8) == 0
            ? [fact, new IncomingFact { Kind = "refund", Value = fact.Value, Currency = 1, Link = id, Rule = IncomingRule.RefundRest }]
            : [fact];
        return new IncomingEvent(id, now, at, who, facts)
        {
            Group = random.Next(200) == 0 ? new IncomingGroup($"ACME{random.Next(5)}", null) : null,
        };
    }
}
