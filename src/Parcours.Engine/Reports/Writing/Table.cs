namespace Parcours.Engine.Reports.Writing;

/// <summary>The table of a figure: what a screen reader, a printer and a spreadsheet get.</summary>
/// <param name="Columns">The headers.</param>
/// <param name="Rows">The rows; the first cell of each is its header.</param>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);
