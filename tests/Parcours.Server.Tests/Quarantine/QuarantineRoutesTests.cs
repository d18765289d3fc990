using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Quarantine;

public sealed class QuarantineRoutesTests
{
    private const string Nobody = """{"type":"track","messageId":"m1","event":"Signed Up","timestamp":"2026-02-28T10:00:00Z"}""";

    [Fact]
    public async Task Message_put_aside_is_listed_with_its_reason_and_shown_as_it_came()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);

        JsonElement item = Assert.Single((await Get(server, "/api/quarantine")).GetProperty("items").EnumerateArray());
        Assert.Equal("missing_identity", item.GetProperty("reason").GetString());
        Assert.Equal(Nobody, (await Get(server, $"/api/quarantine/{item.GetProperty("id").GetInt64()}")).GetProperty("raw").GetString());
    }

    [Fact]
    public async Task Reason_is_told_in_the_language_of_the_reader()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        using HttpRequestMessage sent = Calls.Request("POST", "/v1/track").WithKey(server.Key(Parcours.Engine.Access.KeyKind.Write)).With("Accept-Language", "fr-FR").With("X-Strict-Mode", "1");
        sent.Content = new StringContent(Nobody, System.Text.Encoding.UTF8, "application/json");
        JsonElement refused = await (await server.Client.SendAsync(sent)).JsonAsync();
        JsonElement french = await (await server.Owner.SendAsync(Calls.Request("GET", "/api/quarantine").With("Accept-Language", "fr"))).JsonAsync();
        JsonElement english = await Get(server, "/api/quarantine");

        const string Said = "Le message ne nomme personne";
        Assert.StartsWith("Des messages ont été mis de côté", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(Said, Assert.Single(refused.GetProperty("errors").EnumerateArray()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(Said, Assert.Single(french.GetProperty("items").EnumerateArray()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("The message names nobody", Assert.Single(english.GetProperty("items").EnumerateArray()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("missing_identity", french.GetProperty("items")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Message_mended_is_taken_once_and_the_account_of_its_hour_put_right()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);
        object mended = new { message = new { type = "track", messageId = "m1", userId = "C1", @event = "Signed Up", timestamp = "2026-02-28T10:00:00Z" } };

        HttpResponseMessage first = await server.Owner.PostAsJsonAsync("/api/quarantine/1/replay", mended);
        HttpResponseMessage again = await server.Owner.PostAsJsonAsync("/api/quarantine/1/replay", mended);

        Assert.Equal("stored", (await first.JsonAsync()).GetProperty("outcome").GetString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "already_replayed"), (again.StatusCode, await again.CodeAsync()));
        Assert.Equal("C1", (await Get(server, "/api/customers/C1")).GetProperty("id").GetString());
        Assert.Empty((await Get(server, "/api/quarantine")).GetProperty("items").EnumerateArray());
        Assert.Equal((1, 1, 0, 0), await Account(server));
    }

    [Theory]
    [InlineData(32, "event_too_large")]
    [InlineData(100, null)]
    public async Task Message_taken_again_may_be_as_large_as_the_server_lets_messages_be(int kilobytes, string? code)
    {
        await using StartedServer server = await StartedServer.StartAsync(
            options => options with { Ingestion = options.Ingestion with { Limits = options.Ingestion.Limits with { EventBytes = kilobytes << 10 } } });
        await server.AsideAsync($$"""{"type":"track","messageId":"m1","userId":"C1","event":"Signed Up","timestamp":"2026-02-28T10:00:00Z","properties":{"note":"{{new string('x', 40 << 10)}}" } }""");

        Assert.Equal(code, await (await server.Owner.PostAsJsonAsync("/api/quarantine/1/replay", new { })).CodeAsync());
    }

    [Fact]
    public async Task Message_that_still_cannot_be_taken_stays_aside()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AsideAsync(Nobody);

        HttpResponseMessage answer = await server.Owner.PostAsJsonAsync("/api/quarantine/replay", new { });

        JsonElement counts = await answer.JsonAsync();
        Assert.Equal((0, 1), (counts.GetProperty("taken").GetInt32(), counts.GetProperty("left").GetInt32()));
        Assert.Equal((1, 0, 0, 1), await Account(server));
    }

    [Fact]
    public async Task Account_adds_up()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 1);
        await server.OrderAsync("C1", "o1", 100, 1);
        await server.AsideAsync(Nobody);
        Assert.Equal((3, 1, 1, 1), await Account(server));
    }

    [Fact]
    public async Task Place_left_empty_by_a_join_is_no_subject()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.SayAsync("m1", [new(IdentityKind.Email, "ann@example.org")], 2, new IncomingFact { Kind = "visit" });
        await server.OrderAsync("C1", "o1", 100, 1);
        await server.OrderAsync("C2", "o2", 100, 1);
        Assert.Equal(3, (await Get(server, "/api/freshness")).GetProperty("subjects").GetInt32());

        await server.SayAsync("m2", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], 1, new IncomingFact { Kind = "visit" });

        Assert.Equal(2, (await Get(server, "/api/freshness")).GetProperty("subjects").GetInt32());
    }

    private static async Task<(long, long, long, long)> Account(StartedServer server)
    {
        server.Time.Pass(TimeSpan.FromSeconds(1));
        JsonElement total = (await Get(server, "/api/accounting")).GetProperty("total");
        return (total.GetProperty("received").GetInt64(), total.GetProperty("stored").GetInt64(), total.GetProperty("duplicates").GetInt64(), total.GetProperty("quarantined").GetInt64());
    }

    private static async Task<JsonElement> Get(StartedServer server, string address) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
}
