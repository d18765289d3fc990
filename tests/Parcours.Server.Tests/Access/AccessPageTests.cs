using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Screens;

namespace Parcours.Server.Access;

public sealed class AccessPageTests
{
    [Fact]
    public async Task Set_up_link_makes_the_owner_once_and_signs_them_in()
    {
        await using var server = await StartedServer.StartAsync();
        string link = server.Server.SetUpAddress!.PathAndQuery;
        string page = await server.Client.GetStringAsync(link);
        Assert.Contains("<label for=\"password\">", page, StringComparison.Ordinal);

        HttpResponseMessage done = await SetUp(server, link, "owner@example.com");
        HttpResponseMessage again = await SetUp(server, link, "other@example.com");

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (done.StatusCode, done.Headers.Location!.ToString()));
        HttpResponseMessage session = await server.Client.SendAsync(Calls.Request("GET", "/api/session").With("Cookie", done.Headers.GetValues("Set-Cookie").Single().Split(';')[0]));
        Assert.Equal("owner", (await session.JsonAsync()).GetProperty("operator").GetProperty("role").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Contains("role=\"alert\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(server.Service<Operators>().List());
        Assert.Null(server.Service<SetUp>().NewLink());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_ones_own_and_no_other()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn here = await server.SignInAsync(Role.Analyst);
        Calls.SignedIn elsewhere = await server.SignInAsync(Role.Analyst);
        Calls.SignedIn somebody = await server.SignInAsync(Role.Viewer);
        Assert.Contains("action=\"/account/sessions/end\"", await server.SeeAsync(here, "/account"), StringComparison.Ordinal);

        HttpResponseMessage answer = await server.SubmitAsync(here, "/account/sessions/end");

        Assert.StartsWith("/sign-in", answer.To(), StringComparison.Ordinal);
        Assert.All([here, elsewhere], session => Assert.NotEqual(HttpStatusCode.OK, server.OpenAsync(session, "/account").Result.StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await server.OpenAsync(somebody, "/account")).StatusCode);
    }

    [Fact]
    public async Task Set_up_link_is_good_for_an_hour()
    {
        await using var server = await StartedServer.StartAsync();
        server.Time.Pass(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SetUp(server, server.Server.SetUpAddress!.PathAndQuery, "owner@example.com")).StatusCode);
        Assert.Empty(server.Service<Operators>().List());
    }

    [Fact]
    public async Task Set_up_link_stays_good_after_a_password_that_is_too_short()
    {
        await using var server = await StartedServer.StartAsync();
        string link = server.Server.SetUpAddress!.PathAndQuery;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SetUp(server, link, "owner@example.com", "short")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SetUp(server, link, "owner@example.com")).StatusCode);
    }

    [Theory]
    [InlineData("/customers?at=2026-01-01", "/customers?at=2026-01-01")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("", "/")]
    public async Task Sign_in_page_leads_back_to_a_page_of_ours_only(string next, string to)
    {
        await using var server = await StartedServer.StartAsync();
        server.Operator(Role.Viewer);
        HttpResponseMessage answer = await server.Client.PostAsync("/sign-in", Form(("email", "viewer@example.com"), ("password", Calls.Password), ("next", next)));
        Assert.Equal((HttpStatusCode.SeeOther, to), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Sign_in_page_says_what_is_wrong_and_encodes_what_it_was_given()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.PostAsync("/sign-in", Form(("email", "a@example.com"), ("password", "x"), ("next", "\"><script>")));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("<p role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "<html lang=\"fr\"", "Se connecter")]
    [InlineData("de", "<html lang=\"en\"", "Sign in")]
    public async Task Page_speaks_the_reader_language_and_loads_only_what_we_serve(string language, string html, string button)
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/sign-in").With("Accept-Language", language));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(html, page, StringComparison.Ordinal);
        Assert.Contains(button, page, StringComparison.Ordinal);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_chosen_on_the_sign_in_page_leads_back_to_it()
    {
        await using var server = await StartedServer.StartAsync();
        string page = await server.Client.GetStringAsync("/sign-in?next=%2Frfm");
        Assert.Contains("name=\"next\" value=\"/sign-in?next=%2Frfm\"", page, StringComparison.Ordinal);
        HttpResponseMessage answer = await server.Client.PostAsync("/preferences", Form(("language", "fr"), ("next", "/sign-in?next=%2Frfm")));
        Assert.Equal("/sign-in?next=%2Frfm", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Refused_set_up_keeps_what_was_typed_but_the_password_and_says_beside_which_field()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.PostAsync("/setup", Form(
            ("token", server.Server.SetUpAddress!.Query.Split("token=")[1]), ("email", "owner@example.com"), ("name", "<b>Ada</b>"), ("password", "short")));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("value=\"owner@example.com\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;Ada&lt;/b&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"password-fault\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_sent_by_another_site_is_refused()
    {
        await using var server = await StartedServer.StartAsync();
        server.Operator(Role.Viewer);
        HttpRequestMessage request = Calls.Request("POST", "/sign-in").With("Sec-Fetch-Site", "cross-site");
        request.Content = Form(("email", "viewer@example.com"), ("password", Calls.Password));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Reader_of_a_page_who_is_unknown_is_led_to_the_sign_in()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/api/audit?limit=5").With("Accept", "text/html,*/*"));
        Assert.Equal("/sign-in?next=%2Fapi%2Faudit%3Flimit%3D5", answer.Headers.Location!.OriginalString);
    }

    private static Task<HttpResponseMessage> SetUp(StartedServer server, string link, string email, string password = Calls.Password) =>
        server.Client.PostAsync("/setup", Form(("token", link.Split("token=")[1]), ("email", email), ("name", ""), ("password", password)));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
