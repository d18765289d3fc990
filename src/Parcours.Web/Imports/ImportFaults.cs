using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Imports;

/// <summary>Why a file dropped on a page cannot be used, in words that name no place on the server.</summary>
public static class ImportFaults
{
    private static readonly Dictionary<string, LocalText> _all = new(StringComparer.Ordinal)
    {
        ["no_file"] = new("Choose a file first.", "Choisissez d’abord un fichier."),
        ["too_large"] = new("The file is larger than 1 GB: cut it, or give it to parcours import.", "Le fichier dépasse 1 Go : coupez-le, ou donnez-le à parcours import."),
        ["empty_file"] = new("The file is empty: nothing is in it.", "Le fichier est vide : il ne contient rien."),
        ["binary_file"] = new(
            "This is no text and no spreadsheet that can be read: give a CSV, .xlsx or NDJSON file. A spreadsheet protected by a password must be saved without it.",
            "Ce n’est ni du texte ni une feuille de calcul lisible : donnez un fichier CSV, .xlsx ou NDJSON. Une feuille protégée par mot de passe doit être enregistrée sans lui."),
        ["header_only"] = new("There is a line of headers and nothing below it.", "Il y a une ligne d’en-têtes et rien dessous."),
        ["unreadable_file"] = new("The file cannot be read: drop it again.", "Le fichier est illisible : déposez-le de nouveau."),
        ["column_missing"] = new("Something that this kind of file needs is missing: say below which column holds it.", "Il manque ce dont ce type de fichier a besoin : dites ci-dessous quelle colonne le contient."),
        ["column_ambiguous"] = new("Two columns could be the same thing: say below which one it is.", "Deux colonnes pourraient être la même chose : dites ci-dessous laquelle choisir."),
        ["too_many_quarantined"] = new(
            "More than a tenth of the lines cannot be read, so nothing is stored. Correct the columns or the file, or import the other lines all the same.",
            "Plus d’un dixième des lignes est illisible, donc rien n’est gardé. Corrigez les colonnes ou le fichier, ou importez quand même les autres lignes."),
        ["unknown_currency"] = new("There is no such currency: write an ISO code, as EUR.", "Cette devise n’existe pas : écrivez un code ISO, comme EUR."),
        ["workspace_refused"] = new("The workspace could not write: its disk may be full. It will be tried again at the next start.", "L’espace n’a pas pu écrire : son disque est peut-être plein. Un nouvel essai aura lieu au prochain démarrage."),
        ["stopped"] = new("You stopped it before the end. Nothing was stored.", "Vous l’avez arrêté avant la fin. Rien n’a été gardé."),
        ["fault"] = new("Something went wrong in Parcours, not in your file. The log says where.", "Une erreur s’est produite dans Parcours, et non dans votre fichier. Le journal dit où."),
    };

    /// <summary>The reason in words.</summary>
    /// <param name="code">Why, as a stable word.</param>
    /// <param name="otherwise">What is said of one that has no words here.</param>
    public static LocalText Of(string code, LocalText otherwise) => _all.TryGetValue(code, out LocalText words) ? words : otherwise;
}
