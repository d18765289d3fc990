using Microsoft.Playwright;

namespace Parcours.Server.Screens.Tasks;

/// <summary>What is done on the first day.</summary>
internal static class FirstTasks
{
    /// <summary>By the link of the first start: becoming the owner, and saying how the workspace counts.</summary>
    internal static async Task SetUpAsync(Visitor visitor, Uri link)
    {
        await visitor.Page.GotoAsync(link.AbsoluteUri);
        await visitor.WriteAsync(visitor.Field(visitor.Say("E-mail address", "Adresse e-mail")), "ada@shop.example");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Name", "Nom")), "Ada");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Password", "Mot de passe")), "a sentence will do");
        await visitor.PressAsync(visitor.Say("Become the owner", "Devenir propriétaire"));

        await visitor.ReadAnswerAsync(visitor.Say("four answers", "quatre réponses"));
        await visitor.WriteAsync(visitor.Field(visitor.Say("Name of the workspace", "Nom de l’espace")), "Tea & Co");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Currency", "Devise")), "CHF");
        await visitor.WriteAsync(visitor.Field(visitor.Say("Time zone", "Fuseau horaire")), "Europe/Zurich");
        await visitor.ChooseAsync(visitor.Field(visitor.Say("Language", "Langue")), visitor.Say("English", "Français"));
        await visitor.PressAsync(visitor.Say("Go on", "Continuer"));
        await visitor.ReadAnswerAsync(visitor.Say("Now bring in your customers", "Maintenant, faites entrer vos clients"));
        Assert.Equal("Tea & Co", await visitor.Page.Locator(".brand").InnerTextAsync());
    }

    /// <summary>A file through the wizard, from its columns to its end.</summary>
    internal static async Task ImportAsync(Visitor visitor, string language)
    {
        (FilePayload file, int lines) = ShopFile.In(language);
        await visitor.ChooseFileAsync(visitor.Page.Locator("input[type=file]"), file);
        await visitor.PressAsync(visitor.Say("Look at the file", "Examiner le fichier"));

        await visitor.ReadAnswerAsync(visitor.Say("6 of 6 columns are recognised", "6 colonnes sur 6 sont reconnues"));
        string count = visitor.Say($"{lines:N0}", $"{lines:# ###}".Replace(' ', '\u202f'));
        ILocator import = visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = visitor.Say($"Import {count} lines", $"Importer {count} lignes") });
        await import.WaitForAsync();
        Assert.Contains(count, await visitor.Page.Locator("#trial").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.ActAsync(import);

        await visitor.ReadAnswerAsync(visitor.Say($"{count} lines are stored, none is to be corrected", $"{count} lignes sont gardées, aucune n’est à corriger"));
        await visitor.ReadAsync(visitor.Say($"{ShopFile.Customers} customers, {count} orders", $"{ShopFile.Customers} clients, {count} commandes"));
    }
}
