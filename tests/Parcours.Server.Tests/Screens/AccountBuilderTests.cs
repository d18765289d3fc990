using System.Net;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class AccountBuilderTests
{
    [Fact]
    public async Task Builder_offers_the_stages_of_accounts_once_accounts_are_chosen()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1250, 3);

        string customers = await BuildAsync(server, "customer", "stage(clm-b2b) = partnership and running(contract)");
        string accounts = await BuildAsync(server, "account", "stage(clm-b2b) = partnership and running(contract)");

        Assert.Contains("CRM segments", customers, StringComparison.Ordinal);
        Assert.DoesNotContain("Loyalty and partnership", customers, StringComparison.Ordinal);
        Assert.Contains("Loyalty and partnership", accounts, StringComparison.Ordinal);
        Assert.DoesNotContain("CRM segments", accounts, StringComparison.Ordinal);
        Assert.Contains("<option value=\"contract\" selected>", accounts, StringComparison.Ordinal);
        Assert.Contains("hx-target=\"#builder\"", (await server.PageAsync("/segments/new?subject=account")).Html.Split("id=\"subject\"")[1].Split('>')[0], StringComparison.Ordinal);
        Assert.Contains("<option value=\"account\" selected>", (await server.PageAsync("/segments/new?subject=account")).Html, StringComparison.Ordinal);
    }

    private static async Task<string> BuildAsync(StartedServer server, string subject, string where)
    {
        HttpRequestMessage request = Pages.FormOf("/segments/build", ("subject", subject), ("where", where)).With("HX-Target", "builder");
        HttpResponseMessage answer = await server.Owner.SendAsync(request);
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return page;
    }
}
