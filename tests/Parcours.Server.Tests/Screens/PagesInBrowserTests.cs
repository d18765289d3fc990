using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Parcours.Browser;
using Parcours.Server.Hosting;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Every page in a real browser, on a small sample shop: nothing broken, nothing from elsewhere, nothing wider than the screen, nothing that keeps somebody out.</summary>
[Trait("Needs", "Browser")]
public sealed class PagesInBrowserTests(Chromium chromium)
{
    private static readonly string[] _rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    [Theory]
    [InlineData("en", 1440, "light")]
    [InlineData("fr", 390, "dark")]
    public async Task Every_page_is_whole_and_open_to_everybody(string language, int width, string theme)
    {
        await using StartedServer server = await BrowsedShop.StartAsync(300);
        await using IBrowserContext context = await chromium.OpenAsync(server, language, width, 900, theme);
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        string at = "/";
        page.Console += (_, message) => Told(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Told(true, error);
        page.RequestFailed += (_, request) => Told(request.Failure != "net::ERR_ABORTED", request.Url + " " + request.Failure);
        page.Request += (_, request) => Told(!request.Url.StartsWith(server.Server.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), "asks elsewhere: " + request.Url);
        foreach (string address in Addresses())
        {
            at = address;
            await page.GotoAsync(server.Server.Address + address.TrimStart('/'), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.htmx-request').length === 0");
            int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Told(overflow > 0, $"is {overflow} px wider than the screen");
            int empty = await page.Locator(".chart:visible:not(:has(svg))").CountAsync();
            Told(empty > 0, $"has {empty} charts not drawn");
            AxeResult axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. _rules] } });
            foreach (AxeResultItem violation in axe.Violations)
            {
                Told(true, $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(2).Select(node => node.Html[..Math.Min(160, node.Html.Length)]))}");
            }
        }

        Assert.Empty(faults);

        void Told(bool isFault, string fault)
        {
            if (isFault)
            {
                faults.Add($"{at}: {fault}");
            }
        }
    }

    [Fact]
    public async Task Slider_moves_the_map_by_keyboard_and_the_address_follows()
    {
        await using StartedServer server = await BrowsedShop.StartAsync(300);
        await using IBrowserContext context = await chromium.OpenAsync(server, "en", 1440, 900, "light");
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(server.Server.Address + "lifecycle");
        string before = await page.Locator("h1").InnerTextAsync();
        await page.Locator("[data-slider]").FocusAsync();
        for (int month = 0; month < 8; month++)
        {
            await page.Keyboard.PressAsync("Shift+ArrowLeft");
        }

        await page.WaitForURLAsync("**/lifecycle?*at=*");
        await page.WaitForFunctionAsync("before => document.querySelector('h1').innerText !== before", before);
        Assert.True(await page.Locator("[data-slider]").EvaluateAsync<bool>("slider => slider === document.activeElement"));
        Assert.True(await page.Locator(".chart svg").CountAsync() > 0);
        await page.ReloadAsync();
        Assert.NotEqual(before, await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task Segment_is_the_same_by_blocks_and_by_text()
    {
        await using StartedServer server = await BrowsedShop.StartAsync(300);
        await using IBrowserContext context = await chromium.OpenAsync(server, "en", 1440, 900, "light");
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(server.Server.Address + "segments/new");
        await page.Locator("button[value='add n']").ClickAsync();
        await page.WaitForFunctionAsync("() => document.getElementById('where').value === 'orders >= 2'");
        await page.Locator("[name='n.0.f.n']").FillAsync("3");
        await page.Locator("[name='n.0.f.n']").PressAsync("Tab");
        await page.WaitForFunctionAsync("() => document.getElementById('where').value === 'orders >= 3'");
        string byBlocks = await page.Locator("#built .big").InnerTextAsync();

        await page.Locator("#where").FillAsync("orders >= 3 and silence(order) < 3000 days");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.node').length === 2");
        Assert.Equal(byBlocks, await page.Locator("#built .big").InnerTextAsync());
        await page.Locator("#where").FillAsync("orderz >= 3");
        await page.Locator("#where-fault").WaitForAsync();
        Assert.Contains("did you mean", await page.Locator("#where-fault").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#where").FillAsync("orders >= 3");
        await page.Locator("#id").FillAsync("three-orders");
        await page.Locator("#name_en").FillAsync("Three orders <b>");
        await page.GetByText("Save the segment").ClickAsync();
        await page.WaitForURLAsync("**/segments/three-orders");
        Assert.Contains(byBlocks + " in “Three orders <b>”", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(server.Server.Address + "dictionary");
        Assert.Contains("at least 3 orders", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Addresses() =>
        [.. Menu.Groups.SelectMany(group => group.Places).Select(place => place.Path), "/account", "/glossary", "/search?q=C000001", "/customers/C0000010", "/segments/new?where=orders%20%3E%3D%202", "/welcome", "/settings/lifecycles/lifecycles/crm-segments"];
}
