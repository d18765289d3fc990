using System.Net;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed partial class SourceScreensTests
{
    [Fact]
    public async Task Key_made_on_the_page_sends_an_event_that_shows_in_the_tail()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);

        string page = await (await server.SubmitAsync(owner, "/data/sources/keys", ("name", "Site <web>"))).Content.ReadAsStringAsync();
        string key = NewKey().Match(page).Groups[1].Value;
        Assert.StartsWith("pcw_", key, StringComparison.Ordinal);
        Assert.Contains($"new Analytics({{ writeKey: '{key}', host: '{server.Server.Address.AbsoluteUri.TrimEnd('/')}' }})", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain(key, await server.SeeAsync(owner, "/data/sources"), StringComparison.Ordinal); // shown once

        for (int time = 0; time < 2; time++)
        {
            await server.Client.SendAsync(Calls.Request(
                "POST", "/v1/track", new { userId = "ada", @event = "Order Completed", messageId = "m1", properties = new { order_id = "1", total = 42.5, currency = "EUR" } }).WithKey(key));
        }

        await server.Client.SendAsync(Calls.Request("POST", "/v1/track", new { @event = "<script>alert(1)</script>" }).WithKey(key));

        string tail = await server.SeeAsync(owner, "/data/live");
        string words = PagesSeen.Words(tail);
        Assert.Contains("Order Completed ada order", words, StringComparison.Ordinal);
        Assert.Contains("known already", words, StringComparison.Ordinal);
        Assert.Contains("put aside: Names nobody", words, StringComparison.Ordinal);
        Assert.Contains("Site &lt;web&gt;", tail, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", tail, StringComparison.Ordinal);
        Assert.Contains("1 connected, and each has sent something", await server.SeeAsync(owner, "/data/sources"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tail_is_filtered_by_sender_and_stands_still_when_paused()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn analyst = await server.SignInAsync(Role.Analyst);
        await server.OrderAsync("C1", "o1", 100, 1);

        Assert.Contains("every 2s", await server.SeeAsync(analyst, "/data/live?key=1"), StringComparison.Ordinal);
        string other = await server.SeeAsync(analyst, "/data/live?key=9&paused=1");
        Assert.DoesNotContain("every 2s", other, StringComparison.Ordinal);
        Assert.DoesNotContain("C1", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shop_is_connected_with_its_address_for_webhooks_and_removed()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);

        HttpResponseMessage added = await server.SubmitAsync(owner, "/data/sources/add", ("kind", "shopify"), ("name", "paris"), ("secret", "s3cret-of-the-shop"));
        Assert.Equal("/data/sources?added=paris", added.Headers.Location!.OriginalString);
        string page = await server.SeeAsync(owner, "/data/sources?added=paris");
        Assert.Contains("/hooks/shopify/paris", page, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-of-the-shop", page, StringComparison.Ordinal);

        await server.SubmitAsync(owner, "/data/sources/paris/remove");
        Assert.DoesNotContain("/hooks/shopify/paris", await server.SeeAsync(owner, "/data/sources"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shopify", "Paris!", "secret", "", "name-fault")]
    [InlineData("generic", "tool", "secret", "nonsense: [", "mapping-fault")]
    [InlineData("stripe", "stripe", "", "", "notice bad")]
    public async Task Source_that_cannot_be_says_why_and_keeps_what_was_typed(string kind, string name, string secret, string mapping, string where)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.SubmitAsync(
            await server.SignInAsync(Role.Owner), "/data/sources/add", ("kind", kind), ("name", name), ("secret", secret), ("mapping", mapping));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(where, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    [InlineData("prestashop")]
    [InlineData("stripe")]
    [InlineData("generic")]
    public async Task Every_kind_of_source_has_a_form(string kind)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Contains("Connect", await server.SeeAsync(await server.SignInAsync(Role.Owner), "/data/sources/add?kind=" + kind), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyst_sees_senders_and_makes_no_key()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn analyst = await server.SignInAsync(Role.Analyst);
        Assert.DoesNotContain("Make a key", await server.SeeAsync(analyst, "/data/sources"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.SubmitAsync(analyst, "/data/sources/keys", ("name", "x"))).StatusCode);
    }

    [GeneratedRegex("id=\"new-key\">([^<]+)<")]
    private static partial Regex NewKey();
}
