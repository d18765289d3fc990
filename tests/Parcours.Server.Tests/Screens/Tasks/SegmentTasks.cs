using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>What is done to choose customers, and to trust the choice.</summary>
internal static class SegmentTasks
{
    private const string Condition = "orders >= 3 and silence(order) <= 90 days";

    /// <summary>The same condition by blocks and as a text: the same customers; then saved.</summary>
    internal static async Task BuildAsync(Visitor visitor)
    {
        await visitor.GoAsync("Segments");
        await visitor.FollowAsync(visitor.Say("Build a segment", "Construire un segment"));
        string add = "+ " + visitor.Say("condition", "condition");
        await visitor.PressAsync(add);
        ILocator blocks = visitor.Page.Locator(".node");
        await visitor.WriteAsync(blocks.Nth(0).GetByLabel(visitor.Say("Number", "Nombre"), _exact), "3");
        await TextIsAsync(visitor, "orders >= 3");
        await visitor.PressAsync(add);
        await blocks.Nth(1).WaitForAsync();
        await visitor.ChooseAsync(blocks.Nth(1).GetByLabel("Condition", _exact), visitor.Say("Time since the last…", "Temps depuis le dernier…"));
        await TextIsAsync(visitor, "orders >= 3 and silence(order) >= 90 days");
        await visitor.ChooseAsync(blocks.Nth(1).GetByLabel(visitor.Say("Comparison", "Comparaison"), _exact), visitor.Say("at most", "au plus"));
        await TextIsAsync(visitor, Condition);
        string byBlocks = await CountAsync(visitor);
        Assert.NotEqual("0", byBlocks);

        await visitor.FollowAsync(visitor.Say("Leave without saving", "Quitter sans enregistrer"));
        await visitor.FollowAsync(visitor.Say("Build a segment", "Construire un segment"));
        await visitor.WriteAsync(visitor.Page.Locator("#where"), Condition);
        await blocks.Nth(1).WaitForAsync();
        Assert.Equal(byBlocks, await CountAsync(visitor));
        await visitor.WriteAsync(visitor.Field(visitor.Say("Name in addresses and conditions", "Nom dans les adresses et les conditions")), "faithful");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Title in English", "Titre en anglais")), "Faithful");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Title in French", "Titre en français")), "Fidèles");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Why this change", "Pourquoi ce changement")), visitor.Say("For the spring tasting", "Pour la dégustation de printemps"));
        await visitor.PressAsync(visitor.Say("Save the segment", "Enregistrer le segment"));
        await visitor.ReadAnswerAsync(visitor.Say($"{byBlocks} in “Faithful”", $"{byBlocks} dans « Fidèles »"));
    }

    /// <summary>How good it is, and what the dictionary says of it.</summary>
    internal static async Task ReadQualityAsync(Visitor visitor)
    {
        await visitor.GoAsync("Segments");
        await visitor.ReadAnswerAsync(visitor.Say("1 segment covers", "1 segment couvre"));
        await visitor.ReadAsync(visitor.Say("How good they are", "Ce qu’ils valent"));
        ILocator row = visitor.Page.Locator("section[aria-labelledby=quality] tbody tr");
        Assert.Contains(visitor.Say("Faithful", "Fidèles"), await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("%", await row.InnerTextAsync(), StringComparison.Ordinal);

        await visitor.GoAsync(visitor.Say("Dictionary", "Dictionnaire"));
        ILocator entry = visitor.Page.Locator(".dictionary > div").Filter(new LocatorFilterOptions { HasText = visitor.Say("Faithful", "Fidèles") });
        Assert.Contains(visitor.Say("at least 3 orders", "au moins 3 commandes"), await entry.InnerTextAsync(), StringComparison.Ordinal);
    }

    /// <summary>Who is leaving, and how good the same scores would have been on past dates.</summary>
    internal static async Task ReadBacktestAsync(Visitor visitor)
    {
        await visitor.GoAsync(visitor.Say("Churn", "Attrition"));
        ILocator past = visitor.Page.Locator("#churn-past");
        await past.WaitForAsync();
        await visitor.ActAsync(past.Locator("summary"));
        ILocator rows = past.Locator("tbody tr");
        await rows.First.WaitForAsync();
        Assert.True(await rows.CountAsync() > 1);
    }

    private static readonly LocatorGetByLabelOptions _exact = new() { Exact = true };

    private static async Task<string> CountAsync(Visitor visitor) => await visitor.Page.Locator("#built .big").InnerTextAsync();

    private static Task TextIsAsync(Visitor visitor, string text) => visitor.Page.WaitForFunctionAsync("text => document.getElementById('where').value === text", text);
}
