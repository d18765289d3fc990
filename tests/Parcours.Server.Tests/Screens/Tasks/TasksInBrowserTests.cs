using Microsoft.Playwright;
using Parcours.Browser;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Server.Ingestion;

namespace Parcours.Server.Screens.Tasks;

/// <summary>The ten commonest tasks one after the other, from an empty workspace that nobody owns yet: each begins where the one before ended.</summary>
[Trait("Needs", "Browser")]
public sealed class TasksInBrowserTests(Chromium chromium, ClientPackages packages) : IClassFixture<ClientPackages>
{
    [Theory]
    [InlineData("en", "mouse")]
    [InlineData("fr", "keyboard")]
    public async Task Ten_tasks_are_done_from_an_empty_workspace(string language, string hand)
    {
        Assert.NotNull(packages);
        await using StartedServer server = await StartedServer.StartAsync();
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        IPage page = await context.NewPageAsync();
        Visitor visitor = hand == "mouse" ? new MouseVisitor(page, language) : new KeyboardVisitor(page, language);

        await FirstTasks.SetUpAsync(visitor, server.Server.SetUpAddress!);
        Assert.Equal("Europe/Zurich", server.Service<LiveWorkspace>().Histories.Calendar.ZoneId);
        await FirstTasks.ImportAsync(visitor, language);
        server.Time.Pass(TimeSpan.FromMinutes(2)); // answers look at the base anew
        await MapTasks.SlideAsync(visitor);
        await MapTasks.AdoptAsync(visitor);
        await MapTasks.FindCustomerAsync(visitor);
        await SegmentTasks.BuildAsync(visitor);
        await SegmentTasks.ReadQualityAsync(visitor);
        await SegmentTasks.ReadBacktestAsync(visitor);
        await SourceTasks.WatchAsync(visitor, server.Server.Address);
        await SourceTasks.MendAsync(visitor);
    }
}
