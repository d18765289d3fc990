using System.Collections.Immutable;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Sources;

/// <summary>An order of a file of the past that comes again by its webhook and by a tracking call is one order, with one refund.</summary>
public sealed class SameOrderTests : IDisposable
{
    private const string Export =
        """
        Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount
        #1001,bob@mail.example,partially_refunded,2026-01-10 11:00:00 -0500,fulfilled,EUR,398.00,11.94,0.00,409.94,,0.00,2026-01-10 11:00:00 -0500,2,IPod,199.00,IPOD,41.94
        """;

    private const string Order =
        """
        { "id": 450789469, "name": "#1001", "created_at": "2026-01-10T11:00:00-05:00", "updated_at": "2026-01-12T09:00:00-05:00", "currency": "EUR", "total_price": "409.94",
          "email": "bob@mail.example", "source_name": "web", "test": false, "customer": { "id": 207119551, "email": "bob@mail.example" },
          "line_items": [ { "id": 1, "sku": "IPOD", "name": "IPod", "price": "199.00", "quantity": 2, "discount_allocations": [] } ],
          "refunds": [ { "id": 5, "order_id": 450789469, "created_at": "2026-01-12T08:59:11-05:00",
            "transactions": [ { "id": 1, "kind": "refund", "status": "success", "amount": "41.94", "currency": "EUR" } ] } ] }
        """;

    private const string Track = """{ "userId": "42", "event": "Order Completed", "messageId": "t1", "properties": { "order_id": "#1001", "total": 409.94, "currency": "EUR", "email": "bob@mail.example" } }""";

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-same-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("file hook track")]
    [InlineData("file track hook")]
    [InlineData("hook track")]
    [InlineData("track hook")]
    [InlineData("hook hook track track")]
    public async Task Order_is_one_by_whatever_ways_it_comes(string ways)
    {
        foreach (string way in ways.Split(' '))
        {
            switch (way)
            {
                case "file":
                    ImportFile();
                    break;
                case "hook":
                    var scene = new SourceScene(Calendar.Utc, 0, Now);
                    await TakeAsync(new SourceReader(new SourceProfile("shop", SourceKind.Shopify)).Read(new Hook("orders/updated", "e1", Encoding.UTF8.GetBytes(Order)), scene));
                    break;
                default:
                    await TakeAsync(new EventReader(EventNames.BuiltIn, Calendar.Utc, 0, IngestionLimits.Default).Read(IngestionEndpoint.Track, Encoding.UTF8.GetBytes(Track), Now, Trust.Company).Messages);
                    break;
            }
        }

        using SqliteStore store = SqliteStore.Open(_folder, forWriting: false);
        HistoryBase histories = store.Load(null);
        Fact[] facts = [.. Enumerable.Range(0, histories.SubjectCount).SelectMany(place => histories[place].Facts.ToArray())];
        Assert.Equal(40994, Assert.Single(facts, fact => fact.Kind == FactKind.Order).Value);
        Assert.Equal(4194, Assert.Single(facts, fact => fact.Kind == FactKind.Refund).Value);
        Assert.DoesNotContain(facts, fact => fact.Kind == FactKind.OrderAdjusted);
    }

    private async Task TakeAsync(ImmutableArray<Received> messages)
    {
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: true);
        using LiveWorkspace live = LiveWorkspace.Open(store.BeginLive, null);
        Assert.Equal(0, (await live.Take(new Delivery(1, Trust.Company, messages))).Quarantined);
    }

    private void ImportFile()
    {
        string path = Path.Combine(_folder, "orders.csv");
        File.WriteAllText(path, Export);
        ImportPlan plan = Importer.Plan(new ImportRequest(path), out ImportRefusal? refusal) ?? throw new InvalidOperationException(refusal!.ToString());
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: true);
        ImportOutcome outcome = new Importer(TimeProvider.System).Run(plan, store, null);
        Assert.Null(outcome.Refusal);
        Assert.Equal(0, outcome.Counts!.Quarantined);
    }
}
