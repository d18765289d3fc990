using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>Several columns could be one the file cannot do without.</summary>
internal sealed record ColumnAmbiguous(string Column, IReadOnlyList<string> Candidates, IReadOnlyList<string> Suggestions) : ImportRefusal
{
    /// <inheritdoc/>
    public override string Code => "column_ambiguous";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"Several columns could be {Column}: {string.Join(", ", Candidates)}. Choose one: {string.Join(" or ", Suggestions)}.",
        $"Plusieurs colonnes peuvent être {Column} : {string.Join(", ", Candidates)}. Choisissez : {string.Join(" ou ", Suggestions)}.");
}
