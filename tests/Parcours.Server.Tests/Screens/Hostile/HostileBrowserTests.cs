using System.Collections.Concurrent;
using Microsoft.Playwright;
using Parcours.Browser;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens.Hostile;

/// <summary>The pages in a real browser with every text in place: nothing runs, nothing is asked for elsewhere, nothing is said on the console.</summary>
[Trait("Needs", "Browser")]
public sealed class HostileBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_that_a_text_says_is_done()
    {
        await using StartedServer server = await HostileShop.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        var written = new HostileForms(server, owner);
        await written.FillAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        string[] cookie = owner.Cookie.Split('=', 2);
        await context.AddCookiesAsync([new Cookie { Name = cookie[0], Value = cookie[1], Url = server.Server.Address.AbsoluteUri }]);
        IPage page = await context.NewPageAsync();
        ConcurrentQueue<string> faults = [];
        string at = "/";
        page.Dialog += async (_, dialog) =>
        {
            faults.Enqueue($"{at}: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Console += (_, message) => Told(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Told(true, error);
        page.Popup += (_, _) => Told(true, "opened a window");
        page.Download += (_, download) => Told(true, $"brought {download.Url}");
        page.Request += (_, request) => Told(!request.Url.StartsWith(server.Server.Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), "asks elsewhere: " + request.Url);
        int[] some = [.. Enumerable.Range(0, HostileTexts.All.Count).Where(i => i % 10 == 0)];
        foreach (string address in (string[])[.. HostilePages.Addresses(written.Import).Where(address => !address.StartsWith("/search/palette", StringComparison.Ordinal)), .. some.SelectMany(i => HostilePages.OfOne(i).Where(one => !one.Contains("where=", StringComparison.Ordinal)))])
        {
            at = address;
            await page.GotoAsync(server.Server.Address + address.TrimStart('/'), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            await page.WaitForFunctionAsync("() => document.querySelectorAll('.htmx-request').length === 0");
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
            string? hit = await page.EvaluateAsync<string?>("() => window.__hit ? String(window.__hit) : null");
            Told(hit is not null, $"ran {hit}");
        }

        Assert.Empty(faults);

        void Told(bool isFault, string fault)
        {
            if (isFault)
            {
                faults.Enqueue($"{at}: {fault}");
            }
        }
    }
}
