using System.Net;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Engine.Definitions;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class DefinitionScreensTests
{
    private const string Address = "/settings/lifecycles/lifecycles/crm-segments";
    private const string Hostile = "<script>alert(1)</script>\"'</textarea><img src=x onerror=alert(2)>";

    [Fact]
    public async Task Definition_is_changed_with_a_note_put_in_force_and_its_version_put_back()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string page = await server.PageAsync(Address, marketer);
        Assert.Contains("the product’s definition, unchanged", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("crm-segments", await server.PageAsync("/settings/lifecycles", marketer, "fr"), StringComparison.Ordinal);

        string changed = TextIn(page).Replace("CRM segments", Hostile.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        (HttpResponseMessage saved, _) = await server.SendAsync(marketer, Address, ("text", changed), ("known", KnownIn(page)), ("note", Hostile));
        Assert.Equal(Address + "?saved=1", saved.To());
        string history = await server.PageAsync(Address + "/history", marketer);
        Assert.Contains("Saved: it is in force now.", await server.PageAsync(saved.To(), marketer), StringComparison.Ordinal);
        Assert.All([history, await server.PageAsync("/settings/lifecycles", marketer), await server.PageAsync(Address, marketer)], html =>
        {
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        });
        Assert.Contains("class=\"added\"", history, StringComparison.Ordinal);
        Assert.Contains("class=\"removed\"", history, StringComparison.Ordinal);

        string first = await server.PageAsync(Address + "/history?version=1", marketer);
        (HttpResponseMessage restored, _) = await server.SendAsync(marketer, Address + "/restore", ("version", "1"), ("known", KnownIn(first)), ("note", "as it was"));
        Assert.Equal(Address + "?saved=1", restored.To());
        Assert.Equal(TextIn(page), TextIn(await server.PageAsync(Address, marketer)));
        Assert.Equal(["product", "operator:1", "operator:1"], server.Service<DefinitionShelf>().HistoryOf(DefinitionKind.Lifecycle, "crm-segments").Select(version => version.By));
        Assert.Equal(
            ["definition.restored lifecycles:crm-segments", "definition.saved lifecycles:crm-segments"],
            server.Service<AuditLog>().Find(new AuditFilter(null, "definition.", Domain.Time.Instant.Beginning, Domain.Time.Instant.Never), long.MaxValue, 10).Select(line => $"{line.Action} {line.Object}"));
    }

    [Fact]
    public async Task Second_of_two_operators_sees_the_difference_and_writes_nothing_over()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string page = await server.PageAsync(Address, marketer);
        await server.SendAsync(marketer, Address, ("text", TextIn(page).Replace("CRM segments", "Stages of the first", StringComparison.Ordinal)), ("known", KnownIn(page)), ("note", ""));
        string mine = TextIn(page).Replace("CRM segments", "Stages of the second", StringComparison.Ordinal);
        (HttpResponseMessage answer, string conflict) = await server.SendAsync(marketer, Address, ("text", mine), ("known", KnownIn(page)), ("note", "my reason"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("changed by somebody else", conflict, StringComparison.Ordinal);
        Assert.Matches("class=\"removed\"[^§]*Stages of the first", conflict);
        Assert.Matches("class=\"added\"[^§]*Stages of the second", conflict);
        Assert.Equal(mine, TextIn(conflict));
        Assert.Contains("value=\"my reason\"", conflict, StringComparison.Ordinal);
        Assert.Contains("Stages of the first", server.Service<DefinitionShelf>().TextOf(DefinitionKind.Lifecycle, "crm-segments"), StringComparison.Ordinal);

        // Once the difference was seen, saving again is meant; both versions stay in the history.
        (HttpResponseMessage again, _) = await server.SendAsync(marketer, Address, ("text", mine), ("known", KnownIn(conflict)), ("note", "my reason"));
        Assert.Equal(Address + "?saved=1", again.To());
        Assert.Equal(3, server.Service<DefinitionShelf>().HistoryOf(DefinitionKind.Lifecycle, "crm-segments").Count);
    }

    [Fact]
    public async Task Fault_is_said_with_line_column_and_the_nearest_word_while_typing_and_when_saving()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string page = await server.PageAsync(Address, marketer);
        string wrong = TextIn(page).Replace("silence(order)", "silense(order)", StringComparison.Ordinal) + "# " + Hostile + "\n";
        (HttpResponseMessage check, string checkedPage) = await server.SendAsync(marketer, Address + "/check", ("text", wrong), ("known", KnownIn(page)));
        (HttpResponseMessage save, string savedPage) = await server.SendAsync(marketer, Address, ("text", wrong), ("known", KnownIn(page)), ("note", "a reason"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (check.StatusCode, save.StatusCode));
        Assert.All([checkedPage, savedPage], html =>
        {
            Assert.Matches("data-line=\"\\d+\" data-column=\"\\d+\"", html);
            Assert.Contains("<strong><code>silence</code></strong>", html, StringComparison.Ordinal);
            Assert.Contains("<mark>silense</mark>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.Equal(wrong, TextIn(html));
        });
        Assert.Contains("value=\"a reason\"", savedPage, StringComparison.Ordinal);
        Assert.False(server.Service<DefinitionShelf>().IsOwn(DefinitionKind.Lifecycle, "crm-segments"));
    }

    [Fact]
    public async Task Own_lifecycle_begins_with_a_copy_and_is_there_once_saved()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        HttpResponseMessage begun = await server.Client.SendAsync(Calls.Request("GET", "/settings/lifecycles/new?id=our-stages&from=crm-segments").AsReader(marketer).With("Accept", "text/html"));
        string page = await server.PageAsync(begun.To(), marketer);
        Assert.StartsWith("lifecycle: our-stages\n", TextIn(page), StringComparison.Ordinal);
        (HttpResponseMessage saved, _) = await server.SendAsync(marketer, "/settings/lifecycles/lifecycles/our-stages", ("text", TextIn(page)), ("known", KnownIn(page)), ("note", ""));
        Assert.EndsWith("?saved=1", saved.To(), StringComparison.Ordinal);
        HttpResponseMessage api = await server.Client.SendAsync(Calls.Request("GET", "/api/lifecycles/our-stages").As(marketer));
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);

        HttpResponseMessage taken = await server.Client.SendAsync(Calls.Request("GET", "/settings/lifecycles/new?id=crm-segments&from=crm-segments").AsReader(marketer).With("Accept", "text/html"));
        HttpResponseMessage wrong = await server.Client.SendAsync(Calls.Request("GET", "/settings/lifecycles/new?id=Not%20A%20Name&from=crm-segments").AsReader(marketer).With("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (taken.StatusCode, wrong.StatusCode));
        Assert.Contains("value=\"Not A Name\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_looks_analyst_tries_marketer_saves()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);
        Calls.SignedIn analyst = await server.SignInAsync(Role.Analyst);
        string page = await server.PageAsync(Address, viewer);
        Assert.DoesNotContain(">Save<", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(viewer, Address + "/check", ("text", TextIn(page)))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(analyst, Address + "/check", ("text", TextIn(page)))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SendAsync(analyst, Address, ("text", TextIn(page)))).Answer.StatusCode);
        HttpResponseMessage none = await server.Client.SendAsync(Calls.Request("GET", "/settings/lifecycles/lifecycles/..%2Fsecret").AsReader(viewer).With("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static string TextIn(string page) => WebUtility.HtmlDecode(Regex.Match(page, "<textarea[^>]*>(?:\n|&#xA;)?([^<]*)</textarea>").Groups[1].Value);

    private static string KnownIn(string page) => Regex.Match(page, "name=\"known\" value=\"([^\"]*)\"").Groups[1].Value;
}
