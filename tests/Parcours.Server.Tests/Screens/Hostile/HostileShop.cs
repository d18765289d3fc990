using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens.Hostile;

/// <summary>A sample shop into which every hostile text came by every way that is not a form: as events, names, attributes, products, companies, raw messages and files.</summary>
internal static class HostileShop
{
    private const int EventsOfABatch = 5;
    private static readonly JsonSerializerOptions _short = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static async Task<StartedServer> StartAsync()
    {
        StartedServer server = await StartedServer.StartAsync(options => options with { SampleCustomers = 300 });
        server.Service<Samples.SampleLoading>().Start();
        while (server.Service<Samples.SampleLoading>().State.IsUnderWay)
        {
            await Task.Delay(50);
        }

        await SendAsync(server, [new { type = "track", userId = "long-gone", @event = "Visited", timestamp = "2012-01-01" }, .. HostileTexts.All.SelectMany((text, i) => EventsOf(text, i, server.Time.GetUtcNow()))]);
        server.Time.Pass(TimeSpan.FromMinutes(2)); // answers look at the base anew
        return server;
    }

    /// <summary>The number of the customer that has a text for everything else.</summary>
    internal static string CustomerOf(int i) => string.Create(CultureInfo.InvariantCulture, $"U{i}");

    /// <summary>The number of the company that has a text for everything else.</summary>
    internal static string AccountOf(int i) => string.Create(CultureInfo.InvariantCulture, $"A{i}");

    private static IEnumerable<object> EventsOf(string text, int i, DateTimeOffset now)
    {
        string who = CustomerOf(i);
        DateTimeOffset at = now.AddDays(-1 - (i % 300));
        var named = new Dictionary<string, object>(StringComparer.Ordinal) { [text] = text, ["name"] = text, ["firstName"] = text, ["lastName"] = text, ["email"] = text, ["phone"] = text, ["country"] = text, ["city"] = text, ["company"] = new { name = text } };
        var context = new { campaign = new { name = text, source = text, medium = text }, library = new { name = text, version = text }, userAgent = text, page = new { title = text, url = text, referrer = text }, groupId = text };
        var said = new Dictionary<string, object>(StringComparer.Ordinal) { [text] = text, ["label"] = text, ["category"] = text, ["name"] = text, ["query"] = text, ["url"] = text };
        object[] products = [new { product_id = text, sku = text, name = text, category = text, brand = text, variant = text, price = 900, quantity = 1 }];
        return
        [
            new { type = "group", userId = who, groupId = AccountOf(i), timestamp = at, traits = new { plan = "any" } }, // what holds a NUL is put aside
            new { type = "identify", userId = who, timestamp = at, traits = named, context },
            new { type = "identify", userId = text, anonymousId = text, timestamp = at, traits = new { plan = text } },
            new { type = "track", userId = who, messageId = text, @event = text, timestamp = at, properties = said, context },
            new { type = "track", userId = who, @event = "Products Searched", timestamp = at, properties = said },
            new { type = "track", userId = who, @event = "Product Viewed", timestamp = at, properties = products[0] },
            new { type = "track", userId = who, @event = "Order Completed", timestamp = at, properties = new { order_id = text, total = 900, currency = "EUR", coupon = text, affiliation = text, products } },
            new { type = "track", userId = who, @event = "Email Link Clicked", timestamp = at, properties = new { campaign_name = text, campaign_id = text, link_url = text, email_id = text } },
            new { type = "track", userId = who, @event = "Review Submitted", timestamp = at, properties = new { rating = 3, review_body = text, product_id = text } },
            new { type = "page", userId = who, name = text, category = text, timestamp = at, properties = said },
            new { type = "group", userId = who, groupId = AccountOf(i), timestamp = at, traits = new { name = text, industry = text, employees = text, role = text } },
            new { type = "group", userId = text, groupId = text, timestamp = at, traits = new { name = text } },
            new { type = "alias", userId = text + "2", previousId = text, timestamp = at },
            new { type = text, userId = who, @event = text, timestamp = at },
            new { type = "track", @event = text, properties = said },
            new { type = "track", userId = who, @event = "Order Completed", timestamp = text, properties = new { order_id = text, total = text, currency = text, products } },
        ];
    }

    private static async Task SendAsync(StartedServer server, IReadOnlyList<object> events)
    {
        string key = server.Key(KeyKind.Write);
        foreach (object[] batch in events.Chunk(EventsOfABatch))
        {
            using HttpRequestMessage request = Calls.Request("POST", "/v1/batch").WithKey(key);
            request.Content = JsonContent.Create(new { batch }, options: _short);
            HttpResponseMessage answer = await server.Client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }
    }
}
