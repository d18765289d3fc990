using System.Net;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Samples;

namespace Parcours.Server.Screens;

public sealed class WelcomeScreensTests
{
    private static readonly (string, string)[] _answers = [("name", "Maison <Dupont>"), ("currency", "chf"), ("zone", "Europe/Zurich"), ("language", "fr")];

    [Fact]
    public async Task Owner_of_an_empty_workspace_is_led_from_welcome_to_a_first_import()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);

        Assert.Equal("/welcome", (await server.OpenAsync(owner, "/")).Headers.Location!.OriginalString);
        Assert.Contains("four answers", await server.SeeAsync(owner, "/welcome"), StringComparison.Ordinal);
        HttpResponseMessage kept = await server.SubmitAsync(owner, "/welcome", _answers);
        Assert.Equal((HttpStatusCode.SeeOther, "/welcome/data"), (kept.StatusCode, kept.Headers.Location!.OriginalString));
        Assert.Equal("/welcome/data", (await server.OpenAsync(owner, "/")).Headers.Location!.OriginalString);
        string page = await server.SeeAsync(owner, "/welcome/data");
        Assert.Contains("Maison &lt;Dupont&gt;", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/data/import\"", page, StringComparison.Ordinal);

        HttpResponseMessage dropped = await server.SubmitAsync(owner, "/data/import", PagesSeen.File("orders.csv", "order_id,customer_id,date,amount\no1,C1,2026-01-10,10.00\n"));
        string address = dropped.Headers.Location!.OriginalString;
        await server.SubmitAsync(owner, address, ("as", "orders"), ("do", "import"));
        while (!(await server.SeeAsync(owner, address)).Contains("1 lines are stored", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        server.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await server.OpenAsync(owner, "/")).StatusCode);
        Assert.Equal(("Europe/Zurich", "CHF"), (server.Service<LiveWorkspace>().Histories.Calendar.ZoneId, Domain.Facts.Currencies.CodeOf(server.Service<LiveWorkspace>().Histories.Currency)));
    }

    [Fact]
    public async Task Answers_that_cannot_be_are_said_beside_their_fields_and_kept()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);

        HttpResponseMessage answer = await server.SubmitAsync(owner, "/welcome", ("name", ""), ("currency", "\"><b>"), ("zone", "Mars/Olympus"), ("language", "de"));

        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(4, page.Split("role=\"alert\"").Length - 1);
        Assert.Contains("value=\"Mars/Olympus\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_outlives_the_server()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.SubmitAsync(await server.SignInAsync(Role.Owner), "/welcome", _answers);
        using IWorkspaceStore reader = server.Service<Live.LiveState>().OpenReader();
        Assert.Equal(new WorkspaceCard("Maison <Dupont>", "fr"), WorkspaceCard.Read(reader.Document(WorkspaceCard.Document)));
        Assert.Equal("Europe/Zurich", reader.Settings.ZoneId);
    }

    [Fact]
    public async Task Sample_shop_is_loaded_beside_the_messages()
    {
        await using StartedServer server = await StartedServer.StartAsync(options => options with { SampleCustomers = 60 });
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);

        await server.SubmitAsync(owner, "/welcome/data");
        while (server.Service<SampleLoading>().State.IsUnderWay)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.False(server.Service<SampleLoading>().State.HasFailed);
        Assert.True(server.Service<LiveWorkspace>().Histories.FactCount > 1000);
        server.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.Contains("customers are there", await server.SeeAsync(owner, "/welcome/data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Welcome_is_the_owners()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await server.OpenAsync(await server.SignInAsync(Role.Marketer), "/welcome")).StatusCode);
    }
}
