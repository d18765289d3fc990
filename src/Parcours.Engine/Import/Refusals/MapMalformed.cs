using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>A <c>--map</c> is not "key=Header".</summary>
internal sealed record MapMalformed(string Typed) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "map_malformed";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"--map {Typed}: write it as key=Header, for example --map customer=CustomerID.",
        $"--map {Typed} : écrivez clé=En-tête, par exemple --map customer=CodeClient.");
}
