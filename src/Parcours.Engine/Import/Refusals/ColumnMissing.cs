using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>A column the file cannot do without was not recognised.</summary>
internal sealed record ColumnMissing(string Column, IReadOnlyList<string> Headers, string Suggestion) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "column_missing";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"No column for {Column} was recognised among: {string.Join(", ", Headers)}. Say which one it is, for example {Suggestion}.",
        $"Aucune colonne reconnue pour {Column} parmi : {string.Join(", ", Headers)}. Dites laquelle, par exemple {Suggestion}.");
}
