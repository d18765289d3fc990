namespace Parcours.Domain.Orders;

/// <summary>A purchase day of one customer.</summary>
/// <param name="Day">The local day number.</param>
/// <param name="Spend">What its orders came to, adjustments added and refunds taken off, in minor units of the base's currency.</param>
internal record struct DaySpend(int Day, long Spend);
