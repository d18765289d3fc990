using Microsoft.Playwright;
using Parcours.Server.Ingestion;

namespace Parcours.Server.Screens.Tasks;

/// <summary>What is done to bring facts in as they happen, and to say what they mean.</summary>
internal static class SourceTasks
{
    /// <summary>A key made, given to a library for Node, and what it sends seen as it arrives.</summary>
    internal static async Task WatchAsync(Visitor visitor, Uri server)
    {
        await visitor.GoAsync(visitor.Say("Sources and keys", "Sources et clés"));
        await visitor.WriteAsync(visitor.Field(visitor.Say("Name of the key", "Nom de la clé")), "Till");
        await visitor.PressAsync(visitor.Say("Make a key", "Créer une clé"));
        string key = await visitor.Page.Locator("#new-key").InnerTextAsync();
        await visitor.FollowAsync(visitor.Say("Watch it arrive", "Regarder arriver"));
        await visitor.ReadAsync(visitor.Say("Nothing came since the server started", "Rien n’est arrivé depuis le démarrage"));

        await ClientPackages.RunAsync("node", "send-segment.js", server.AbsoluteUri.TrimEnd('/'), key);
        ILocator row = visitor.Page.Locator("#tail tbody tr").Filter(new LocatorFilterOptions { HasText = "Order Completed" });
        await row.WaitForAsync();
        string words = await row.InnerTextAsync();
        Assert.Contains("node-1", words, StringComparison.Ordinal);
        Assert.Contains("Till", words, StringComparison.Ordinal);
        Assert.Contains(visitor.Say("order", "commande"), words, StringComparison.Ordinal);
    }

    /// <summary>A definition with a word that is none: where it stands is said; then mended there, and saved.</summary>
    internal static async Task MendAsync(Visitor visitor)
    {
        await visitor.GoAsync(visitor.Say("Definitions", "Définitions"));
        await visitor.FollowAsync(visitor.Say("CRM segments", "Segmentation CRM par cycle de vie"));
        ILocator text = visitor.Field(visitor.Say("Text of the definition", "Texte de la définition"));
        string mended = (await text.InputValueAsync()).Replace("CRM segments", "Tea stages", StringComparison.Ordinal).Replace("Segmentation CRM par cycle de vie", "Phases du thé", StringComparison.Ordinal);
        int place = mended.IndexOf("silence", StringComparison.Ordinal);
        await visitor.WriteAsync(text, mended[..place] + "silense" + mended[(place + "silence".Length)..]);
        string before = mended[..place];
        (int line, int column) = (before.Count(letter => letter == '\n') + 1, place - before.LastIndexOf('\n'));
        string fault = visitor.Say($"Line {line}, column {column}", $"Ligne {line}, colonne {column}");
        await visitor.PressAsync(visitor.Say("Save", "Enregistrer"));
        await visitor.ReadAsync(fault);
        await visitor.ReadAsync("silence");
        Assert.Contains("silense", await text.InputValueAsync(), StringComparison.Ordinal);

        await visitor.PressAsync(fault);
        foreach (char _ in "silense")
        {
            await visitor.Page.Keyboard.PressAsync("Delete");
        }

        await visitor.Page.Keyboard.TypeAsync("silence");
        await visitor.Page.Locator("#check .fault").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Equal(mended, await text.InputValueAsync());
        await visitor.WriteAsync(visitor.Field(visitor.Say("Why this change", "Pourquoi ce changement")), visitor.Say("Our own words", "Nos propres mots"));
        await visitor.PressAsync(visitor.Say("Save", "Enregistrer"));
        await visitor.ReadAsync(visitor.Say("Saved: it is in force now.", "Enregistré : la définition est en vigueur."));
        await visitor.GoAsync(visitor.Say("Definitions", "Définitions"));
        await visitor.ReadAsync(visitor.Say("Tea stages", "Phases du thé"));
    }
}
