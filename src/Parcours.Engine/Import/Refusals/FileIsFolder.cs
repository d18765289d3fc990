using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The path is a folder.</summary>
internal sealed record FileIsFolder(string Path) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "is_a_folder";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"{Path} is a folder: name a file in it.",
        $"{Path} est un dossier : indiquez un fichier.");
}
