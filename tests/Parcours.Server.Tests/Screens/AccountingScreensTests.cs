using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class AccountingScreensTests
{
    [Fact]
    public async Task Empty_account_leads_to_the_sources()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string page = await server.SeeAsync(await server.SignInAsync(Role.Analyst), "/data/accounting");
        Assert.Contains("No message came in this period", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/data/sources\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("month")]
    [InlineData("year")]
    public async Task Account_adds_up_in_every_period(string window)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 1);
        await server.OrderAsync("C1", "o1", 100, 1);
        await server.AsideAsync("{}");

        string page = await server.SeeAsync(await server.SignInAsync(Role.Analyst), "/data/accounting?window=" + window);

        Assert.Contains("Every message is accounted for: 3 received, 1 stored", page, StringComparison.Ordinal);
        Assert.Contains("The base holds 1 facts of 1 customers", PagesSeen.Words(page), StringComparison.Ordinal);
        Assert.Contains("data-chart=\"messages\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sender_is_left_out()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 1);
        string page = await server.SeeAsync(await server.SignInAsync(Role.Analyst), "/data/accounting?key=-7&window=nonsense");
        Assert.Contains("No message came in this period", page, StringComparison.Ordinal);
        Assert.Contains("key 1", page, StringComparison.Ordinal);
    }
}
