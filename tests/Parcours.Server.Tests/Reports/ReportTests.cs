using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Reports;

public sealed class ReportTests
{
    [Theory]
    [InlineData("en", "<html lang=\"en\"")]
    [InlineData("fr", "<html lang=\"fr\"")]
    public async Task First_page_is_the_report_of_the_live_base_in_the_reader_language(string language, string html)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);

        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/report").As(viewer).With("Accept-Language", language));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(html, page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy", page, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_page_shows_what_came_in_after_a_minute()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);
        string before = await PageAsync(server, viewer);
        HttpResponseMessage sent = await server.Client.SendAsync(Calls.Request("POST", "/v1/track", new
        {
            userId = "ada",
            @event = "Order Completed",
            messageId = "m-1",
            timestamp = "2026-02-01T12:00:00Z",
            properties = new { order_id = "1", total = 42.5, currency = "EUR" },
        }).WithKey(server.Key(KeyKind.Write)));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);

        Assert.Equal(before, await PageAsync(server, viewer));
        server.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.NotEqual(before, await PageAsync(server, viewer));
    }

    [Fact]
    public async Task Stranger_is_led_to_the_sign_in()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("GET", "/report").With("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?next=%2Freport"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    private static async Task<string> PageAsync(StartedServer server, Calls.SignedIn viewer) =>
        await (await server.Client.SendAsync(Calls.Request("GET", "/report").As(viewer))).Content.ReadAsStringAsync();
}
