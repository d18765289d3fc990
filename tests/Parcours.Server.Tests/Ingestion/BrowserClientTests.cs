using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Parcours.Browser;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>Libraries for pages on a page of another site, in a real browser, told only where the server is.</summary>
[Trait("Needs", "Browser")]
public sealed class BrowserClientTests(Chromium chromium, ClientPackages packages) : IClassFixture<ClientPackages>
{
    private static readonly string[] _person =
    [
        "attribute_changed account ACME",
        "attribute_changed plan pro",
        "coupon_used WELCOME 0.00",
        "opt_in_claimed marketing",
        "order  27.50",
        "order_line bag 6.00",
        "order_line mug 19.00",
        "product_view mug",
        "song_played",
        "visit Home",
    ];

    [Theory]
    [InlineData("page.html", "@segment/analytics-next/dist/umd/index.js", "web-1")]
    [InlineData("page-rudder.html", "@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js", "web-2")]
    public async Task Library_for_pages_sends_unchanged(string shopPage, string library, string customer)
    {
        Assert.NotNull(packages);
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);
        await using WebApplication shop = await ShopAsync(shopPage, library, server.Server.Address.AbsoluteUri.TrimEnd('/'), key);
        string address = shop.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        (await server.Client.PostAsJsonAsync("/v1/track", new { writeKey = key, anonymousId = "device-3", @event = "Product Viewed", properties = new { product_id = "mug" } })).EnsureSuccessStatusCode();

        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("window.sent !== undefined");

        Assert.Equal("all", await page.EvaluateAsync<string>("window.sent"));
        // A message leaves the page on its own, the answer is the page's to wait for: the last one may still be under way.
        for (int tries = 0; tries < 100 && (await Profile.OfAsync(server, customer)).Length < _person.Length; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(_person, await Profile.OfAsync(server, customer));
        Assert.Equal(["attribute_changed name Acme"], (await Profile.OfAccountAsync(server, "ACME")).Except(await Profile.OfAsync(server, customer)));
        Assert.Equal(Trust.Public, Assert.Single(server.Service<AccessKeys>().List()).Trust);
    }

    // The shop's page, on an address of its own: another site for the browser.
    private static async Task<WebApplication> ShopAsync(string shopPage, string library, string host, string key)
    {
        string script = await File.ReadAllTextAsync(Path.Combine(ClientPackages.Folder, "node_modules", library));
        string page = (await File.ReadAllTextAsync(Path.Combine(ClientPackages.Folder, shopPage))).Replace("HOST", host, StringComparison.Ordinal).Replace("KEY", key, StringComparison.Ordinal);
        string order = await File.ReadAllTextAsync(Path.Combine(ClientPackages.Folder, "order.js"));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        WebApplication shop = builder.Build();
        shop.MapGet("/", () => Results.Text(page, "text/html"));
        shop.MapGet("/analytics.js", () => Results.Text(script, "text/javascript"));
        shop.MapGet("/order.js", () => Results.Text(order, "text/javascript"));
        await shop.StartAsync();
        return shop;
    }
}
