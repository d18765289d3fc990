using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Server.Sources;

namespace Parcours.Server.Ingestion;

/// <summary>
/// What goes wrong in data, sent to a started server by each of its ways in, between two messages that are right: it is put aside or refused, never a fault of ours,
/// the two others are kept, and the account adds up.
/// </summary>
public sealed class BadInputTests
{
    private const string Mapping = "each: $.events\nfacts: [{ kind: order, customer: $.who, at: $.at, value: $.amount, currency: $.currency, link: $.order }]";
    private static readonly string _deep = string.Concat(Enumerable.Repeat("[", 50)) + string.Concat(Enumerable.Repeat("]", 50));
    private static readonly string _abyss = string.Concat(Enumerable.Repeat("[", 20_000)) + string.Concat(Enumerable.Repeat("]", 20_000));
    private static readonly string _wide = "{" + string.Join(',', Enumerable.Range(0, 2_500).Select(i => $"\"p{i}\":1")) + "}";

    // Each in the shape of a tracking client, of a plain fact and of a mapped webhook; null where the thing cannot be said that way.
    private static readonly (string Name, string? Event, string? Fact, string? Hook)[] _putAside =
    [
        ("nested deeply", Order($"\"order_id\":\"x\",\"total\":1,\"x\":{_deep}"), Fact($"\"value\":1,\"payload\":{_deep}"), null),
        ("lone surrogate", Order("\"order_id\":\"\\ud800\",\"total\":1"), Fact("\"value\":1,\"order\":\"\\udc00\""), Hook("\"amount\":1,\"order\":\"\\ud800\"")),
        ("NUL", Order("\"order_id\":\"a\\u0000b\",\"total\":1"), Fact("\"value\":1,\"order\":\"a\\u0000\""), Hook("\"amount\":1,\"order\":\"a\\u0000\"")),
        ("1e400", Order("\"order_id\":\"x\",\"total\":1e400"), Fact("\"value\":1e400"), Hook("\"amount\":1e400")),
        ("-1e400", Order("\"order_id\":\"x\",\"total\":-1e400"), Fact("\"value\":-1e400"), Hook("\"amount\":-1e400")),
        ("NaN in words", Order("\"order_id\":\"x\",\"total\":\"NaN\""), Fact("\"value\":\"NaN\""), Hook("\"amount\":\"NaN\"")),
        ("infinity", Order("\"order_id\":\"x\",\"total\":\"Infinity\""), Fact("\"value\":\"-∞\""), Hook("\"amount\":\"Infinity\"")),
        ("above 2^53", Order("\"order_id\":\"x\",\"total\":9007199254740993"), Fact("\"value\":9007199254740993"), Hook("\"amount\":9007199254740993")),
        ("larger than any amount", Order("\"order_id\":\"x\",\"total\":92233720368547758080"), Fact("\"value\":92233720368547758080"), Hook("\"amount\":92233720368547758080")),
        ("tens of thousands of attributes", $$"""{"type":"identify","userId":"42","traits":{{_wide}}}""", null, null),
        ("the future", Order("\"order_id\":\"x\",\"total\":1", "2126-01-01T00:00:00Z"), Fact("\"value\":1", "2126-01-01"), Hook("\"amount\":1", "2126-01-01")),
        ("1960", Order("\"order_id\":\"x\",\"total\":1", "1960-01-01T00:00:00Z"), Fact("\"value\":1", "1960-01-01"), Hook("\"amount\":1", "1960-01-01")),
        ("no date", Order("\"order_id\":\"x\",\"total\":1", "2026-02-30T00:00:00Z"), Fact("\"value\":1", "2026-02-30"), Hook("\"amount\":1", "2026-02-30")),
        ("two currencies in one order", Order("\"order_id\":\"x\",\"currency\":\"EUR\",\"products\":[{\"product_id\":\"a\",\"price\":1,\"currency\":\"USD\"}]"), null, null),
        ("no such currency", Order("\"order_id\":\"x\",\"total\":1,\"currency\":\"XXX\""), Fact("\"value\":1,\"currency\":\"XXX\""), Hook("\"amount\":1,\"currency\":\"XXX\"")),
        ("nobody", """{"type":"track","event":"A","timestamp":"2026-01-01T00:00:00Z"}""", """{"kind":"order","at":"2026-01-01","value":1,"currency":"EUR"}""", """{"amount":1,"at":"2026-01-01","currency":"EUR"}"""),
        ("no event", """{"type":"track","userId":"42"}""", """{"customer":"42","at":"2026-01-01"}""", null),
        ("no object", "[1]", "7", null),
        ("nothing", "null", "null", null),
    ];

