using System.Net;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Suppressions;

public sealed class SuppressionTests
{
    [Fact]
    public async Task Address_is_found_in_any_letters_and_listed_by_its_hash_alone()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        JsonElement added = await (await PostAsync(server, "/api/suppressions", new { email = "Marie@Example.org", reason = "complaint" })).JsonAsync();
        await PostAsync(server, "/api/suppressions", new { phone = "+33 6 12 34 56 78", reason = "asked" });

        Assert.True(await IsSuppressedAsync(server, new { email = " marie@example.ORG" }));
        Assert.True(await IsSuppressedAsync(server, new { phone = "+33612345678" }));
        Assert.False(await IsSuppressedAsync(server, new { email = "other@example.org" }));
        string list = await (await server.Owner.GetAsync("/api/suppressions")).Content.ReadAsStringAsync();
        Assert.Equal(2, JsonDocument.Parse(list).RootElement.GetProperty("items").GetArrayLength());
        Assert.DoesNotContain("example", list, StringComparison.OrdinalIgnoreCase);

        await server.Owner.DeleteAsync($"/api/suppressions/{added.GetProperty("hash").GetString()}");
        Assert.False(await IsSuppressedAsync(server, new { email = "marie@example.org" }));
        Assert.Equal(["suppression.removed", "suppression.added", "suppression.added"], server.Service<AuditLog>().Read(long.MaxValue, 10).Select(line => line.Action).Where(action => action.StartsWith("suppression", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Erasing_the_person_leaves_the_address_on_the_list()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        var body = new { type = "identify", userId = "u1", traits = new { email = "marie@example.org" }, messageId = "m1", timestamp = server.Time.GetUtcNow().ToString("O") };
        await server.Client.SendAsync(Calls.Request("POST", "/v1/identify", body).WithKey(server.Key(KeyKind.Write)));
        await PostAsync(server, "/api/suppressions", new { email = "marie@example.org", reason = "asked" });

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/api/erasures", new { customer = "u1" })).StatusCode);

        Assert.True(await IsSuppressedAsync(server, new { email = "marie@example.org" }));
    }

    [Fact]
    public async Task What_is_no_address_or_has_no_reason_is_refused()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Equal("address_invalid", await (await PostAsync(server, "/api/suppressions", new { reason = "asked" })).CodeAsync());
        Assert.Equal("address_invalid", await (await PostAsync(server, "/api/suppressions", new { email = "no address", reason = "asked" })).CodeAsync());
        Assert.Equal("reason_invalid", await (await PostAsync(server, "/api/suppressions", new { email = "a@example.org", reason = " " })).CodeAsync());
    }

    private static Task<HttpResponseMessage> PostAsync(StartedServer server, string path, object body) => server.Owner.SendAsync(Calls.Request("POST", path, body));

    private static async Task<bool> IsSuppressedAsync(StartedServer server, object address) =>
        (await (await PostAsync(server, "/api/suppressions/check", address)).JsonAsync()).GetProperty("suppressed").GetBoolean();
}
