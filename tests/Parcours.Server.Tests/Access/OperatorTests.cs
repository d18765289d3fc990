using System.Net;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Access;

public sealed class OperatorTests
{
    [Fact]
    public async Task Owner_adds_an_operator_who_signs_in()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);

        HttpResponseMessage added = await server.Client.SendAsync(
            Calls.Request("POST", "/api/operators", new { email = " Zoe@Example.com ", role = "viewer", password = Calls.Password }).As(owner));

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        JsonElement zoe = await added.JsonAsync();
        Assert.Equal(("zoe@example.com", "zoe@example.com"), (zoe.GetProperty("email").GetString(), zoe.GetProperty("name").GetString()));
        string all = await (await server.Client.SendAsync(Calls.Request("GET", "/api/operators").As(owner))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("assword", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "long enough it is", 422, "email_invalid")]
    [InlineData("a@b@c", "long enough it is", 422, "email_invalid")]
    [InlineData("owner@example.com", "long enough it is", 409, "email_taken")]
    [InlineData("new@example.com", "too short", 422, "password_too_short")]
    public async Task Operator_that_cannot_be_added_is_refused_with_the_reason(string email, string password, int status, string code)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("POST", "/api/operators", new { email, role = "viewer", password }).As(owner));
        Assert.Equal((status, code), ((int)answer.StatusCode, await answer.CodeAsync()));
    }

    [Theory]
    [InlineData("""{"role":"viewer"}""")]
    [InlineData("""{"password":"another sentence to remember"}""")]
    [InlineData("""{"disabled":true}""")]
    public async Task Change_of_what_an_operator_may_do_ends_their_sessions(string change)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner), marketer = await server.SignInAsync(Role.Marketer);

        HttpResponseMessage changed = await server.Client.SendAsync(Calls.Request("PATCH", "/api/operators/2", JsonSerializer.Deserialize<object>(change)).As(owner));

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(marketer))).StatusCode);
    }

    [Fact]
    public async Task Change_of_a_name_leaves_their_sessions()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner), marketer = await server.SignInAsync(Role.Marketer);
        await server.Client.SendAsync(Calls.Request("PATCH", "/api/operators/2", new { name = "Max" }).As(owner));
        JsonElement session = await (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(marketer))).JsonAsync();
        Assert.Equal("Max", session.GetProperty("operator").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"role":"marketer"}""")]
    [InlineData("""{"disabled":true}""")]
    public async Task Last_owner_stays_owner(string change)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("PATCH", "/api/operators/1", JsonSerializer.Deserialize<object>(change)).As(owner));
        Assert.Equal((HttpStatusCode.Conflict, "last_owner"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Everything_done_to_access_is_in_the_audit_log_by_number()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        await server.Client.SendAsync(Calls.Request("POST", "/api/operators", new { email = "zoe@example.com", role = "viewer", password = Calls.Password }).As(owner));
        await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }).As(owner));
        await server.Client.SendAsync(Calls.Request("DELETE", "/api/keys/1").As(owner));

        string log = await (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").As(owner))).Content.ReadAsStringAsync();
        JsonElement items = JsonDocument.Parse(log).RootElement.GetProperty("items");

        Assert.Equal(
            ["operator:1 key.revoked key:1", "operator:1 key.created key:1", "operator:1 operator.added operator:2", "operator:1 session.opened operator:1", "local operator.added operator:1"],
            items.EnumerateArray().Select(line => $"{line.GetProperty("actor").GetString()} {line.GetProperty("action").GetString()} {line.GetProperty("object").GetString()}"));
        Assert.DoesNotContain("zoe", log, StringComparison.Ordinal);
    }
}
