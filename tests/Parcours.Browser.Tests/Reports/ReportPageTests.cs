using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Parcours.Browser;

namespace Parcours.Engine.Reports;

/// <summary>The report in a real browser. Set PARCOURS_SCREENSHOTS to a folder to keep what each test saw.</summary>
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
}
