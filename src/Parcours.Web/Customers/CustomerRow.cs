using Parcours.Engine.Reports.Writing;

namespace Parcours.Web.Customers;

/// <summary>A customer in a list: a cell for each column, the first of which leads to the profile.</summary>
/// <param name="Cells">The cells, in the order of the columns.</param>
public sealed record CustomerRow(IReadOnlyList<Cell> Cells);
