using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Sources;

/// <summary>An order that comes by several ways, in any order of them, is one order with its lines and refund once.</summary>
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

    private const string Track = """{ "userId": "42", "event": "Order Completed", "messageId": "t1", "properties": { "order_id": "#1001", "total": 409.94, "currency": "EUR", "email": "bob@mail.example", "products": [ { "sku": "IPOD", "quantity": 2, "price": 199 } ] } }""";

    private const string FactLine = """{ "kind": "order", "email": "bob@mail.example", "at": "2026-01-10T16:00:00Z", "order": "#1001", "value": 409.94, "currency": "EUR", "message_id": "f1" }""";

    private static readonly string[] Ways = ["file", "upload", "hook", "pull", "track", "facts", "fact-file"];

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1);

    private static readonly SourceProfile Shop = new("shop", SourceKind.Shopify);

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-same-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (string first in Ways)
            {
                foreach (string second in Ways.Where(second => !IsTwoFiles(first, second)))
                {
                    pairs.Add(first, second);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public Task Order_is_one_by_whatever_two_ways_it_comes(string first, string second) => CheckAsync(first, second);

    [Theory]
    [InlineData("file hook track")]
    [InlineData("file track hook")]
    [InlineData("hook hook track track")]
    [InlineData("track file upload hook")]
    [InlineData("track file file")]
    [InlineData("hook fact-file fact-file facts file")]
    public Task Order_is_one_by_whatever_ways_it_comes(string ways) => CheckAsync(ways.Split(' '));

    [Theory]
    [InlineData("track file")]
    [InlineData("track upload")]
    [InlineData("file track")]
    public async Task Total_told_later_by_another_way_adjusts_the_order_once(string ways)
    {
        foreach (string way in ways.Split(' '))
        {
            await BringAsync(way, way == "track" ? text => text : text => text.Replace("409.94", "400.00", StringComparison.Ordinal));
        }

        Fact[] facts = Facts();
        long last = ways.EndsWith("track", StringComparison.Ordinal) ? 40994 : 40000;
        Assert.Equal(last, facts.Where(fact => fact.Kind is FactKind.Order or FactKind.OrderAdjusted).Sum(fact => fact.Value));
        Assert.Single(facts, fact => fact.Kind == FactKind.Order);
    }

    [Fact]
    public async Task Refund_line_of_a_file_that_was_told_is_not_a_second_refund()
    {
        await BringAsync("hook");
        Import(new ImportRequest(Write("back.csv", "order,email,date,amount,currency\n#1001,bob@mail.example,2026-01-12,-41.94,EUR\n#1001,bob@mail.example,2026-01-20,-10.00,EUR\n")));

        Assert.Equal([4194, 1000], Facts().Where(fact => fact.Kind == FactKind.Refund).Select(fact => fact.Value));
    }

    // Two files of different kinds are two sources: what each calls its order is its own affair.
    private static bool IsTwoFiles(string first, string second) => first != second && first.Contains("file", StringComparison.Ordinal) && second.Contains("file", StringComparison.Ordinal)
        || (first == "upload" && second == "fact-file") || (first == "fact-file" && second == "upload");

    private async Task CheckAsync(params string[] ways)
    {
        foreach (string way in ways)
        {
            await BringAsync(way);
        }

        Fact[] facts = Facts();
        bool tellsRefund = ways.Any(way => way is "file" or "upload" or "hook" or "pull");
        bool tellsLines = ways.Any(way => way is not ("facts" or "fact-file"));
        Assert.Equal(40994, Assert.Single(facts, fact => fact.Kind == FactKind.Order).Value);
        Assert.Equal(tellsRefund ? [4194] : [], facts.Where(fact => fact.Kind == FactKind.Refund).Select(fact => fact.Value));
        Assert.Equal(tellsLines ? 1 : 0, facts.Count(fact => fact.Kind == FactKind.OrderLine));
        Assert.DoesNotContain(facts, fact => fact.Kind == FactKind.OrderAdjusted);
    }

    private Task BringAsync(string way) => BringAsync(way, text => text);

    private async Task BringAsync(string way, Func<string, string> with)
    {
        var scene = new SourceScene(Calendar.Utc, 0, Now);
        var reader = new EventReader(EventNames.BuiltIn, Calendar.Utc, 0, IngestionLimits.Default);
        switch (way)
        {
            case "file":
                Import(new ImportRequest(Write("orders.csv", with(Export))));
                break;
            case "upload":
                Upload(new ImportRequest(Write("orders.csv", with(Export))));
                break;
            case "fact-file":
                Import(new ImportRequest(Write("facts.ndjson", with(FactLine))) { Kind = "facts" });
                break;
            case "hook":
                await TakeAsync(new SourceReader(Shop).Read(new Hook("orders/updated", "e1", Encoding.UTF8.GetBytes(with(Order))), scene));
                break;
            case "pull":
                using (JsonDocument order = JsonDocument.Parse(with(Order)))
                {
                    await TakeAsync(new SourceReader(Shop).Read(false, [order.RootElement], new Dictionary<string, byte>(), scene));
                }

                break;
            case "facts":
                await TakeAsync(reader.Read(IngestionEndpoint.Facts, Encoding.UTF8.GetBytes(with(FactLine)), Now, Trust.Company).Messages);
                break;
            default:
                await TakeAsync(reader.Read(IngestionEndpoint.Track, Encoding.UTF8.GetBytes(with(Track)), Now, Trust.Company).Messages);
                break;
        }
    }

    private Fact[] Facts()
    {
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: false);
        HistoryBase histories = store.Load(null);
        return [.. Enumerable.Range(0, histories.SubjectCount).SelectMany(place => histories[place].Facts.ToArray())];
    }

    private async Task TakeAsync(ImmutableArray<Received> messages)
    {
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: true);
        using LiveWorkspace live = LiveWorkspace.Open(store.BeginLive, null);
        Assert.Equal(0, (await live.Take(new Delivery(1, Trust.Company, messages))).Quarantined);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private void Import(ImportRequest request)
    {
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: true);
        Check(new Importer(TimeProvider.System).Run(PlanOf(request), store, null));
    }

    private void Upload(ImportRequest request)
    {
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: true);
        using LiveWorkspace live = LiveWorkspace.Open(store.BeginLive, null);
        using SqliteStore reader = SqliteStore.Open(_folder, forWriting: false);
        using var session = new LiveImport(live, reader.BeginTrial(), Now, AccountNumbers.OfImport(1), default);
        Check(new Importer(TimeProvider.System).Run(PlanOf(request), session, reader.Settings, reader.Document, (_, _) => { }, null));
    }

    private static ImportPlan PlanOf(ImportRequest request) => Importer.Plan(request, out ImportRefusal? refusal) ?? throw new InvalidOperationException(refusal!.ToString());

    private static void Check(ImportOutcome outcome)
    {
        Assert.Null(outcome.Refusal);
        Assert.Equal((0, outcome.Counts!.Stored + outcome.Counts.Duplicates), (outcome.Counts.Quarantined, outcome.Counts.Read));
    }
}
