namespace Parcours.Engine.Reports.Model;

/// <summary>The customers whose first order fell in a month.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Size">How many.</param>
/// <param name="Active">How many ordered in that month, the next, and so on; stops at the report's date.</param>
/// <param name="Revenue">Net revenue of that month, the next, and so on, in minor units.</param>
internal sealed record CohortRow(DateOnly Month, long Size, IReadOnlyList<long> Active, IReadOnlyList<long> Revenue);
