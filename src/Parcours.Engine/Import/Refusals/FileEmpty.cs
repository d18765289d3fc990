using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The file is empty.</summary>
internal sealed record FileEmpty(string Path) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "empty_file";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"{Path} is empty: there is nothing to import.",
        $"{Path} est vide : il n'y a rien à importer.");
}