    private static readonly (string Name, string Event, string Fact)[] _kept =
    [
        ("duplicate keys, of which the last counts", """{"type":"track","userId":"a","userId":"42","event":"A","event":"B"}""", """{"kind":"note","customer":"a","customer":"42","at":"2026-01-01"}"""),
        ("integers above 2^53", """{"type":"track","userId":"42","event":"Order Completed","properties":{"order_id":9007199254740993,"total":5,"currency":"EUR"}}""", """{"kind":"order","customer":9007199254740993,"at":"2026-01-01","value":5,"currency":"EUR","order":9007199254740995}"""),
        ("thousands of properties", $$"""{"type":"track","userId":"42","event":"A","properties":{{_wide}}}""", $$"""{"kind":"note","customer":"42","at":"2026-01-01","payload":{{_wide}}}"""),
        ("1e400 where no number is read", """{"type":"track","userId":"42","event":"A","properties":{"x":1e400}}""", """{"kind":"note","customer":"42","at":"2026-01-01","payload":{"x":1e400}}"""),
        ("amounts below zero", """{"type":"track","userId":"42","event":"Order Completed","properties":{"order_id":"n","total":-5,"currency":"EUR"}}""", """{"kind":"order","customer":"42","at":"2026-01-01","value":-5,"currency":"EUR"}"""),
        ("another currency", """{"type":"track","userId":"42","event":"Order Completed","properties":{"order_id":"d","total":5,"currency":"USD"}}""", """{"kind":"order","customer":"42","at":"2026-01-01","value":5,"currency":"JPY"}"""),
    ];

    private static readonly (string Name, string Body)[] _refused =
    [
        ("malformed", """{"batch":[{"type":"track","userId":"42","event":"A"},}]}"""),
        ("truncated", """{"batch":[{"type":"track","userId":"42","event":"A"},{"type":"tr"""),
        ("NaN", """{"batch":[{"type":"track","userId":"42","event":"A","properties":{"x":NaN}}]}"""),
        ("a NUL between", "{\"batch\":[\u0000]}"),
        ("nested without end", $$"""{"batch":[{"type":"track","userId":"42","event":"A","properties":{"x":{{_abyss}} } }]}"""),
        ("two bodies", """{"batch":[]}{"batch":[]}"""),
        ("empty", ""),
        ("no JSON", "hello"),
    ];

    [Fact]
    public async Task Message_that_is_wrong_is_put_aside_and_the_others_of_its_batch_are_kept()
    {
        await using var server = await StartAsync();
        string key = server.Key(KeyKind.Write);
        server.Source("generic", mapping: Mapping);
        foreach ((string name, string? said, string? fact, string? hook) in _putAside)
        {
            if (said is not null)
            {
                string body = $$"""{"batch":[{"type":"track","userId":"before","event":"A","messageId":"{{name}} 1"},{{said}},{"type":"track","userId":"after","event":"A","messageId":"{{name}} 2"}]}""";
                await ExpectAsync(server, name, () => PostAsync(server, "/v1/batch", body, key), stored: 2, aside: 1);
            }

            if (fact is not null)
            {
                string body = $$"""[{"kind":"note","customer":"before","at":"2026-01-01","id":"{{name}} 3"},{{fact}},{"kind":"note","customer":"after","at":"2026-01-01","id":"{{name}} 4"}]""";
                await ExpectAsync(server, name, () => PostAsync(server, "/api/facts", body, key), stored: 2, aside: 1);
            }

            if (hook is not null)
            {
                string body = $$"""{"events":[{"who":"before","amount":1,"at":"2026-01-01","currency":"EUR","order":"{{name}} 5"},{{hook}},{"who":"after","amount":1,"at":"2026-01-01","currency":"EUR","order":"{{name}} 6"}]}""";
                await ExpectAsync(server, name, () => server.HookAsync("/hooks/generic/shop", body, "X-Signature", Asked.Hex(body), "X-Delivery-Id", name), stored: 2, aside: 1);
            }
        }

    }

