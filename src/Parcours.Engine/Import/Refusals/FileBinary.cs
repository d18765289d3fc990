using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The file is neither text nor a spreadsheet.</summary>
internal sealed record FileBinary(string Path) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "binary_file";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"{Path} is no text and no spreadsheet we can read: give a CSV, .xlsx or NDJSON file.",
        $"{Path} n'est ni du texte ni une feuille de calcul lisible : donnez un fichier CSV, .xlsx ou NDJSON.");
}
