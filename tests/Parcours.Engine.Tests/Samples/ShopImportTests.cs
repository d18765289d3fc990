using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;

namespace Parcours.Engine.Samples;

public sealed class ShopImportTests
{
    private const int Customers = 600;
    private static readonly SampleShop Shop = new(new SampleOptions(Customers, 5));

    [Fact]
    public void Import_brings_the_facts_that_the_base_in_memory_has()
    {
        using var session = new MemorySession();
        HistoryBase histories = Shop.Histories();

        ImportCounts counts = Shop.WriteTo(session);

        Assert.Equal(histories.Segments.SelectMany(segment => segment.FactIds).Max(), counts.Stored);
        Assert.Equal(counts, session.Sealed);
        Assert.Equal((counts.Read, 0L, 0L), (counts.Stored, counts.Duplicates, counts.Quarantined));
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            if (histories.Subjects.TypeOf(subject) == SubjectType.Account)
            {
                continue; // in memory it also holds what its stakeholders did
            }

            History expected = histories[subject];
            FactRow[] rows = [.. session.RowsOf(session.Find(histories.Subjects.KeyOf(subject)))];
            Assert.Equal(expected.Count, rows.Length);
            for (int i = 0; i < rows.Length; i++)
            {
                Fact fact = expected.Facts[i];
                Assert.Equal((fact.At, fact.Kind, expected.Links[i]), (rows[i].Fact.At, rows[i].Fact.Kind, rows[i].Link));
                Assert.Equal(histories.Vocabulary.TextOf(fact.Item), session.TextOf(rows[i].Fact.Item));
                Assert.Equal(expected.ExtraOf(i).Quantity, rows[i].Extra.Quantity);
                if (FactKinds.HasTermValue(fact.Kind))
                {
                    Assert.Equal(histories.Vocabulary.TextOf((int)fact.Value), session.TextOf((int)rows[i].Fact.Value));
                }
                else
                {
                    Assert.Equal(fact.Value, rows[i].Fact.Value);
                }
            }
        }
    }

    [Fact]
    public void Import_of_a_known_shop_stores_nothing()
    {
        using var first = new MemorySession();
        ImportCounts stored = Shop.WriteTo(first);
        using var second = new MemorySession(first.Facts.Select(fact => fact.MessageId));

        ImportCounts again = Shop.WriteTo(second);

        Assert.Empty(second.Facts);
        Assert.Equal(stored with { Stored = 0, Duplicates = stored.Read }, again);
    }

    [Fact]
    public void Accounts_are_acted_on_by_their_stakeholders()
    {
        using var session = new MemorySession();
        Shop.WriteTo(session);

        Assert.Equal(3, session.KeysOf(IdentityKind.Account).Count());
        foreach (string account in session.KeysOf(IdentityKind.Account))
        {
            int term = session.TermOf(account);
            HashSet<int> stakeholders = [.. session.Facts
                .Where(fact => fact.Fact.Kind == FactKind.AttributeChanged && session.TextOf(fact.Fact.Item) == "account" && fact.Fact.Value == term)
                .Select(fact => fact.Identity)];
            StoredFact[] acts = [.. session.Facts.Where(fact => fact.Identity == session.Find(account) && fact.Extra.Actor >= 0)];

            Assert.InRange(stakeholders.Count, 2, 6);
            Assert.NotEmpty(acts);
            Assert.All(acts, act => Assert.Contains(act.Extra.Actor, stakeholders));
        }
    }

    [Fact]
    public void Payloads_are_json_and_links_are_the_hash_of_their_text()
    {
        using var session = new MemorySession();
        Shop.WriteTo(session);

        foreach (StoredFact fact in session.Facts)
        {
            if (fact.Payload is { } payload)
            {
                using JsonDocument json = JsonDocument.Parse(payload);
                Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
            }

            if (fact.LinkKey is { } key)
            {
                Assert.Equal(LinkHash.Of(key), fact.Link);
            }
        }

        Assert.Contains(session.Facts, fact => fact.LinkKey is not null && fact.Fact.Kind == FactKind.DealCreated);
        Assert.All(session.Joined, pair => Assert.True(pair.Key > pair.Value));
        Assert.All(session.KeysOf(IdentityKind.Email), address => Assert.Matches("^[a-z-]+[.][a-z-]+[.][0-9]+@example[.]org$", address));
    }

    [Fact]
    public void Products_come_with_their_categories()
    {
        using var session = new MemorySession();
        Shop.WriteTo(session);

        Assert.Equal(300, session.CategoryOf.Count);
        Assert.Equal(12, session.CategoryOf.Values.Distinct().Count());
    }

    [Fact]
    public void Import_stops_unsealed_when_cancelled()
    {
        using var session = new MemorySession();

        Assert.Throws<OperationCanceledException>(() => Shop.WriteTo(session, null, new CancellationToken(canceled: true)));
        Assert.Null(session.Sealed);
    }

    [Fact]
    public void Shops_of_other_options_are_other_sources()
    {
        Assert.Equal(Shop.Source, new SampleShop(new SampleOptions(Customers, 5)).Source);
        Assert.NotEqual(Shop.Source, new SampleShop(new SampleOptions(Customers + 1, 5)).Source);
        Assert.NotEqual(Shop.Source, new SampleShop(new SampleOptions(Customers, 5) { OrdersOnly = true }).Source);
    }
}
