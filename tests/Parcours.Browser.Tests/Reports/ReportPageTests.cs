using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Parcours.Browser;

namespace Parcours.Engine.Reports;

/// <summary>The report in a real browser. Set PARCOURS_SCREENSHOTS to a folder to keep what each test saw.</summary>
[Trait("Needs", "Browser")]
public sealed class ReportPageTests(Chromium chromium)
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static TheoryData<string, string, int, string> Views =>
    [
        ("full", "en", 1440, "light"), ("full", "fr", 390, "dark"), ("full", "fr", 900, "light"), ("shop", "en", 1440, "dark"), ("shop", "fr", 390, "light"),
        ("extreme", "en", 1440, "light"), ("extreme", "fr", 390, "dark"), ("hostile", "fr", 1440, "light"), ("empty", "en", 1440, "light"), ("empty", "fr", 390, "dark"),
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_is_accessible_silent_and_never_wider_than_the_screen(string model, string language, int width, string theme)
    {
        await using View view = await View.Open(chromium, model, language, width, theme);
        await view.Keep();

        Assert.Empty(view.Faults);
        int overflow = await view.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} px wider than the screen.");
        AxeResult axe = await view.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Page_without_scripts_shows_its_tables_and_no_empty_chart()
    {
        await using View view = await View.Open(chromium, "full", "fr", 1440, "light", scripts: false);
        await view.Keep();

        Assert.Empty(view.Faults);
        Assert.Equal(29, await view.Page.Locator("table:visible").CountAsync());
        Assert.Equal(0, await view.Page.Locator(".chart:visible, button:visible").CountAsync());
    }

    [Fact]
    public async Task Chart_is_drawn_and_its_table_opens_by_keyboard()
    {
        await using View view = await View.Open(chromium, "full", "en", 1440, "light");
        ILocator section = view.Page.Locator("#map");

        Assert.Equal(1, await section.Locator(".chart svg").CountAsync());
        Assert.False(await section.Locator("table").IsVisibleAsync());
        await section.Locator("summary").FocusAsync();
        await view.Page.Keyboard.PressAsync("Enter");
        Assert.True(await section.Locator("table").IsVisibleAsync());
    }

    [Fact]
    public async Task Csv_is_what_a_French_spreadsheet_reads_and_png_is_a_picture()
    {
        await using View view = await View.Open(chromium, "hostile", "fr", 1440, "light");

        string csv = await view.Download("#categories [data-download=csv]", "crm-segments-2027-03-04-categories.csv");
        string[] lines = (await File.ReadAllTextAsync(csv)).Split("\r\n");
        Assert.StartsWith("Catégorie;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"Soins du visage</script>", lines[1], StringComparison.Ordinal);
        Assert.Contains(";184615,38;", lines[1], StringComparison.Ordinal);

        byte[] png = await File.ReadAllBytesAsync(await view.Download("#map [data-download=png]", "crm-segments-2027-03-04-map.png"));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.InRange(png.Length, 10_000, 5_000_000);
        Assert.Empty(view.Faults);
    }

    [Fact]
    public async Task Paper_gets_every_table_and_charts_as_wide_as_it_is()
    {
        await using View view = await View.Open(chromium, "full", "fr", 1440, "dark");
        await view.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(0, await view.Page.Locator("details:not([open])").CountAsync());
        Assert.InRange(await view.Page.Locator("#map .chart svg").EvaluateAsync<double>("node => node.getBoundingClientRect().width"), 600, 700);
        await view.KeepPrinted();
        await view.Page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.Equal(0, await view.Page.Locator("details[open]").CountAsync());
    }
}
