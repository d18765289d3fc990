using System.Net;
using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class DiscoveryScreensTests
{
    private const int Each = 55;

    [Fact]
    public async Task Groups_are_shown_with_a_condition_that_opens_in_the_builder()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await TwoKindsAsync(server);

        (HttpStatusCode status, string page) = await server.PageAsync("/segments/discovery?wait=1");
        string words = PagesSeen.Words(page);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>110 buyers fall into 2 groups by themselves</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Occasional buyers", words, StringComparison.Ordinal);
        Assert.Contains("data-chart=\"groups\"", page, StringComparison.Ordinal);
        Assert.Contains("Acheteurs occasionnels", PagesSeen.Words((await server.PageAsync("/segments/discovery?wait=1", "fr")).Html), StringComparison.Ordinal);

        string address = WebUtility.HtmlDecode(page.Split("href=\"/segments/new?where=")[1].Split('"')[0]);
        (HttpStatusCode opened, string builder) = await server.PageAsync("/segments/new?where=" + address);
        Assert.Equal(HttpStatusCode.OK, opened);
        Assert.Contains("orders", builder, StringComparison.Ordinal);
        Assert.Contains("name=\"name_fr\" value=\"Acheteurs", WebUtility.HtmlDecode(builder), StringComparison.Ordinal);
        Assert.Contains("<strong class=\"big\">55</strong>", builder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_told_to_machines()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await TwoKindsAsync(server);

        JsonElement found = await (await server.Owner.GetAsync(new Uri("/api/segments/discovery", UriKind.Relative))).JsonAsync();
        HttpResponseMessage wrong = await server.Owner.GetAsync(new Uri("/api/segments/discovery?at=soon", UriKind.Relative));

        Assert.Equal((110, "customer"), (found.GetProperty("buyers").GetInt32(), found.GetProperty("subject").GetString()));
        JsonElement[] groups = [.. found.GetProperty("groups").EnumerateArray()];
        Assert.Equal([Each, Each], groups.Select(group => group.GetProperty("size").GetInt32()));
        Assert.All(groups, group => Assert.True(group.GetProperty("rule").GetProperty("precision").GetDouble() > 0.95));
        Assert.Equal("wrong_date", await wrong.CodeAsync());
    }

    [Fact]
    public async Task Page_says_when_there_are_too_few_buyers_or_none()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Contains("href=\"/data/import\"", (await server.PageAsync("/segments/discovery")).Html, StringComparison.Ordinal);

        await server.OrderAsync("C1", "o1", 1250, 3);
        server.Time.Pass(TimeSpan.FromMinutes(2));

        Assert.Contains("Too few buyers to look for groups: 1 of the 100 needed", (await server.PageAsync("/segments/discovery?wait=1")).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/segments/discovery\"", (await server.PageAsync("/segments")).Html, StringComparison.Ordinal);
    }

    // Half buy little and often, half bought much once, long ago.
    private static async Task TwoKindsAsync(StartedServer server)
    {
        for (int customer = 0; customer < Each; customer++)
        {
            await server.OrderAsync($"L{customer}", $"l{customer}", 20_000 + (customer * 100), 300 + customer);
            for (int order = 0; order < 5; order++)
            {
                await server.OrderAsync($"R{customer}", $"r{customer}-{order}", 1500 + (customer * 10), 2 + (order * 20) + (customer % 10));
            }
        }

        server.Time.Pass(TimeSpan.FromMinutes(2));
    }
}
