using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class UsageScreensTests
{
    [Fact]
    public async Task Never_used_come_first_and_empty_leads_to_the_import()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn viewer = await server.SignInAsync(Role.Viewer);
        Assert.Contains("There is no data yet", await server.SeeAsync(viewer, "/data/usage"), StringComparison.Ordinal);

        await server.OrderAsync("C1", "o1", 100, 1);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1")], ("<b>shoe size", "38"));
        server.Time.Pass(TimeSpan.FromMinutes(2));

        string page = await server.SeeAsync(viewer, "/data/usage");
        Assert.DoesNotContain("<b>shoe", page, StringComparison.Ordinal);
        string words = PagesSeen.Words(page);
        Assert.Contains("<b>shoe size", words, StringComparison.Ordinal);
        Assert.InRange(page.IndexOf("shoe size", StringComparison.Ordinal), 1, page.IndexOf("<code>order</code>", StringComparison.Ordinal));
        Assert.Contains("1 of 2 things never are", words, StringComparison.Ordinal);
        Assert.DoesNotContain("shoe size", await server.SeeAsync(viewer, "/data/usage?sort=kind"), StringComparison.Ordinal);
    }
}
