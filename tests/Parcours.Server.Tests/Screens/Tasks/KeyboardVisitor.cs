using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>A visitor with a keyboard alone, who must see at each step where they are.</summary>
internal sealed class KeyboardVisitor(IPage page, string language) : Visitor(page, language)
{
    private const int FarthestTabs = 100;

    // Where the target is from what has the focus, and what the focus is on when it does not show.
    private const string Look = """
        target => {
          const at = document.activeElement;
          const style = getComputedStyle(at);
          const isSeen = at === document.body || at.tabIndex < 0 || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          return {
            where: at === target ? 'here' : at.matches('.skip') && target.closest('main') ? 'skip' : at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'after' : 'before',
            unseen: isSeen ? null : at.outerHTML.slice(0, 200),
          };
        }
        """;

    // By the palette.
    internal override async Task GoAsync(string name)
    {
        await Page.Keyboard.PressAsync("Control+k");
        await Page.Locator("#palette-text:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync(name);
        ILocator link = Page.Locator("#palette-found li:first-child a").Filter(new LocatorFilterOptions { HasText = name }).First;
        await link.WaitForAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await ReachAsync(link, "ArrowDown", "ArrowUp");
        await Page.Keyboard.PressAsync("Enter");
    }

    protected override async Task PressAsync(ILocator target)
    {
        await ReachAsync(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    protected override async Task ReplaceAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await Page.Keyboard.PressAsync("Control+a");
        await Page.Keyboard.InsertTextAsync(text);
        await Page.Keyboard.PressAsync("Tab");
    }

    protected override async Task PickAsync(ILocator list, string option)
    {
        await ReachAsync(list);
        int steps = await list.EvaluateAsync<int>("(list, option) => [...list.options].findIndex(each => each.label === option) - list.selectedIndex", option);
        for (int step = 0; step < Math.Abs(steps); step++)
        {
            await Page.Keyboard.PressAsync(steps > 0 ? "ArrowDown" : "ArrowUp");
            await Page.WaitForFunctionAsync("() => !document.querySelector('.htmx-request, .htmx-added, .htmx-swapping, .htmx-settling')");
        }

        Assert.Equal(option, await list.EvaluateAsync<string>("list => list.selectedOptions[0].label"));
    }

    protected override async Task DragBackAsync(ILocator slider)
    {
        await ReachAsync(slider);
        for (int month = 0; month < 10; month++)
        {
            await Page.Keyboard.PressAsync("Shift+ArrowLeft");
        }
    }

    private async Task ReachAsync(ILocator target, string onward = "Tab", string back = "Shift+Tab")
    {
        await target.WaitForAsync();
        for (int tabs = 0; tabs < FarthestTabs; tabs++)
        {
            Place place = await target.EvaluateAsync<Place>(Look);
            Assert.True(place.Unseen is null, $"No focus is to be seen on {place.Unseen}");
            if (place.Where == "here")
            {
                return;
            }

            await Page.Keyboard.PressAsync(place.Where switch { "skip" => "Enter", "after" => onward, _ => back });
        }

        Assert.Fail($"Not reached within {FarthestTabs} steps: {target}");
    }

    private sealed record Place
    {
        public string Where { get; init; } = "";

        public string? Unseen { get; init; }
    }
}
