using System.Net;
using Parcours.Engine.Access;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Screens;

public sealed class LifecycleScreenTests
{
    [Fact]
    public async Task Map_of_an_empty_base_says_what_will_be_here_and_offers_an_import()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        (HttpStatusCode status, string html) = await GetAsync(server, "/lifecycle");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("No customer yet", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/data/import\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_counts_stages_by_name_and_every_count_leads_to_its_customers()
    {
        await using StartedServer server = await WithCustomersAsync();
        (HttpStatusCode status, string html) = await GetAsync(server, "/lifecycle");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("2 customers on", html, StringComparison.Ordinal);
        Assert.Contains(">CRM segments</option>", html, StringComparison.Ordinal);
        Assert.Matches("<a href=\"/customers\\?lifecycle=crm-segments&amp;at=\\d{4}-\\d\\d-\\d\\d&amp;stage=active\">\\s*<span id=\"count-active\" data-tick=\"1\">1</span>\\s*</a>", html);
    }

    [Fact]
    public async Task Map_at_an_earlier_date_compares_with_the_date_chosen()
    {
        await using StartedServer server = await WithCustomersAsync();
        string at = Day(server, 5);
        string from = Day(server, 380);
        (HttpStatusCode status, string html) = await GetAsync(server, $"/lifecycle?at={at}&from={from}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"name=\"from\" min=\"{Day(server, 400)}\" max=\"{Day(server, 0)}\" value=\"{from}\"", html, StringComparison.Ordinal);
        Assert.Contains("&amp;fromStage=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threshold_tried_moves_customers_and_shows_who_would_move_without_keeping_anything()
    {
        await using StartedServer server = await WithCustomersAsync();
        (_, string before) = await GetAsync(server, "/lifecycle");
        Assert.Contains("id=\"count-inactive\" data-tick=\"0\"", before, StringComparison.Ordinal);

        (HttpStatusCode status, string tried) = await GetAsync(server, "/lifecycle?t.inactive_after=100&t.lost_after=1000");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("id=\"count-inactive\" data-tick=\"1\"", tried, StringComparison.Ordinal);
        Assert.Contains("1 customers (50%) would stand in another stage under these thresholds", tried, StringComparison.Ordinal);
        Assert.Contains("action=\"/lifecycle/adopt\"", tried, StringComparison.Ordinal);

        (_, string after) = await GetAsync(server, "/lifecycle");
        Assert.Contains("id=\"count-inactive\" data-tick=\"0\"", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ninety")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("1e9")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task Threshold_that_is_no_number_is_told_beside_the_field_with_what_was_typed(string typed)
    {
        await using StartedServer server = await WithCustomersAsync();
        (HttpStatusCode status, string html) = await GetAsync(server, "/lifecycle?t.inactive_after=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Write a whole number of days, from 1 to 3,650.", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"t.inactive_after\" value=\"{typed.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}\" aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lifecycle?lifecycle=crm-segment", HttpStatusCode.NotFound, "did you mean")]
    [InlineData("/lifecycle?with=nobodys", HttpStatusCode.NotFound, "There is no lifecycle")]
    [InlineData("/lifecycle?at=1999-01-01", HttpStatusCode.UnprocessableEntity, "which runs from")]
    [InlineData("/lifecycle?from=1999-01-01", HttpStatusCode.UnprocessableEntity, "which runs from")]
    [InlineData("/lifecycle?from=tomorrow", HttpStatusCode.UnprocessableEntity, "write 2026-03-01")]
    public async Task Address_that_means_nothing_is_refused_with_what_to_do(string address, HttpStatusCode status, string words)
    {
        await using StartedServer server = await WithCustomersAsync();
        (HttpStatusCode said, string html) = await GetAsync(server, address);
        Assert.Equal(status, said);
        Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_lifecycles_are_crossed_and_their_cells_lead_to_the_customers_of_both()
    {
        await using StartedServer server = await WithCustomersAsync();
        string id = server.Service<LiveState>().Library().Ids.First(each => each != "crm-segments");
        (HttpStatusCode status, string html) = await GetAsync(server, "/lifecycle?with=" + id);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Side by side", html, StringComparison.Ordinal);
        Assert.Contains("&amp;where=stage%28%27" + id, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thresholds_adopted_hold_from_then_on_with_their_note_and_the_audit_says_so()
    {
        await using StartedServer server = await WithCustomersAsync();
        HttpResponseMessage answer = await AdoptAsync(server, Role.Marketer, ("lifecycle", "crm-segments"), ("t.inactive_after", "100"), ("t.lost_after", "1000"), ("note", "Agreed with sales"));
        Assert.Equal((HttpStatusCode.SeeOther, "/lifecycle?lifecycle=crm-segments"), (answer.StatusCode, answer.Headers.Location!.OriginalString));

        (_, string html) = await GetAsync(server, "/lifecycle");
        Assert.Contains("id=\"count-inactive\" data-tick=\"1\"", html, StringComparison.Ordinal);
        Assert.Contains("Adopted; the rhythm now gives", html, StringComparison.Ordinal);
        using IWorkspaceStore reader = server.Service<LiveState>().OpenReader();
        Adoption adoption = Assert.Single(AdoptedThresholds.Read(reader.Document(AdoptedThresholds.DocumentOf("crm-segments"))));
        Assert.Equal(("Agreed with sales", 100.0), (adoption.Note, adoption.Thresholds["inactive_after"].ApproximateDays));
        Assert.Contains(server.Service<AuditLog>().Read(long.MaxValue, 10), line => line is { Action: "lifecycle.adopted", Object: "lifecycle:crm-segments" });
    }

    [Fact]
    public async Task Adoption_with_a_fault_shows_the_form_again_and_keeps_the_note()
    {
        await using StartedServer server = await WithCustomersAsync();
        HttpResponseMessage answer = await AdoptAsync(server, Role.Marketer, ("lifecycle", "crm-segments"), ("t.inactive_after", "soon"), ("t.lost_after", "1000"), ("note", "Because <b>"));
        string html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"soon\" aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Because &lt;b&gt;\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_may_look_and_may_not_adopt()
    {
        await using StartedServer server = await WithCustomersAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await AdoptAsync(server, Role.Viewer, ("lifecycle", "crm-segments"), ("t.inactive_after", "900"))).StatusCode);
    }

    private static async Task<StartedServer> WithCustomersAsync()
    {
        StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1000, 400);
        await server.OrderAsync("C1", "o2", 1000, 370);
        await server.OrderAsync("C2", "o3", 1000, 390);
        await server.OrderAsync("C2", "o4", 1000, 0);
        server.Time.Pass(TimeSpan.FromSeconds(5));
        return server;
    }

    private static string Day(StartedServer server, int ago) => server.Time.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(HttpStatusCode Status, string Html)> GetAsync(StartedServer server, string address)
    {
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("GET", address).With("Accept", "text/html").With("Accept-Language", "en"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> AdoptAsync(StartedServer server, Role role, params (string Name, string Value)[] fields)
    {
        Calls.SignedIn session = await server.SignInAsync(role);
        HttpRequestMessage request = Calls.Request("POST", "/lifecycle/adopt").With("Cookie", session.Cookie).With("Sec-Fetch-Site", "same-origin").With("Accept-Language", "en");
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await server.Client.SendAsync(request);
    }
}
