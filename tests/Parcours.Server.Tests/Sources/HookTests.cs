using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Sources;

public sealed class HookTests
{
    private const string Order =
        """
        { "id": 450789469, "name": "#1001", "created_at": "2026-01-10T11:00:00-05:00", "updated_at": "2026-01-12T09:00:00-05:00", "currency": "EUR", "total_price": "409.94",
          "email": "bob@mail.example", "source_name": "web", "test": false, "customer": { "id": 207119551, "email": "bob@mail.example" },
          "line_items": [ { "id": 1, "sku": "IPOD", "name": "IPod", "price": "199.00", "quantity": 2, "discount_allocations": [] } ], "refunds": [] }
        """;

    private const string Refund =
        """
        { "id": 509562969, "order_id": 450789469, "created_at": "2026-01-12T08:59:11-05:00", "processed_at": "2026-01-12T08:59:11-05:00", "refund_line_items": [],
          "transactions": [ { "id": 1, "order_id": 450789469, "kind": "refund", "status": "success", "amount": "41.94", "currency": "EUR" } ] }
        """;

    [Fact]
    public async Task Shopify_order_told_twice_and_changed_is_one_order()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");

        Assert.Equal("1 1 0 0", await (await server.ShopifyAsync("orders/create", Order, "e1")).CountsAsync());
        Assert.Equal("1 0 1 0", await (await server.ShopifyAsync("orders/create", Order, "e1")).CountsAsync());
        Assert.Equal("1 1 0 0", await (await server.ShopifyAsync("orders/updated", Order, "e2")).CountsAsync());
        await server.ShopifyAsync("orders/updated", Order.Replace("409.94", "399.94", StringComparison.Ordinal), "e3");

