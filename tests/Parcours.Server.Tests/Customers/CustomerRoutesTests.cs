using System.Net;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Customers;

public sealed class CustomerRoutesTests
{
    [Fact]
    public async Task Profile_is_found_by_any_key_and_shows_stage_reason_next_change_and_figures()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1000, 100);
        await server.OrderAsync("C1", "o2", 2000, 40);
        await server.AttributesAsync("m3", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("country", "FR"));

        foreach (string key in (string[])["C1", "ann%40example.org", "ANN%40Example.org"])
        {
            JsonElement profile = await Get(server, $"/api/customers/{key}");
            Assert.Equal("C1", profile.GetProperty("id").GetString());
            Assert.Equal(2, profile.GetProperty("identities").GetArrayLength());
            Assert.Equal("FR", profile.GetProperty("attributes").GetProperty("country").GetString());
            Assert.Equal(("30.00", 60.0), (profile.GetProperty("orders").GetProperty("spend").GetString(), profile.GetProperty("orders").GetProperty("gap_median_days").GetDouble()));
            JsonElement stage = profile.GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("lifecycle").GetString() == "crm-segments");
            Assert.Equal("active", stage.GetProperty("stage").GetString());
            Assert.NotEmpty(stage.GetProperty("reason").GetString()!);
            Assert.Equal("inactive", stage.GetProperty("next").GetProperty("stage").GetString());
            Assert.Equal("attribute_changed", profile.GetProperty("facts")[0].GetProperty("kind").GetString());
        }
    }

    [Fact]
    public async Task Profile_of_a_merged_customer_lists_the_merge()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("country", "FR"));

        JsonElement merge = Assert.Single((await Get(server, "/api/customers/C1")).GetProperty("merges").EnumerateArray());

        Assert.Equal(("message", "company"), (merge.GetProperty("reason").GetString(), merge.GetProperty("said_by").GetString()));
        Assert.Equal(["C1", "ann@example.org"], merge.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("key").GetString()!));
    }

    [Fact]
    public async Task Unknown_customer_is_not_found()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.GetAsync(new Uri("/api/customers/nobody", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, "unknown_customer"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Facts_come_newest_first_in_parts_without_gap_or_repeat()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        for (int i = 1; i <= 5; i++)
        {
            await server.OrderAsync("C1", $"o{i}", i * 100, 10 * (6 - i));
        }

        List<string> values = [];
        string? cursor = null;
        do
        {
            JsonElement page = await Get(server, $"/api/customers/C1/facts?limit=2{(cursor is null ? string.Empty : "&cursor=" + cursor)}");
            values.AddRange(page.GetProperty("items").EnumerateArray().Select(fact => fact.GetProperty("value").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["5.00", "4.00", "3.00", "2.00", "1.00"], values);
    }

    [Fact]
    public async Task Consent_is_the_last_word_on_each_channel_and_purpose()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        IncomingIdentity[] ann = [new(IdentityKind.Customer, "C1")];
        await server.SayAsync("m1", ann, 5, new IncomingFact { Kind = "opt_in", Item = "newsletter", Channel = Channel.Email });
        await server.SayAsync("m2", ann, 4, new IncomingFact { Kind = "opt_in", Item = "newsletter", Channel = Channel.Sms });
        await server.SayAsync("m3", ann, 3, new IncomingFact { Kind = "opt_out", Item = "newsletter", Channel = Channel.Email });

        IEnumerable<(string?, bool)> consents = (await Get(server, "/api/customers/C1")).GetProperty("consents").EnumerateArray()
            .Select(consent => (consent.GetProperty("channel").GetString(), consent.GetProperty("given").GetBoolean()));

        Assert.Equal([("email", false), ("sms", true)], consents);
    }

    [Fact]
    public async Task Search_finds_by_the_beginning_of_a_key_or_of_a_word_of_an_attribute()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1"), new(IdentityKind.Email, "ann@example.org")], ("name", "Anne Martin"));
        await server.AttributesAsync("m2", [new(IdentityKind.Customer, "C2")], ("name", "Paul Martineau"));
        await server.AttributesAsync("m3", [new(IdentityKind.Customer, "D3")], ("name", "Ruth Kent"));

        Assert.Equal(["C1", "C2"], await Found(server, "q=c"));
        Assert.Equal(["C1"], await Found(server, "q=ann%40"));
        Assert.Equal(["C1", "C2"], await Found(server, "q=martin"));
        Assert.Equal(["D3"], await Found(server, "q=D3"));
        Assert.Empty(await Found(server, "q=artin"));
    }

    [Fact]
    public async Task Search_goes_on_by_cursor()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        for (int i = 1; i <= 3; i++)
        {
            await server.OrderAsync($"C{i}", $"o{i}", 100, i);
        }

        JsonElement first = await Get(server, "/api/customers?limit=2");
        JsonElement second = await Get(server, $"/api/customers?limit=2&cursor={first.GetProperty("next").GetString()}");

        Assert.Equal(["C1", "C2"], Ids(first));
        Assert.Equal(["C3"], Ids(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Search_narrows_to_a_stage_and_to_an_expression()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 2);
        await server.OrderAsync("C2", "o2", 100, 3);
        await server.OrderAsync("C2", "o3", 100, 2);
        server.Time.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(["C1"], await Found(server, "stage=new"));
        Assert.Equal(["C2"], await Found(server, "where=orders%20%3E%3D%202"));
        HttpResponseMessage wrong = await server.Owner.GetAsync(new Uri("/api/customers?where=orders%20%3E%3D", UriKind.Relative));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "wrong_expression"), (wrong.StatusCode, await wrong.CodeAsync()));
    }

    [Fact]
    public async Task Viewer_sees_no_payload()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.SayAsync("m1", [new(IdentityKind.Customer, "C1")], 1, new IncomingFact { Kind = "note", Payload = """{"text":"private"}""" });
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);

        string seen = await (await server.Client.SendAsync(Calls.Request("GET", "/api/customers/C1").As(viewer))).Content.ReadAsStringAsync();

        Assert.DoesNotContain("private", seen, StringComparison.Ordinal);
        Assert.Contains("private", await server.Owner.GetStringAsync(new Uri("/api/customers/C1", UriKind.Relative)), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Get(StartedServer server, string address) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static async Task<IEnumerable<string>> Found(StartedServer server, string query) => Ids(await Get(server, $"/api/customers?{query}"));

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
}
