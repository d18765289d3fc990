using System.Net;
using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Segments;

public sealed class SegmentRoutesTests
{
    [Fact]
    public async Task Segment_is_written_read_counted_and_removed()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 5000, 100);
        await server.OrderAsync("C2", "o2", 9000, 20);
        HttpResponseMessage made = await Put(server, "buyers", "segment: buyers\nname: { en: Buyers, fr: Acheteurs }\nwhere: orders >= 1 and spend > 60\n");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        await server.OrderAsync("C3", "o3", 7000, 1);
        server.Time.Pass(TimeSpan.FromSeconds(30));

        JsonElement shown = await Get(server, "/api/segments/buyers");
        Assert.Equal(("Acheteurs", true), (shown.GetProperty("name").GetProperty("fr").GetString(), shown.GetProperty("ok").GetBoolean()));
        Assert.Equal(2, shown.GetProperty("tree").GetProperty("all").GetArrayLength());
        JsonElement members = await Get(server, "/api/segments/buyers/members?limit=1");
        Assert.Equal("C2", Assert.Single(members.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        JsonElement rest = await Get(server, $"/api/segments/buyers/members?limit=1&cursor={members.GetProperty("next").GetString()}");
        Assert.Equal("C3", Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
        Assert.Equal(2, (await Get(server, "/api/segments/buyers/sizes")).GetProperty("members").GetInt32());
        Assert.Equal(2, (await Get(server, "/api/segments/size?segment=buyers")).GetProperty("customers").GetInt32());
        Assert.Equal("operator", (await Get(server, "/api/segments/buyers/history")).GetProperty("versions")[0].GetProperty("by").GetString()!.Split(':')[0].Replace("local", "operator", StringComparison.Ordinal));
        string[] lines = (await server.Owner.GetStringAsync(new Uri("/api/export/segments/buyers.csv", UriKind.Relative))).Split('\n');
        Assert.Equal("id,since,until,spend,currency", lines[0]);
        Assert.StartsWith("C2,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,90.00,EUR", lines[1], StringComparison.Ordinal);

        HttpResponseMessage removed = await server.Owner.SendAsync(Calls.Request("DELETE", "/api/segments/buyers").With("If-Match", made.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Owner.GetAsync(new Uri("/api/segments/buyers", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Second_editor_gets_the_current_text_and_nothing_is_written_over()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string read = (await Put(server, "one", "segment: one\nwhere: orders >= 1")).Headers.ETag!.Tag;
        HttpResponseMessage first = await Put(server, "one", "segment: one\nwhere: orders >= 2", read);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        HttpResponseMessage second = await Put(server, "one", "segment: one\nwhere: orders >= 3", read);
        HttpResponseMessage blind = await Put(server, "one", "segment: one\nwhere: orders >= 4");

        Assert.All([second, blind], refused => Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode));
        JsonElement told = await second.JsonAsync();
        Assert.Equal(("segment_changed", "segment: one\nwhere: orders >= 2"), (told.GetProperty("code").GetString(), told.GetProperty("current").GetString()));
        Assert.Equal(first.Headers.ETag!.Tag, second.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, (await Put(server, "one", "segment: one\nwhere: orders >= 3", second.Headers.ETag!.Tag)).StatusCode);
    }

    [Fact]
    public async Task Text_and_tree_are_checked_and_counted_alike()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 5000, 100);
        await server.OrderAsync("C2", "o2", 9000, 20);

        JsonElement check = await Post(server, "/api/segments/check", new { where = "orders >= 1 and not spend > 60" });
        Assert.True(check.GetProperty("ok").GetBoolean());
        JsonElement tree = check.GetProperty("tree");
        JsonElement byTree = await Post(server, "/api/segments/count", new { tree });
        JsonElement byText = await Post(server, "/api/segments/count", new { where = "orders >= 1 and not spend > 60" });
        Assert.All([byTree, byText], count => Assert.Equal((1, 2, "C1"), (count.GetProperty("members").GetInt32(), count.GetProperty("of").GetInt32(), count.GetProperty("sample")[0].GetProperty("id").GetString())));
        Assert.Equal(0, (await Post(server, "/api/segments/count", new { where = "always", at = "2001-01-01" })).GetProperty("members").GetInt32());

        JsonElement wrong = await Post(server, "/api/segments/check", new { where = "ordres >= 1" });
        JsonElement error = wrong.GetProperty("errors")[0];
        Assert.Equal((1, 1, "orders"), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32(), error.GetProperty("nearest").GetString()));
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused_with_a_reason()
    {
        (string Method, string Address, string? Body, HttpStatusCode Status, string Code)[] asked =
        [
            ("POST", "/api/segments/count", """{"where":"ordres >= 1"}""", HttpStatusCode.UnprocessableEntity, "segment_invalid"),
            ("POST", "/api/segments/count", """{"tree":{"all":3}}""", HttpStatusCode.UnprocessableEntity, "wrong_tree"),
            ("POST", "/api/segments/count", "{}", HttpStatusCode.UnprocessableEntity, "wrong_tree"),
            ("POST", "/api/segments/count", """{"where":"always","at":"yesterday"}""", HttpStatusCode.UnprocessableEntity, "wrong_date"),
            ("POST", "/api/segments/check", "{}", HttpStatusCode.UnprocessableEntity, "segment_missing"),
            ("PUT", "/api/segments/one", """{"text":"segment: two\nwhere: always"}""", HttpStatusCode.UnprocessableEntity, "segment_name_differs"),
            ("PUT", "/api/segments/one", """{"text":"segment: one\nwhere: segment(one)"}""", HttpStatusCode.UnprocessableEntity, "segment_invalid"),
            ("GET", "/api/segments/..%2Fsecrets", null, HttpStatusCode.NotFound, "unknown_segment"),
            ("GET", "/api/segments/nobody/members", null, HttpStatusCode.NotFound, "unknown_segment"),
            ("DELETE", "/api/segments/nobody", null, HttpStatusCode.NotFound, "unknown_segment"),
        ];
        await using StartedServer server = await StartedServer.StartAsync();
        foreach ((string method, string address, string? body, HttpStatusCode status, string code) in asked)
        {
            HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request(method, address, body is null ? null : JsonDocument.Parse(body).RootElement));
            Assert.Equal((address, body, status, code), (address, body, answer.StatusCode, await answer.CodeAsync()));
        }
    }

    [Fact]
    public async Task Who_comes_into_a_segment_is_among_the_transitions()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Task<JsonElement> waiting = Get(server, "/api/transitions?kind=segment&wait=30");
        await Put(server, "buyers", "segment: buyers\nwhere: orders >= 1");
        server.Time.Pass(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 100 && !waiting.IsCompleted; i++)
        {
            await server.OrderAsync($"C{i}", $"o{i}", 5000, 0); // the segment is followed from the next step on
            await Task.Delay(50);
        }

        JsonElement item = (await Get(server, "/api/segments/buyers/transitions")).GetProperty("items")[0];
        Assert.Equal(("segment", "buyers", "out", "in"), (item.GetProperty("kind").GetString(), item.GetProperty("segment").GetString(), item.GetProperty("from").GetString(), item.GetProperty("to").GetString()));
        Assert.Equal(JsonValueKind.Null, item.GetProperty("lifecycle").ValueKind);
    }

    private static Task<HttpResponseMessage> Put(StartedServer server, string name, string text, string? tag = null) =>
        server.Owner.SendAsync(Calls.Request("PUT", "/api/segments/" + name, new { text, note = "why" }).With("If-Match", tag ?? string.Empty));

    private static async Task<JsonElement> Get(StartedServer server, string address) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static async Task<JsonElement> Post(StartedServer server, string address, object body)
    {
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("POST", address, body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
