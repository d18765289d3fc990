using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Access;

public sealed class KeyTests
{
    [Fact]
    public async Task Key_is_shown_once_and_kept_only_as_its_hash()
    {
        await using var server = await StartedServer.StartAsync();
        JsonElement made = await (await server.Owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "server", scopes = new[] { "audit:read" }, name = "BI" }))).JsonAsync();
        string text = made.GetProperty("key").GetString()!;

        Assert.Equal(1, made.GetProperty("id").GetInt32());
        Assert.StartsWith("pcs_", text, StringComparison.Ordinal);
        Assert.Equal(47, text.Length); // 256 bits
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(text))).StatusCode);
        string listed = await server.Owner.GetStringAsync("/api/keys");
        Assert.Contains("\"name\":\"BI\"", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(text, listed, StringComparison.Ordinal);
        foreach (string file in Directory.EnumerateFiles(server.Folder, "parcours.db*"))
        {
            Assert.DoesNotContain(text[4..], Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Key_made_by_a_key_with_scopes_in_one_text_holds_each()
    {
        await using var server = await StartedServer.StartAsync();
        string maker = server.Key(KeyKind.Server, Scope.KeysWrite, Scope.AuditRead);

        HttpResponseMessage made = await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "server", scopes = new[] { "audit:read,keys:write" } }).WithKey(maker));

        Assert.Equal(["audit:read", "keys:write"], (await made.JsonAsync()).GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Key_revoked_opens_nothing_at_once()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Server, Scope.AuditRead);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key))).StatusCode);

        JsonElement revoked = await (await server.Owner.DeleteAsync("/api/keys/1")).JsonAsync();

        Assert.Equal("2026-03-01T12:00:00Z", revoked.GetProperty("revoked").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key))).StatusCode);
    }

    [Fact]
    public async Task Key_expires_at_its_instant()
    {
        await using var server = await StartedServer.StartAsync();
        JsonElement made = await (await server.Owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "server", scopes = new[] { "audit:read" }, expires = "2026-03-01T13:00:00+00:00" }))).JsonAsync();
        string key = made.GetProperty("key").GetString()!;

        server.Time.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key))).StatusCode);
        server.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key))).StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"server"}""", 422, "scope_missing")]
    [InlineData("""{"kind":"server","scopes":["all"]}""", 422, "scope_unknown")]
    [InlineData("""{"kind":"write","scopes":["audit:read"]}""", 422, "scope_on_write_key")]
    [InlineData("""{"kind":"write","expires":"2026-03-01T12:00:00Z"}""", 422, "expiry_past")]
    [InlineData("""{"kind":"write","expires":"2026-04-01"}""", 400, "wrong_json")]
    [InlineData("""{"kind":"both"}""", 400, "wrong_json")]
    [InlineData("""{"kind":"write","scope":[]}""", 400, "wrong_json")]
    [InlineData("""{}""", 400, "wrong_json")]
    [InlineData("""{""", 400, "wrong_json")]
    [InlineData("", 400, "bad_request")]
    public async Task Key_that_cannot_be_made_is_refused_with_its_reason(string body, int status, string code)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.PostAsync("/api/keys", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal((status, code), ((int)answer.StatusCode, await answer.CodeAsync()));
        Assert.Empty(server.Service<AccessKeys>().List());
    }

    [Fact]
    public async Task Refusal_speaks_the_language_of_the_caller()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("DELETE", "/api/keys/9").With("Accept-Language", "fr-FR,fr;q=0.9"));
        Assert.Equal("Il n'y a pas de clé 9.", (await answer.JsonAsync()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Key_makes_no_key_stronger_than_itself()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Server, Scope.KeysWrite);

        HttpResponseMessage stronger = await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "server", scopes = new[] { "customers:read" } }).WithKey(key));
        HttpResponseMessage same = await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "server", scopes = new[] { "keys:write" } }).WithKey(key));

        Assert.Equal((HttpStatusCode.Forbidden, "scope_not_held"), (stronger.StatusCode, await stronger.CodeAsync()));
        Assert.Equal(HttpStatusCode.Created, same.StatusCode);
    }

    [Fact]
    public async Task Write_key_seen_with_an_origin_is_public_for_ever()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);
        await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key));
        Assert.False(server.Service<AccessKeys>().List()[0].Browser);

        await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key).With("Origin", "https://shop.example"));
        await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(key));

        Assert.True(server.Service<AccessKeys>().List()[0].Browser);
        Assert.Equal(Engine.Ingestion.Trust.Public, server.Service<AccessKeys>().List()[0].Trust);
        Assert.Equal(["key.public", "key.created"], server.Service<AuditLog>().Read(long.MaxValue, 10).Select(line => line.Action));
    }

    [Fact]
    public async Task Key_is_read_from_basic_authentication_too()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Server, Scope.AuditRead);
        HttpRequestMessage request = Calls.Request("GET", "/api/audit");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer pcs_nothing")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm9ib2R5Og==")]
    [InlineData("Digest username=\"a\"")]
    public async Task Header_that_proves_nothing_is_nobody(string header)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/api/audit").With("Authorization", header));
        Assert.Equal((HttpStatusCode.Unauthorized, "not_signed_in"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Keys_are_listed_in_parts_that_a_new_key_does_not_shift()
    {
        await using var server = await StartedServer.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            server.Key(KeyKind.Write);
        }

        JsonElement first = await (await server.Owner.GetAsync("/api/keys?limit=2")).JsonAsync();
        server.Key(KeyKind.Write);
        JsonElement second = await (await server.Owner.GetAsync($"/api/keys?limit=2&cursor={first.GetProperty("next").GetString()}")).JsonAsync();

        Assert.Equal([1, 2], Ids(first));
        Assert.Equal([3, 4], Ids(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=many")]
    [InlineData("cursor=!!!")]
    public async Task Part_that_cannot_be_read_is_refused(string query)
    {
        await using var server = await StartedServer.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Owner.GetAsync("/api/keys?" + query)).StatusCode);
    }

    private static IEnumerable<int> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(key => key.GetProperty("id").GetInt32());

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
