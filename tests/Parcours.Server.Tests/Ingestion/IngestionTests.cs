using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>What tracking clients post to a started server, in every way they know to show their key.</summary>
public sealed class IngestionTests
{
    private const string Song = """{"userId":"42","event":"Song Played","messageId":"m1"}""";

    [Theory]
    [InlineData("track", Song)]
    [InlineData("t", Song)]
    [InlineData("identify", """{"userId":"42","traits":{"plan":"pro"}}""")]
    [InlineData("i", """{"userId":"42","traits":{"plan":"pro"}}""")]
    [InlineData("page", """{"anonymousId":"a"}""")]
    [InlineData("p", """{"anonymousId":"a"}""")]
    [InlineData("screen", """{"anonymousId":"a"}""")]
    [InlineData("s", """{"anonymousId":"a"}""")]
    [InlineData("group", """{"userId":"42","groupId":"ACME","traits":{"name":"Acme"}}""")]
    [InlineData("g", """{"userId":"42","groupId":"ACME"}""")]
    [InlineData("alias", """{"userId":"42","previousId":"a"}""")]
    [InlineData("a", """{"userId":"42","previousId":"a"}""")]
    [InlineData("batch", """{"batch":[{"type":"track","userId":"42","event":"A"}]}""")]
    [InlineData("b", """{"batch":[{"type":"track","userId":"42","event":"A"}]}""")]
    [InlineData("import", """{"batch":[{"type":"track","userId":"42","event":"A","timestamp":"2020-01-01T00:00:00Z"}]}""")]
    public async Task Every_path_takes_its_message(string path, string body)
    {
        await using var server = await StartedServer.StartAsync();

        HttpResponseMessage answer = await PostAsync(server, "/v1/" + path, Json(body), Basic(server.Key(KeyKind.Write)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"success":true}""", await answer.Content.ReadAsStringAsync());
        LiveWorkspace live = server.Service<LiveWorkspace>();
        Assert.Equal(path.StartsWith('a') ? 0 : path.StartsWith('g') && body.Contains("traits", StringComparison.Ordinal) ? 2 : 1, live.Histories.FactCount);
        Assert.True(live.Histories.SubjectCount > 0);
    }

    [Fact]
    public async Task Key_is_shown_in_a_header_or_in_the_body()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);
        string inBody = $$"""{"writeKey":"{{key}}","userId":"42","event":"A"}""";

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/track", Json(Song), Basic(key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/track", Json(Song), new AuthenticationHeaderValue("Bearer", key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/track", Json(inBody))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/track", new StringContent(inBody, Encoding.UTF8, "text/plain"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(server, "/v1/track", Json(Song))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(server, "/v1/track", Json(Song), Basic("pcw_none"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(server, "/v1/track", Json("""{"writeKey":"pcw_none"}"""))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(server, "/v1/track", Json(Song), Basic(server.Key(KeyKind.Server, Scope.FactsWrite)))).StatusCode);
    }

    [Fact]
    public async Task Inflated_bodies_are_read_up_to_the_limit()
    {
        await using var server = await StartedServer.StartAsync();
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/track", Gzip(Encoding.UTF8.GetBytes(Song)), key)).StatusCode);

        // 200 MB of blanks in 200 KB.
        HttpResponseMessage bomb = await PostAsync(server, "/v1/track", Gzip(new byte[200_000_000].AsSpan()), key);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);

        HttpContent noGzip = Json(Song);
        noGzip.Headers.ContentEncoding.Add("gzip");
        HttpContent unknown = Json(Song);
        unknown.Headers.ContentEncoding.Add("zstd");
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(server, "/v1/track", noGzip, key)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(server, "/v1/track", unknown, key)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(server, "/v1/batch", Json(new string(' ', 600_000)), key)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(server, "/v1/track", Json($$"""{"userId":"42","event":"{{new string('x', 40_000)}}"}"""), key)).StatusCode);
    }

    [Fact]
    public async Task Readable_body_is_a_success_unless_strictness_is_asked()
    {
        await using var server = await StartedServer.StartAsync();
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));
        const string body = """{"batch":[{"type":"track","userId":"42","event":"A"},{"type":"track","event":"A"}]}""";

        HttpResponseMessage answer = await PostAsync(server, "/v1/batch", Json(body), key);
        HttpResponseMessage strict = await PostAsync(server, "/v1/batch", Json(body.Replace("42", "43", StringComparison.Ordinal)), key, ("X-Strict-Mode", "1"));
        HttpResponseMessage broken = await PostAsync(server, "/v1/batch", Json("{"), key);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, strict.StatusCode);
        JsonElement said = await strict.JsonAsync();
        Assert.Equal(("messages_put_aside", 2, 1, 1), (said.GetProperty("code").GetString(), said.GetProperty("received").GetInt32(), said.GetProperty("stored").GetInt32(), said.GetProperty("quarantined").GetInt32()));
        Assert.Equal("missing_identity", said.GetProperty("errors")[0].GetProperty("reason").GetString());
        Assert.Equal(1, said.GetProperty("errors")[0].GetProperty("index").GetInt32());
        Assert.Equal("not_json", await broken.CodeAsync());
        Assert.Equal(2, server.Service<LiveWorkspace>().Histories.FactCount);
    }

    [Fact]
    public async Task Same_message_counts_once()
    {
        await using var server = await StartedServer.StartAsync();
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));

        await PostAsync(server, "/v1/track", Json(Song), key);
        await PostAsync(server, "/v1/batch", Json($$"""{"batch":[{"type":"track",{{Song[1..]}}]}"""), key);

        Assert.Equal(1, server.Service<LiveWorkspace>().Histories.FactCount);
    }

    [Fact]
    public async Task Key_that_sends_too_much_is_told_when_to_come_again()
    {
        await using var server = await StartedServer.StartAsync(options => options with { Ingestion = new IngestionOptions { EventsPerSecond = 2 } });
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));
        string six = "{\"batch\":[" + string.Join(',', Enumerable.Range(0, 6).Select(i => $$"""{"type":"track","userId":"42","event":"A","messageId":"{{i}}"}""")) + "]}";

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/batch", Json(six), key)).StatusCode);
        HttpResponseMessage refused = await PostAsync(server, "/v1/batch", Json(six), key);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/batch", Json(six), Basic(server.Key(KeyKind.Write)))).StatusCode);

        server.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/v1/batch", Json(six), key)).StatusCode);
    }

    [Fact]
    public async Task Pages_of_any_site_may_post_and_read_the_answer_and_their_key_is_public_from_then_on()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);
        using var asked = new HttpRequestMessage(HttpMethod.Options, "/v1/t");
        asked.Headers.Add("Origin", "https://shop.example");
        asked.Headers.Add("Access-Control-Request-Method", "POST");
        asked.Headers.Add("Access-Control-Request-Headers", "authorization,anonymousid");

        HttpResponseMessage preflight = await server.Client.SendAsync(asked);
        HttpResponseMessage answer = await PostAsync(server, "/v1/t", Json(Song), Basic(key), ("Origin", "https://shop.example"));
        HttpResponseMessage unknown = await PostAsync(server, "/v1/t", Json(Song), null, ("Origin", "https://shop.example"));
        HttpResponseMessage api = await PostAsync(server, "/api/facts", Json("[]"), Basic(key), ("Origin", "https://shop.example"));

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("authorization,anonymousid", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.All([preflight, answer, unknown], one => Assert.Equal("*", one.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.False(api.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(Trust.Public, Assert.Single(server.Service<AccessKeys>().List()).Trust);
    }

    [Theory]
    [InlineData("/v1/projects/{0}/settings")]
    [InlineData("/projects/{0}/settings")]
    public async Task Settings_lead_a_client_to_this_server(string pattern)
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);

        HttpResponseMessage answer = await server.Client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, key));
        HttpResponseMessage unknown = await server.Client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, "pcw_none"));

        JsonElement client = (await answer.JsonAsync()).GetProperty("integrations").GetProperty("Segment.io");
        Assert.Equal(key, client.GetProperty("apiKey").GetString());
        Assert.Equal(server.Server.Address.Authority + "/v1", client.GetProperty("apiHost").GetString());
        Assert.Equal("http", client.GetProperty("protocol").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Fact]
    public async Task Settings_of_the_other_library_for_pages_name_a_source_without_destinations()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sourceConfig/?p=npm&v=3.34.1&build=modern&lockIntegrationsVersion=true&writeKey=" + key) { Headers = { { "Origin", "https://shop.example" } } };

        HttpResponseMessage answer = await server.Client.SendAsync(request);
        JsonElement source = (await answer.JsonAsync()).GetProperty("source");

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(("key-1", true, 0), (source.GetProperty("id").GetString(), source.GetProperty("enabled").GetBoolean(), source.GetProperty("destinations").GetArrayLength()));
        Assert.False(source.GetProperty("config").GetProperty("statsCollection").GetProperty("metrics").GetProperty("enabled").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/sourceConfig").With("Authorization", Basic(key).ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("/sourceConfig?writeKey=pcw_none")).StatusCode);
    }

    [Fact]
    public async Task Plain_facts_are_taken_and_accounted_for()
    {
        await using var server = await StartedServer.StartAsync();
        var key = new AuthenticationHeaderValue("Bearer", server.Key(KeyKind.Server, Scope.FactsWrite));
        const string lines = "{\"kind\":\"order\",\"customer\":\"1\",\"at\":\"2021-01-01T10:00:00Z\",\"value\":\"12.00\",\"currency\":\"EUR\",\"message_id\":\"a\"}\n{\"kind\":\"visit\"}\n";

        JsonElement first = await (await PostAsync(server, "/api/facts", Json(lines), key)).JsonAsync();
        JsonElement again = await (await PostAsync(server, "/api/facts", Json(lines), key)).JsonAsync();
        HttpResponseMessage strict = await PostAsync(server, "/api/facts", Json(lines), key, ("X-Strict-Mode", "1"));

        Assert.Equal((2, 1, 0, 1), Counts(first));
        Assert.Equal((2, 0, 1, 1), Counts(again));
        Assert.Equal(HttpStatusCode.BadRequest, strict.StatusCode);

        static (int, int, int, int) Counts(JsonElement said) =>
            (said.GetProperty("received").GetInt32(), said.GetProperty("stored").GetInt32(), said.GetProperty("duplicates").GetInt32(), said.GetProperty("quarantined").GetInt32());
    }

    [Fact]
    public async Task What_is_said_again_is_no_new_fact()
    {
        await using var server = await StartedServer.StartAsync();
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));

        foreach (string consent in (string[])["true", "true", "false", "false", "true"])
        {
            await PostAsync(server, "/v1/identify", Json($$$"""{"userId":"42","traits":{"plan":"pro","createdAt":"2020-01-01","email_opt_in":{{{consent}}} } }"""), key);
            server.Time.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["attribute_changed plan pro", "opt_in marketing", "opt_in marketing", "opt_out marketing", "registration"], await Profile.OfAsync(server, "42"));
    }

    [Fact]
    public async Task Alias_may_name_an_earlier_customer_number()
    {
        await using var server = await StartedServer.StartAsync();
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));

        await PostAsync(server, "/v1/track", Json("""{"userId":"old-7","event":"Song Played"}"""), key);
        await PostAsync(server, "/v1/track", Json("""{"userId":"new-7","event":"Wheel Spun"}"""), key);
        await PostAsync(server, "/v1/alias", Json("""{"userId":"new-7","previousId":"old-7"}"""), key);

        Assert.Equal(["song_played", "wheel_spun"], await Profile.OfAsync(server, "new-7"));
    }

    [Fact]
    public async Task New_workspace_takes_its_currency_from_the_first_amount()
    {
        await using var server = await StartedServer.StartAsync();
        AuthenticationHeaderValue key = Basic(server.Key(KeyKind.Write));

        await PostAsync(server, "/v1/track", Json("""{"userId":"1","event":"Order Completed","properties":{"order_id":"1","total":5,"currency":"GBP"}}"""), key);
        HttpResponseMessage next = await PostAsync(server, "/v1/track", Json("""{"userId":"1","event":"Order Completed","properties":{"order_id":"2","total":7}}"""), key, ("X-Strict-Mode", "1"));

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal("GBP", Domain.Facts.Currencies.CodeOf(server.Service<LiveWorkspace>().Histories.Currency));
    }

    private static async Task<HttpResponseMessage> PostAsync(
        StartedServer server, string path, HttpContent body, AuthenticationHeaderValue? key = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Authorization = key;
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await server.Client.SendAsync(request);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));

    private static ByteArrayContent Gzip(ReadOnlySpan<byte> body)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return new ByteArrayContent(bytes.ToArray()) { Headers = { ContentEncoding = { "gzip" }, ContentType = new("application/json") } };
    }
}
