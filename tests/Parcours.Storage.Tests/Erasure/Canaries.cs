using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;
using Parcours.Storage.Live;
using Parcours.Storage.Sqlite;

namespace Parcours.Storage.Erasure;

/// <summary>A person with a text nobody else has in every field a person can have, and a neighbour who has the same kind of life.</summary>
internal static class Canaries
{
    internal const string Email = "canary.email.9f31@example.org";
    internal const string Phone = "+33699887766554";
    internal const string Customer = "CANARYCUSTOMER77";
    internal const string Card = "CANARYCARD88";
    internal const string Device = "canary-device-3b2c";
    internal const string ImportedOrder = "CANARYORDER0001";
    internal const string LiveOrder = "CANARYORDER0002";

    internal static IReadOnlyList<string> All { get; } =
    [
        Email, Phone, Customer, Card, Device, ImportedOrder, LiveOrder, "Canary-Name-Given", "canary imported payload", "canary quarantine raw", "canary-message-id-1",
        "canary trait payload", "canary search words", "canary note text", "canary property value", "canary live raw", "canary reason of review", "canary csv line",
        "Canary Custom Kind Item",
    ];

    /// <summary>Fills a new workspace by an import.</summary>
    internal static void Import(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "quarantine"));
        File.WriteAllText(Path.Combine(folder, "quarantine", "orders-12345678.csv"),
            $"line,reason,raw\n4,\"date not readable\",\"31/31,canary csv line,{Email},\"\"x\n y\"\"\"\n5,\"date not readable\",\"neighbour kept\"\n");
        File.WriteAllText(Path.Combine(folder, "properties.yaml"), "properties:\n  order: [colour]\n");
        using var store = SqliteStore.Open(folder, forWriting: true);
        using (IImportSession session = store.BeginImport(new ImportSource("orders.csv", "orders", "1")))
        {
            int someone = session.IdentityOf(IdentityKind.Customer, Customer);
            session.Join(someone, session.IdentityOf(IdentityKind.Email, Email));
            session.Join(someone, session.IdentityOf(IdentityKind.LoyaltyCard, Card));
            int neighbour = session.IdentityOf(IdentityKind.Customer, "neighbour");
            int first = session.TermOf("first_name");
            int tea = session.TermOf("tea");
            session.Product(tea, session.TermOf("drinks"), "{\"name\":\"Tea\"}");
            Add(session, 1, someone, At(1), FactKind.AttributeChanged, session.TermOf("Canary-Name-Given"), first);
            Add(session, 2, someone, At(2), FactKind.Order, 1250, 0, ImportedOrder, "{\"x\":\"canary imported payload\",\"colour\":\"canary property value\"}");
            Add(session, 3, someone, At(2), FactKind.OrderLine, 1250, tea, ImportedOrder);
            Add(session, 4, neighbour, At(3), FactKind.Order, 900, 0, "N1", "{\"colour\":\"green\"}");
            Add(session, 5, neighbour, At(3), FactKind.OrderLine, 900, tea, "N1");
            Add(session, 6, neighbour, At(1), FactKind.AttributeChanged, session.TermOf("Nora"), first);
            session.Quarantine(7, "date not readable", $"31/31,canary quarantine raw,{Email.ToUpperInvariant()},{Email}");
            session.Quarantine(8, "date not readable", "31/31,neighbour line");
            session.Seal(new ImportCounts(8, 6, 0, 2, 2, 2, 0));
        }

        store.SaveSnapshot(store.Load(null));
    }

    /// <summary>Says messages about the two to the open workspace.</summary>
    internal static async Task Say(LiveStory story)
    {
        await story.Say(Trust.Company, story.Event(
            [LiveStory.User(Customer), LiveStory.Mail(Email), new(IdentityKind.Phone, Phone), LiveStory.Device(Device)],
            [LiveStory.Order(LiveOrder, 2000) with { Payload = "{\"colour\":\"canary property value\"}" }], 0.3, "canary-message-id-1") with
        {
            Payload = "{\"a\":\"canary trait payload\",\"_message\":{\"messageId\":\"canary-message-id-1\"}}",
        });
        await story.Say(Trust.Company, story.Event([LiveStory.User(Customer)],
            [
                new() { Kind = "search", Item = "canary search words" }, new() { Kind = "note", Payload = "{\"text\":\"canary note text\"}" },
                new() { Kind = "opt_in", Item = "newsletter", Channel = Channel.Email }, new() { Kind = "review", Value = 4, Item = "tea", Payload = "{\"text\":\"canary reason of review\"}" },
                new() { Kind = "song_played", Item = "Canary Custom Kind Item" },
            ], 0.7));

        // Two people, says the rule: the neighbour's message holds her address all the same.
        await story.Say(Trust.Public, story.Event([LiveStory.User("neighbour"), LiveStory.Mail(Email)], [LiveStory.Order("N2", 300)], 0.8) with
        {
            Payload = $"{{\"friend\":\"{Email}\",\"kept\":\"neighbour payload\"}}",
        });
        await story.Live.Take(new(1, Trust.Company,
        [
            new(null, new Quarantined(LiveStory.Day(0.9), "wrong", "bad", $"{{\"raw\":\"canary live raw {Email}\"}}")),
            new(null, new Quarantined(LiveStory.Day(0.9), "wrong", "bad", "{\"raw\":\"neighbour live raw\"}")),
        ]));
    }

    private static Instant At(int day) => new(LiveStory.Day(day - 400).Micros + 45_296_000_000);

    private static void Add(IImportSession session, ulong id, int identity, Instant at, FactKind kind, long value, int item, string? link = null, string? payload = null)
    {
        byte currency = kind is FactKind.Order or FactKind.OrderLine ? (byte)1 : (byte)0;
        var fact = new Fact(at, value, item, kind, currency, 0);
        session.Add(new StoredFact(identity, fact, LinkHash.Of(link), new UInt128(id * 77_777, id), Extra.None, link, payload));
    }
}
