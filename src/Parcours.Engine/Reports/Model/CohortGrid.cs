namespace Parcours.Engine.Reports.Model;

/// <summary>Cohorts by month of first order.</summary>
/// <param name="Rows">The cohorts, oldest first.</param>
/// <param name="LastMonthComplete">Whether the report's date ends its month; if not, the last cell of each row counts part of a month.</param>
internal sealed record CohortGrid(IReadOnlyList<CohortRow> Rows, bool LastMonthComplete);
