namespace Parcours.Engine.Management;

/// <summary>A day of the month and the one it is compared with.</summary>
/// <param name="Day">The day.</param>
/// <param name="Revenue">Net revenue, in minor units.</param>
/// <param name="Against">The day a year earlier, sales periods aligned.</param>
/// <param name="RevenueAgainst">Net revenue of that day, in minor units.</param>
public sealed record MonthDay(DateOnly Day, long Revenue, DateOnly Against, long RevenueAgainst);
