using System.Net;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Consent;

public sealed class ConsentTests
{
    private static readonly object _proof = new { text = "Yes, write to me", how = "form", source = "newsletter page" };

    [Fact]
    public async Task Permission_is_noted_with_its_proof_and_withdrawn_by_a_later_word()
    {
        await using StartedServer server = await WithCustomerAsync();
        Assert.Equal(HttpStatusCode.OK, (await SayAsync(server, "u1", new { channel = "email", purpose = "newsletter", given = true, proof = _proof })).StatusCode);
        await SayAsync(server, "MAIL@example.org", new { channel = "sms", purpose = "newsletter", given = true, proof = _proof });
        server.Time.Pass(TimeSpan.FromMinutes(1));
        await SayAsync(server, "u1", new { channel = "email", purpose = "newsletter", given = false, proof = _proof });

        JsonElement answer = await (await server.Owner.GetAsync("/api/customers/u1/consent")).JsonAsync();

        Assert.Equal(["email False", "sms True"], answer.GetProperty("standing").EnumerateArray().Select(one => $"{one.GetProperty("channel")} {one.GetProperty("given")}"));
        JsonElement[] history = [.. answer.GetProperty("history").EnumerateArray()];
        Assert.Equal(3, history.Length);
        Assert.All(history, one => Assert.Equal("Yes, write to me", one.GetProperty("proof").GetProperty("text").GetString()));
        Assert.All(history, one => Assert.Equal("local", one.GetProperty("proof").GetProperty("by").GetString()));
        Assert.Equal(["consent.withdrawn", "consent.given", "consent.given"], server.Service<AuditLog>().Read(long.MaxValue, 10).Select(line => line.Action).Where(action => action.StartsWith("consent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Permission_without_proof_or_customer_is_refused()
    {
        await using StartedServer server = await WithCustomerAsync();
        HttpResponseMessage empty = await SayAsync(server, "u1", new { channel = "email", purpose = "n", given = true, proof = new { text = " ", how = "form", source = "page" } });
        HttpResponseMessage nobody = await SayAsync(server, "nobody", new { channel = "email", purpose = "n", given = true, proof = _proof });

        Assert.Equal(("proof_invalid", "unknown_customer"), (await empty.CodeAsync(), await nobody.CodeAsync()));
    }

    [Theory]
    [InlineData("en", "Everything held about you")]
    [InlineData("fr", "Tout ce qui est conservé sur vous")]
    public async Task Everything_about_a_person_is_handed_over_in_their_language(string language, string heading)
    {
        await using StartedServer server = await WithCustomerAsync();
        await SayAsync(server, "u1", new { channel = "email", purpose = "newsletter", given = true, proof = _proof });
        await server.Owner.SendAsync(Calls.Request("POST", "/api/suppressions", new { email = "mail@example.org", reason = "asked by phone" }));

        JsonElement all = await (await server.Owner.SendAsync(Calls.Request("GET", "/api/customers/u1/everything").With("Accept-Language", language))).JsonAsync();

        Assert.Equal(heading, all.GetProperty("heading").GetString());
        Assert.Equal(["u1", "mail@example.org"], Items("keys").Select(key => key.GetProperty("key").GetString()));
        Assert.Contains(Items("facts"), fact => fact.GetProperty("kind").GetString() == "attribute_changed" && fact.GetProperty("value").GetString() == "Marie");
        Assert.Single(Items("consent"));
        Assert.Equal("asked by phone", Assert.Single(Items("suppressions")).GetProperty("reason").GetString());

        JsonElement.ArrayEnumerator Items(string name) => all.GetProperty(name).GetProperty("items").EnumerateArray();
    }

    private static async Task<StartedServer> WithCustomerAsync()
    {
        StartedServer server = await StartedServer.StartAsync();
        var body = new { type = "identify", userId = "u1", traits = new { email = "mail@example.org", firstName = "Marie" }, messageId = "m1", timestamp = server.Time.GetUtcNow().ToString("O") };
        await server.Client.SendAsync(Calls.Request("POST", "/v1/identify", body).WithKey(server.Key(KeyKind.Write)));
        return server;
    }

    private static Task<HttpResponseMessage> SayAsync(StartedServer server, string id, object body) =>
        server.Owner.SendAsync(Calls.Request("PUT", $"/api/customers/{Uri.EscapeDataString(id)}/consent", body));
}