        Assert.Equal("order:40994 order_line:39800 order_adjusted:-1000", server.Facts(IdentityKind.Email, "bob@mail.example"));
        Assert.Equal(server.Facts(IdentityKind.Email, "bob@mail.example"), server.Facts(IdentityKind.External, "shopify:207119551"));
    }

    [Fact]
    public async Task Refund_told_by_itself_and_with_its_order_is_one_refund()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        await server.ShopifyAsync("orders/create", Order, "e1");

        Assert.Equal("1 1 0 0", await (await server.ShopifyAsync("refunds/create", Refund, "e2")).CountsAsync());
        string with = Order.Replace("\"refunds\": []", $"\"refunds\": [{Refund}]", StringComparison.Ordinal);
        Assert.Equal("2 1 1 0", await (await server.ShopifyAsync("orders/updated", with, "e3")).CountsAsync());

        Assert.Equal("order:40994 order_line:39800 refund:4194", server.Facts(IdentityKind.Email, "bob@mail.example"));
    }

    [Fact]
    public async Task Order_that_a_tracking_call_told_first_is_the_same_order()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        string track = """{ "userId": "42", "event": "Order Completed", "messageId": "t1", "properties": { "order_id": "#1001", "total": 409.94, "currency": "EUR", "email": "bob@mail.example" } }""";
        var reader = new EventReader(EventNames.BuiltIn, Domain.Time.Calendar.Utc, 0, IngestionLimits.Default);
        IngestionAnswer read = reader.Read(IngestionEndpoint.Track, System.Text.Encoding.UTF8.GetBytes(track), Domain.Time.Instant.From(server.Time.GetUtcNow()), Trust.Company);
        await server.Service<LiveWorkspace>().Take(new Delivery(1, Trust.Company, read.Messages));

        await server.ShopifyAsync("orders/create", Order, "e1");

        Assert.Equal("order_line:39800 order:40994", server.Facts(IdentityKind.Customer, "42")); // the call named no time, the shop's lines do
        Assert.Equal("order_line:39800 order:40994", server.Facts(IdentityKind.External, "shopify:207119551"));
    }

    [Fact]
    public async Task Refund_of_an_order_told_before_the_server_started_finds_it_in_the_store()
    {
        string folder = Directory.CreateTempSubdirectory("parcours-refund-").FullName;
        using (IWorkspaceStore store = SqliteStore.Open(folder, forWriting: true))
        {
            var options = new ServerOptions { Workspace = folder, Port = 0, PasswordRounds = 1000, DiskFloorBytes = 0 };
            await using (StartedServer before = await StartedServer.OnAsync(options, store, new SetTime()))
            {
                before.Source("shopify");
                await before.ShopifyAsync("orders/create", Order, "e1");
            }

            await using StartedServer server = await StartedServer.OnAsync(options, store, new SetTime());
            Assert.Equal("1 0 0 1", await (await server.ShopifyAsync("refunds/create", Refund.Replace("450789469", "450789460", StringComparison.Ordinal), "e2")).CountsAsync());
            Assert.Equal("1 1 0 0", await (await server.ShopifyAsync("refunds/create", Refund, "e3")).CountsAsync());
            Assert.Equal("order:40994 order_line:39800 refund:4194", server.Facts(IdentityKind.External, "shopify:207119551"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Order_put_aside_is_taken_once_mended_and_its_refund_after_it()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        string nobody = Order.Replace("\"email\": \"bob@mail.example\"", "\"email\": null", StringComparison.Ordinal).Replace("\"id\": 207119551", "\"id\": null", StringComparison.Ordinal);
        Assert.Equal("1 0 0 1", await (await server.ShopifyAsync("refunds/create", Refund, "e1")).CountsAsync());
        Assert.Equal("1 0 0 1", await (await server.ShopifyAsync("orders/create", nobody, "e2")).CountsAsync());
        Assert.Equal("unknown_order", await (await server.Owner.PostAsJsonAsync("/api/quarantine/1/replay", new { })).CodeAsync());
        Assert.Equal("missing_identity", await (await server.Owner.PostAsJsonAsync("/api/quarantine/2/replay", new { })).CodeAsync());

        HttpResponseMessage mended = await server.Owner.PostAsJsonAsync("/api/quarantine/2/replay", new { message = JsonDocument.Parse(Order).RootElement });
        JsonElement rest = await (await server.Owner.PostAsJsonAsync("/api/quarantine/replay", new { })).JsonAsync();

        Assert.Equal("stored", (await mended.JsonAsync()).GetProperty("outcome").GetString());
        Assert.Equal((1, 0), (rest.GetProperty("taken").GetInt32(), rest.GetProperty("left").GetInt32()));
        Assert.Equal("order:40994 order_line:39800 refund:4194", server.Facts(IdentityKind.Email, "bob@mail.example"));
        server.Time.Pass(TimeSpan.FromSeconds(1));
        JsonElement hour = Assert.Single((await (await server.Owner.GetAsync("/api/accounting")).JsonAsync()).GetProperty("hours").EnumerateArray());
        Assert.Equal(("source", "shop"), (hour.GetProperty("kind").GetString(), hour.GetProperty("name").GetString()));
        Assert.Equal("""{"received":2,"stored":2,"duplicates":0,"quarantined":0}""", hour.GetProperty("counts").GetRawText());
    }

    [Fact]
    public async Task Message_of_a_mapped_tool_is_taken_whole_once_it_is_mended()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("generic", mapping: "each: $.events\nfacts: [{ kind: form, email: $.email, item: $.form }, { kind: order, email: $.email, value: $.amount, currency: EUR }]");
        const string Body = """{ "events": [ { "email": "ann@mail.example", "form": "Brochure", "amount": "much" } ] }""";
        Assert.Equal("1 0 0 1", await (await server.HookAsync("/hooks/generic/shop", Body, "X-Signature", Asked.Hex(Body), "X-Delivery-Id", "d1")).CountsAsync());

        HttpResponseMessage mended = await server.Owner.PostAsJsonAsync("/api/quarantine/1/replay", new { message = new { email = "ann@mail.example", form = "Brochure", amount = 12 } });

        Assert.Equal("stored", (await mended.JsonAsync()).GetProperty("outcome").GetString());
        Assert.Equal("form:0 order:1200", string.Join(' ', server.Facts(IdentityKind.Email, "ann@mail.example").Split(' ').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/hooks/shopify/other", 404)]
    [InlineData("/hooks/woocommerce/shop", 404)]
    [InlineData("/hooks/nothing/shop", 404)]
    [InlineData("/hooks/shopify/..%2Fshop", 404)]
    public async Task Hook_of_no_source_is_not_found(string path, int status)
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        Assert.Equal(status, (int)(await server.HookAsync(path, Order, "X-Shopify-Hmac-Sha256", Asked.Base64(Order))).StatusCode);
    }

    [Fact]
    public async Task Hook_with_a_wrong_signature_is_refused_and_nothing_is_kept()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        foreach (string[] headers in new string[][] { [], ["X-Shopify-Hmac-Sha256", Asked.Base64(Order, "other")], ["X-Shopify-Hmac-Sha256", Asked.Base64(Order + " ")], ["X-Shopify-Hmac-Sha256", "!"] })
        {
            HttpResponseMessage answer = await server.HookAsync("/hooks/shopify/shop", Order, headers);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("wrong_signature", await answer.CodeAsync());
        }

        Assert.Equal(string.Empty, server.Facts(IdentityKind.Email, "bob@mail.example"));
    }

    [Fact]
    public async Task Secret_that_takes_the_place_of_another_is_right_beside_it()
    {
        await using var server = await StartedServer.StartAsync();
        server.Service<SourceBook>().Add(new SourceRequest("shopify", "shop") { Secrets = ["new", Asked.Secret] });
        foreach (string secret in new[] { "new", Asked.Secret })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.HookAsync("/hooks/shopify/shop", Order, "X-Shopify-Hmac-Sha256", Asked.Base64(Order, secret), "X-Shopify-Topic", "orders/create")).StatusCode);
        }
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK, null)]
    [InlineData(-301, HttpStatusCode.BadRequest, "old_signature")]
    public async Task Stripe_is_heard_for_five_minutes(int seconds, HttpStatusCode status, string? code)
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("stripe");
        const string Body = """{ "id": "evt_1", "created": 1772323200, "type": "invoice.paid", "data": { "object": { "id": "in_1", "amount_paid": 5800, "currency": "eur", "customer": "cus_1", "customer_email": "ann@mail.example" } } }""";
        long time = server.Time.GetUtcNow().ToUnixTimeSeconds() + seconds;

        HttpResponseMessage answer = await server.HookAsync("/hooks/stripe/shop", Body, "Stripe-Signature", $"t={time},v1={new string('0', 64)},v1={Asked.Hex($"{time}.{Body}")}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, await answer.CodeAsync());
        Assert.Equal(code is null ? "order:5800" : string.Empty, server.Facts(IdentityKind.Email, "ann@mail.example"));
    }

    [Fact]
    public async Task WooCommerce_is_answered_when_it_only_asks_whether_somebody_listens()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("woocommerce");
        Assert.Equal("0 0 0 0", await (await server.HookAsync("/hooks/woocommerce/shop", "webhook_id=7")).CountsAsync());
        const string Body = """{ "id": 897, "number": "897", "status": "processing", "currency": "EUR", "total": "28.44", "customer_id": 0, "date_created_gmt": "2026-02-06T17:05:09", "date_modified_gmt": "2026-02-06T17:05:09", "billing": { "email": "uyi@mail.example" }, "line_items": [], "refunds": [] }""";
        Assert.Equal("1 1 0 0", await (await server.HookAsync("/hooks/woocommerce/shop", Body, "X-WC-Webhook-Signature", Asked.Base64(Body), "X-WC-Webhook-Topic", "order.created", "X-WC-Webhook-Delivery-ID", "d1")).CountsAsync());
        Assert.Equal("order:2844", server.Facts(IdentityKind.Email, "uyi@mail.example"));
    }

    [Fact]
    public async Task Mapped_tool_signs_in_the_header_that_its_file_names()
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("generic", mapping: "signature: { header: X-Tool-Signature }\nfacts: [{ kind: form, email: $.email, item: $.form }]");
        const string Body = """{ "email": "ann@mail.example", "form": "Brochure" }""";
        Assert.Equal("1 1 0 0", await (await server.HookAsync("/hooks/generic/shop", Body, "X-Tool-Signature", "sha256=" + Asked.Hex(Body))).CountsAsync());
        Assert.Equal("1 0 1 0", await (await server.HookAsync("/hooks/generic/shop", Body, "X-Tool-Signature", Asked.Hex(Body))).CountsAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.HookAsync("/hooks/generic/shop", Body, "X-Signature", Asked.Hex(Body))).StatusCode);
        Assert.Equal("form:0", server.Facts(IdentityKind.Email, "ann@mail.example"));
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"id\": 1, \"name\": \"\\ud800\"}")]
    [InlineData("{\"id\":1,\"name\":\"#1\",\"currency\":\"EUR\",\"total_price\":\"1e400\",\"created_at\":\"2026-01-10T11:00:00Z\",\"email\":\"a@b.example\"}")]
    public async Task Signed_body_that_cannot_be_taken_is_put_aside(string body)
    {
        await using var server = await StartedServer.StartAsync();
        server.Source("shopify");
        Assert.Equal("1 0 0 1", await (await server.ShopifyAsync("orders/create", body, "e1")).CountsAsync());
    }
}
