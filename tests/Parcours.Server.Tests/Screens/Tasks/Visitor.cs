using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>Somebody at a browser, who reads one language and finds things by the names they see or hear. How they reach them is the hand's.</summary>
internal abstract class Visitor(IPage page, string language)
{
    /// <summary>The tab they look at.</summary>
    internal IPage Page { get; } = page;

    /// <summary>A text in their language.</summary>
    internal string Say(string english, string french) => language == "fr" ? french : english;

    /// <summary>The sentence that the page opens with.</summary>
    internal Task<string> AnswerAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Presses a button.</summary>
    internal Task PressAsync(string name) => ActAsync(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }));

    /// <summary>Follows a link of the page's own part.</summary>
    internal Task FollowAsync(string name) => ActAsync(Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name, Exact = true }));

    /// <summary>Goes to another page by its name.</summary>
    internal abstract Task GoAsync(string name);

    /// <summary>A field by its label.</summary>
    internal ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    /// <summary>Waits until the page's own part shows a text.</summary>
    internal Task ReadAsync(string text) => Page.Locator("main").GetByText(text).First.WaitForAsync();

    /// <summary>Waits until the page opens with a sentence that has a text in it, and returns it.</summary>
    internal async Task<string> ReadAnswerAsync(string text)
    {
        await Page.Locator("h1").Filter(new LocatorFilterOptions { HasText = text }).WaitForAsync();
        return await AnswerAsync();
    }

    /// <summary>Waits until the page opens with another sentence than before, and returns it.</summary>
    internal async Task<string> ReadOtherAnswerAsync(string before)
    {
        await Page.WaitForFunctionAsync("before => document.querySelector('h1').innerText !== before", before);
        return await AnswerAsync();
    }

    /// <summary>Presses or follows something.</summary>
    internal Task ActAsync(ILocator target) => WithAsync(() => PressAsync(target));

    /// <summary>Replaces what stands in a field, and leaves it.</summary>
    internal Task WriteAsync(ILocator field, string text) => WithAsync(() => ReplaceAsync(field, text));

    /// <summary>Chooses among the values of a list.</summary>
    internal Task ChooseAsync(ILocator list, string option) => WithAsync(() => PickAsync(list, option));

    /// <summary>Chooses a file of the machine's.</summary>
    internal Task ChooseFileAsync(ILocator field, FilePayload file) => WithAsync(async () =>
    {
        IFileChooser chooser = await Page.RunAndWaitForFileChooserAsync(() => PressAsync(field));
        await chooser.SetFilesAsync(file);
    });

    /// <summary>Moves a slider over three years back, by half a year at least and two at most.</summary>
    internal Task SlideBackAsync(ILocator slider) => WithAsync(() => DragBackAsync(slider));

    protected abstract Task PressAsync(ILocator target);

    protected abstract Task ReplaceAsync(ILocator field, string text);

    protected abstract Task PickAsync(ILocator list, string option);

    protected abstract Task DragBackAsync(ILocator slider);

    // A part just replaced listens a blink later, which nobody's hand is faster than.
    private async Task WithAsync(Func<Task> act)
    {
        await Page.WaitForFunctionAsync("() => !document.querySelector('.htmx-added, .htmx-swapping, .htmx-settling')");
        await act();
    }
}
