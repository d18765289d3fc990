using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>What is done with the whole base in view, and with one customer.</summary>
internal static class MapTasks
{
    /// <summary>The map a year back: other counts, and the address says which.</summary>
    internal static async Task SlideAsync(Visitor visitor)
    {
        await visitor.GoAsync(visitor.Say("Lifecycle map", "Carte du cycle de vie"));
        await visitor.Page.Locator("#slider").WaitForAsync();
        string before = await visitor.AnswerAsync();
        string counts = await CountsAsync(visitor);
        await visitor.SlideBackAsync(visitor.Page.Locator("#slider"));

        await visitor.Page.WaitForURLAsync("**/lifecycle?*at=2025-*");
        await visitor.ReadOtherAnswerAsync(before);
        Assert.NotEqual(counts, await CountsAsync(visitor));
        await visitor.FollowAsync(visitor.Say("Today", "Aujourd’hui"));
        await visitor.ReadAnswerAsync(before);
        Assert.Equal(counts, await CountsAsync(visitor));
    }

    /// <summary>Another threshold tried, with who would move, then adopted with a reason.</summary>
    internal static async Task AdoptAsync(Visitor visitor)
    {
        string counts = await CountsAsync(visitor);
        ILocator threshold = visitor.Page.Locator("#t-inactive_after");
        Assert.NotEqual("75", await threshold.InputValueAsync());
        await visitor.WriteAsync(threshold, "75");
        ILocator note = visitor.Field(visitor.Say("Why these thresholds (kept with them)", "Pourquoi ces seuils (gardé avec eux)"));
        await note.WaitForAsync();
        Assert.NotEqual(counts, counts = await CountsAsync(visitor));
        await visitor.WriteAsync(note, visitor.Say("They buy tea every month", "Ils achètent du thé chaque mois"));
        await visitor.PressAsync(visitor.Say("Adopt these thresholds", "Valider ces seuils"));

        await visitor.Page.Locator("#t-inactive_after-note").Filter(new LocatorFilterOptions { HasText = visitor.Say("Adopted", "Validé") }).WaitForAsync();
        Assert.Equal("75", await threshold.InputValueAsync());
        Assert.Equal(counts, await CountsAsync(visitor));
    }

    /// <summary>A customer by the beginning of their e-mail address, and their profile.</summary>
    internal static async Task FindCustomerAsync(Visitor visitor)
    {
        await visitor.Page.Keyboard.PressAsync("/");
        await visitor.Page.Keyboard.TypeAsync("k007@");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.ReadAnswerAsync("k007@");
        await visitor.ActAsync(visitor.Page.Locator("main .hits a").First);

        await visitor.Page.WaitForURLAsync("**/customers/*");
        await visitor.Page.Locator(".bands").First.WaitForAsync();
        await visitor.ReadAsync("k007@shop.example");
        await visitor.ReadAsync(visitor.Say("What happened", "Ce qui s’est passé"));
    }

    private static Task<string> CountsAsync(Visitor visitor) => visitor.Page.Locator(".tallies").InnerTextAsync();
}
