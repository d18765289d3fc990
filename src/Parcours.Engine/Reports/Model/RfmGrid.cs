namespace Parcours.Engine.Reports.Model;

/// <summary>Recency by frequency.</summary>
/// <param name="Quantiles">How many scores.</param>
/// <param name="Cells">Cells with at least one customer.</param>
/// <param name="Groups">The named groups, most spend first.</param>
internal sealed record RfmGrid(int Quantiles, IReadOnlyList<RfmCell> Cells, IReadOnlyList<RfmGroup> Groups);