    [Fact]
    public async Task What_is_odd_and_can_be_read_is_kept_and_the_pages_still_answer()
    {
        await using var server = await StartAsync();
        string key = server.Key(KeyKind.Write);
        foreach ((string name, string said, string fact) in _kept)
        {
            await ExpectAsync(server, name, () => PostAsync(server, "/v1/batch", $$"""{"batch":[{{said}}]}""", key), stored: 1, aside: 0);
            await ExpectAsync(server, name, () => PostAsync(server, "/api/facts", $"[{fact}]", key), stored: 1, aside: 0);
        }

        string largest = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"kind":"order","customer":"42","at":"2026-01-{{i + 1:00}}","value":1000000000000,"currency":"EUR","order":"L{{i}}"}"""));
        await ExpectAsync(server, "the largest amounts", () => PostAsync(server, "/api/facts", $"[{largest}]", key), stored: 20, aside: 0);
        Assert.Equal("order:500", server.Facts(IdentityKind.Customer, "9007199254740993")); // and not ...992
        Assert.Equal(string.Empty, server.Facts(IdentityKind.Customer, "a"));
        server.Time.Pass(TimeSpan.FromMinutes(2));
        foreach (string address in (string[])["/api/customers/42", "/api/value", "/api/rfm", "/customers/42", "/customers", "/", "/management", "/lifecycle", "/rfm", "/cohorts", "/value", "/customers.csv", "/api/export/customers.csv"])
        {
            HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("GET", address));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }
    }

    [Fact]
    public async Task Body_that_is_no_JSON_is_refused_whole()
    {
        await using var server = await StartAsync();
        string key = server.Key(KeyKind.Write);
        server.Source("generic", mapping: Mapping);
        foreach ((string name, string body) in _refused)
        {
            foreach (string path in (string[])["/v1/batch", "/v1/track", "/api/facts"])
            {
                HttpResponseMessage answer = await PostAsync(server, path, body.Replace("batch", path == "/api/facts" ? "facts" : "batch", StringComparison.Ordinal), key);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{name} to {path}: {answer.StatusCode}");
            }

            await ExpectAsync(server, name, () => server.HookAsync("/hooks/generic/shop", body, "X-Signature", Asked.Hex(body)), stored: 0, aside: 1); // who sent it is sure: nothing is lost
        }

        Assert.Equal(0, server.Service<LiveWorkspace>().Histories.FactCount);
    }

    [Fact]
    public async Task Clock_that_is_years_off_is_corrected()
    {
        await using var server = await StartAsync();
        string key = server.Key(KeyKind.Write);
        foreach ((string sent, string at) in (ValueTuple<string, string>[])[("1999-01-01T00:10:00Z", "1999-01-01T00:00:00Z"), ("2090-01-01T00:10:00Z", "2090-01-01T00:00:00Z")])
        {
            await ExpectAsync(server, sent, () => PostAsync(server, "/v1/batch", $$"""{"sentAt":"{{sent}}","batch":[{"type":"track","userId":"42","event":"A","timestamp":"{{at}}"}]}""", key), stored: 1, aside: 0);
        }

        LiveWorkspace live = server.Service<LiveWorkspace>();
        Assert.All(live.Histories[0].Facts.ToArray(), fact => Assert.Equal(Domain.Time.Instant.From(server.Time.GetUtcNow().AddMinutes(-10)), fact.At));
    }

    [Theory]
    [InlineData("/v1/batch", "gzip")]
    [InlineData("/v1/track", "gzip")]
    [InlineData("/api/facts", "gzip")]
    [InlineData("/v1/batch", "br")]
    [InlineData("/v1/batch", "deflate")]
    public async Task Body_that_inflates_without_end_costs_no_more_than_one_that_is_too_large(string path, string encoding)
    {
        await using var server = await StartAsync();
        string key = server.Key(KeyKind.Write);
        byte[] bomb = Bomb(encoding);
        await PostAsync(server, path, "{}", key); // what is made once is not counted
        long before = GC.GetTotalAllocatedBytes(precise: true);

        using HttpRequestMessage request = Calls.Request("POST", path).WithKey(key);
        request.Content = new ByteArrayContent(bomb);
        request.Content.Headers.ContentEncoding.Add(encoding);
        HttpResponseMessage answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 32 * 1024 * 1024);
    }

    [Fact]
    public async Task Million_properties_and_bodies_without_end_are_too_large()
    {
        await using var server = await StartAsync();
        string key = server.Key(KeyKind.Write);
        string million = "{" + string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"\"{i}\":1")) + "}";
        string message = $$"""{"batch":[{"type":"identify","userId":"42","traits":{{million}}}]}""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(server, "/v1/batch", message, key)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(server, "/api/facts", message, key)).StatusCode);

        server.Source("generic", mapping: Mapping);
        using HttpRequestMessage hook = Calls.Request("POST", "/hooks/generic/shop").With("X-Signature", Asked.Hex(message));
        hook.Content = new StringContent(message);
        hook.Headers.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await server.Client.SendAsync(hook)).StatusCode);
        Assert.Equal(0, server.Service<LiveWorkspace>().Histories.FactCount);
    }

    private static async Task<StartedServer> StartAsync()
    {
        StartedServer server = await StartedServer.StartAsync();
        server.Time.Pass(TimeSpan.FromMinutes(1)); // the account is of hours that have begun
        return server;
    }

    private static async Task ExpectAsync(StartedServer server, string name, Func<Task<HttpResponseMessage>> send, int stored, int aside)
    {
        (long Stored, long Duplicates, long Quarantined) before = await AccountAsync(server);
        HttpResponseMessage answer = await send();
        (long Stored, long Duplicates, long Quarantined) after = await AccountAsync(server);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{name}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        Assert.True((stored, aside) == (after.Stored - before.Stored, after.Quarantined - before.Quarantined), $"{name} by {answer.RequestMessage!.RequestUri}: {after.Stored - before.Stored} stored, {after.Quarantined - before.Quarantined} put aside");
    }

    private static async Task<(long Stored, long Duplicates, long Quarantined)> AccountAsync(StartedServer server)
    {
        JsonElement total = (await (await server.Owner.SendAsync(Calls.Request("GET", "/api/accounting"))).JsonAsync()).GetProperty("total");
        (long received, long stored, long duplicates, long quarantined) = (total.GetProperty("received").GetInt64(), total.GetProperty("stored").GetInt64(), total.GetProperty("duplicates").GetInt64(), total.GetProperty("quarantined").GetInt64());
        Assert.Equal(received, stored + duplicates + quarantined);
        return (stored, duplicates, quarantined);
    }

    private static async Task<HttpResponseMessage> PostAsync(StartedServer server, string path, string body, string key)
    {
        using HttpRequestMessage request = Calls.Request("POST", path).WithKey(key);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.ExpectContinue = body.Length > 1024 * 1024; // what is too large is refused before it is sent
        return await server.Client.SendAsync(request);
    }

    // 128 MB of blanks, of which any JSON may have as many as it likes.
    private static byte[] Bomb(string encoding)
    {
        using var bomb = new MemoryStream();
        using (Stream deflated = encoding switch
        {
            "gzip" => new GZipStream(bomb, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(bomb, CompressionLevel.Optimal, leaveOpen: true),
            _ => new ZLibStream(bomb, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            byte[] blanks = [.. Enumerable.Repeat((byte)' ', 1024 * 1024)];
            for (int i = 0; i < 128; i++)
            {
                deflated.Write(blanks);
            }
        }

        return bomb.ToArray();
    }

    private static string Order(string properties, string at = "2026-01-01T00:00:00Z") =>
        $$"""{"type":"track","userId":"42","event":"Order Completed","timestamp":"{{at}}","properties": { {{(properties.Contains("currency", StringComparison.Ordinal) ? properties : properties + ",\"currency\":\"EUR\"")}} } }""";

    private static string Fact(string members, string at = "2026-01-01") =>
        $$"""{"kind":"order","customer":"42","at":"{{at}}",{{(members.Contains("currency", StringComparison.Ordinal) ? members : members + ",\"currency\":\"EUR\"")}}}""";

    private static string Hook(string members, string at = "2026-01-01") =>
        $$"""{"who":"42","at":"{{at}}",{{(members.Contains("currency", StringComparison.Ordinal) ? members : members + ",\"currency\":\"EUR\"")}}}""";
}
