using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The file has no line of data.</summary>
internal sealed record HeaderOnly(string Path) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "header_only";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"{Path} has a header and no line under it: there is nothing to import.",
        $"{Path} a un en-tête et aucune ligne dessous : il n'y a rien à importer.");
}
