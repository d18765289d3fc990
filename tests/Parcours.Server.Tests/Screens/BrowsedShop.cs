using Microsoft.Playwright;
using Parcours.Browser;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

/// <summary>The sample shop on a started server, and a browser in which its owner is signed in.</summary>
internal static class BrowsedShop
{
    /// <summary>A server with the shop.</summary>
    /// <param name="customers">How many customers it has.</param>
    /// <param name="now">The server's clock; that of other tests when not said.</param>
    internal static async Task<StartedServer> StartAsync(int customers, DateTimeOffset? now = null)
    {
        StartedServer server = await StartedServer.StartAsync(options => options with { SampleCustomers = customers });
        server.Time.Pass((now ?? server.Time.GetUtcNow()) - server.Time.GetUtcNow());
        server.Service<Samples.SampleLoading>().Start();
        for (int tries = 0; tries < 600 && server.Service<Samples.SampleLoading>().State.IsUnderWay; tries++)
        {
            await Task.Delay(100);
        }

        server.Time.Pass(TimeSpan.FromMinutes(2)); // answers look at the base anew
        return server;
    }

    /// <summary>A browser whose reader wants a language and a theme.</summary>
    internal static async Task<IBrowserContext> OpenAsync(this Chromium chromium, StartedServer server, string language, int width, int height, string theme)
    {
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        string[] cookie = owner.Cookie.Split('=', 2);
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        string address = server.Server.Address.AbsoluteUri;
        await context.AddCookiesAsync(
        [
            new Cookie { Name = cookie[0], Value = cookie[1], Url = address },
            new Cookie { Name = "parcours_theme", Value = theme, Url = address },
            new Cookie { Name = "parcours_language", Value = language[..2], Url = address },
        ]);
        return context;
    }
}
