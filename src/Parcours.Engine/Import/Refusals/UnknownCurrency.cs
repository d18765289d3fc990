using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>The currency asked for is not in ISO 4217.</summary>
internal sealed record UnknownCurrency(string Typed) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "unknown_currency";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"--currency {Typed}: no such currency in ISO 4217; write a code like EUR, USD or GBP.",
        $"--currency {Typed} : pas de telle devise dans l'ISO 4217 ; écrivez un code comme EUR, USD ou GBP.");
}
