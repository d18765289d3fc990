using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class EndedSessionTests
{
    [Fact]
    public async Task Page_asked_for_after_the_session_ended_comes_back_after_signing_in_and_says_so()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Owner);
        server.Time.Pass(Sessions.Length);
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/settings/keys?x=1").AsReader(session).With("Accept", "text/html"));
        Assert.Equal("/sign-in?next=%2Fsettings%2Fkeys%3Fx%3D1&ended=1", answer.Headers.Location!.OriginalString);
        Assert.Contains("Your session has ended", await server.Client.GetStringAsync("/sign-in?next=%2F&ended=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_of_a_page_leaves_the_page_as_a_whole_for_the_sign_in()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/settings/audit")
            .With("HX-Request", "true").With("HX-Current-URL", new Uri(server.Client.BaseAddress!, "/settings/audit?who=local").ToString()));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("/sign-in?next=%2Fsettings%2Faudit%3Fwho%3Dlocal&ended=1", answer.Headers.GetValues("HX-Redirect").Single());
    }

    [Theory]
    [InlineData("/settings/keys", "/sign-in?next=%2Fsettings%2Fkeys&ended=1")]
    [InlineData(null, "/sign-in?next=%2F&ended=1")]
    [InlineData("https://elsewhere.example/settings/keys", "/sign-in?next=%2F&ended=1")]
    public async Task Form_sent_after_the_session_ended_is_not_taken_and_leads_back_to_the_page_it_was_on(string? from, string to)
    {
        await using var server = await StartedServer.StartAsync();
        HttpRequestMessage request = Pages.FormOf("/settings/keys", ("kind", "write"));
        if (from is not null)
        {
            request.With("Referer", from[0] == '/' ? new Uri(server.Client.BaseAddress!, from).ToString() : from);
        }

        HttpResponseMessage answer = await server.Client.SendAsync(request);
        Assert.Equal(to, answer.To());
        Assert.Empty(server.Service<AccessKeys>().List());
    }

    [Fact]
    public async Task Program_without_a_session_is_told_so()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("POST", "/settings/keys"));
        Assert.Equal((HttpStatusCode.Unauthorized, "not_signed_in"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Viewer);
        (HttpResponseMessage answer, _) = await server.SendAsync(session, "/sign-out");
        Assert.Equal("/sign-in", answer.To());
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).StatusCode);
    }
}
