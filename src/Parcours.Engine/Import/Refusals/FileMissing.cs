using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The file does not exist.</summary>
internal sealed record FileMissing(string Path) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "no_such_file";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"There is no file {Path}.",
        $"Il n'y a pas de fichier {Path}.");
}
