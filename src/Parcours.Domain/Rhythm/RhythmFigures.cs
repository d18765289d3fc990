namespace Parcours.Domain.Rhythm;

/// <summary>How often the customers of a base bought, as known at a date, and how sure that is.</summary>
/// <param name="Customers">Customers with at least one gap: each counts once.</param>
/// <param name="Days">The quantile asked for of their own median gaps, in days; NaN when there is no customer.</param>
/// <param name="Low">The lower end of the 95 % interval of <paramref name="Days"/>; NaN when there are too few customers for one.</param>
/// <param name="High">The upper end.</param>
/// <param name="Gaps">All gaps of all customers.</param>
/// <param name="PooledDays">The same quantile of all gaps: shown beside, never used.</param>
public readonly record struct RhythmFigures(long Customers, double Days, double Low, double High, long Gaps, double PooledDays);
