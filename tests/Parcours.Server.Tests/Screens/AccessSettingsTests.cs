using System.Net;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class AccessSettingsTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    [Theory]
    [InlineData("/settings/operators")]
    [InlineData("/settings/keys")]
    [InlineData("/settings/audit")]
    public async Task Settings_of_access_are_for_owners(string path)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", path).AsReader(marketer).With("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Operator_is_added_changed_and_loses_access()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        (HttpResponseMessage added, _) = await server.SendAsync(owner, "/settings/operators", ("email", "ann@example.com"), ("name", Hostile), ("role", "analyst"), ("password", Calls.Password));
        string place = added.To().Split('?')[0];
        string page = await server.PageAsync("/settings/operators", owner);
        Assert.Contains("ann@example.com", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", await server.PageAsync(place, owner, "fr"), StringComparison.Ordinal);

        (HttpResponseMessage changed, _) = await server.SendAsync(owner, place, ("name", "Ann"), ("role", "marketer"), ("password", ""), ("do", "save"));
        Assert.Equal(place + "?saved=1", changed.To());
        await server.SendAsync(owner, place, ("do", "remove"));
        Operator ann = server.Service<Operators>().List().Single(person => person.Name == "Ann");
        Assert.Equal((Role.Marketer, false), (ann.Role, ann.IsActive));
    }

    [Theory]
    [InlineData("email", "not an address", "email-fault")]
    [InlineData("email", "owner@example.com", "email-fault")]
    [InlineData("password", "short", "password-fault")]
    [InlineData("role", "emperor", "role-fault")]
    public async Task Operator_that_cannot_be_added_is_said_beside_the_field_and_the_rest_is_kept(string field, string value, string fault)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        (string, string)[] fields = [("email", "ann@example.com"), ("name", "Ann the first"), ("role", "analyst"), ("password", Calls.Password)];
        (HttpResponseMessage answer, string page) = await server.SendAsync(owner, "/settings/operators", [.. fields.Select(one => one.Item1 == field ? (field, value) : one)]);
        Assert.True((int)answer.StatusCode is 422 or 409);
        Assert.Contains($"id=\"{fault}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ann the first\"", page, StringComparison.Ordinal);
        Assert.Single(server.Service<Operators>().List());
    }

    [Theory]
    [InlineData("remove", "owner")]
    [InlineData("save", "viewer")]
    public async Task Last_owner_stays(string what, string role)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        int id = server.Service<Operators>().List().Single().Id;
        (HttpResponseMessage answer, string page) = await server.SendAsync(owner, $"/settings/operators/{id}", ("name", "Me"), ("role", role), ("password", ""), ("do", what));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.True(server.Service<Operators>().List().Single() is { IsActive: true, Role: Role.Owner });
    }

    [Fact]
    public async Task Key_is_shown_once_and_works_until_it_is_revoked()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        (HttpResponseMessage made, string page) = await server.SendAsync(
            owner, "/settings/keys", ("name", Hostile), ("kind", "server"), ("scopes", "analyses:read"), ("scopes", "audit:read"), ("expires", "2400-12-31"));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        string secret = Regex.Match(page, "<pre id=\"secret\">([^<]+)</pre>").Groups[1].Value;
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        AccessKey key = server.Service<AccessKeys>().List().Single();
        Assert.Equal([Scope.AnalysesRead, Scope.AuditRead], key.Scopes);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(secret))).StatusCode);

        string list = await server.PageAsync("/settings/keys", owner);
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        Assert.DoesNotContain("not since the server started", list, StringComparison.Ordinal);
        (HttpResponseMessage revoked, _) = await server.SendAsync(owner, $"/settings/keys/{key.Id}/revoke");
        Assert.Contains("is revoked", await server.PageAsync(revoked.To(), owner), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/audit").WithKey(secret))).StatusCode);
    }

    [Theory]
    [InlineData("server", "", "", "scopes-fault")]
    [InlineData("server", "audit:read", "1999-01-01", "expires-fault")]
    [InlineData("server", "audit:read", "soon", "expires-fault")]
    [InlineData("both", "", "", "kind-fault")]
    public async Task Key_that_cannot_be_made_is_said_beside_the_field_and_the_rest_is_kept(string kind, string scope, string expires, string fault)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        (string, string)[] scopes = scope.Length == 0 ? [] : [("scopes", scope)];
        (HttpResponseMessage answer, string page) = await server.SendAsync(owner, "/settings/keys", [("name", "Power BI"), ("kind", kind), ("expires", expires), .. scopes]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{fault}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Power BI\"", page, StringComparison.Ordinal);
        Assert.Empty(server.Service<AccessKeys>().List());
    }

    [Fact]
    public async Task Audit_log_is_found_by_who_what_and_when_and_goes_on_over_pages()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        AuditLog audit = server.Service<AuditLog>();
        for (int line = 0; line < 130; line++)
        {
            audit.Write(Caller.LocalOwner.Known, "backup.made", $"backup:{line}");
        }

        string backups = await server.PageAsync("/settings/audit?what=backup.&who=local", owner);
        Assert.Contains("backup:129", backups, StringComparison.Ordinal);
        Assert.DoesNotContain("backup:29<", backups, StringComparison.Ordinal);
        Assert.DoesNotContain("signed in", backups, StringComparison.Ordinal);
        string older = WebUtility.HtmlDecode(Regex.Match(backups, "href=\"([^\"]*before=[^\"]*)\"").Groups[1].Value);
        Assert.Contains("backup:29<", await server.PageAsync(older, owner), StringComparison.Ordinal);

        Assert.Contains("Nothing in the log fits", await server.PageAsync("/settings/audit?to=1999-01-01", owner), StringComparison.Ordinal);
        HttpResponseMessage wrong = await server.Client.SendAsync(Calls.Request("GET", "/settings/audit?from=yesterday").AsReader(owner).With("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("id=\"from-fault\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
