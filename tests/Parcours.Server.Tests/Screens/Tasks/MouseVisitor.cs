using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>A visitor with a mouse.</summary>
internal sealed class MouseVisitor(IPage page, string language) : Visitor(page, language)
{
    // By the menu.
    internal override Task GoAsync(string name) => ActAsync(Page.Locator(".menu").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name, Exact = true }));

    protected override Task PressAsync(ILocator target) => target.ClickAsync();

    protected override async Task ReplaceAsync(ILocator field, string text)
    {
        await field.ClickAsync();
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    protected override Task PickAsync(ILocator list, string option) => list.SelectOptionAsync(new SelectOptionValue { Label = option });

    protected override async Task DragBackAsync(ILocator slider)
    {
        // A third of three years.
        LocatorBoundingBoxResult place = (await slider.BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(place.X + place.Width - 8, place.Y + (place.Height / 2));
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(place.X + (place.Width * 2 / 3), place.Y + (place.Height / 2), new MouseMoveOptions { Steps = 6 });
        await Page.Mouse.UpAsync();
    }
}
