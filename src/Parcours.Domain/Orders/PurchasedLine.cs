using Parcours.Domain.Time;

namespace Parcours.Domain.Orders;

/// <summary>A line of an order that counts.</summary>
/// <param name="At">When it was ordered.</param>
/// <param name="Item">The term of the product; of the category where the source names no product. Never 0.</param>
/// <param name="Value">What was paid for it, in minor units of <paramref name="Currency"/>; 0 where the source does not say.</param>
/// <param name="Currency">Index of the currency in <see cref="Facts.Currencies"/>; 0 for no amount.</param>
public readonly record struct PurchasedLine(Instant At, int Item, long Value, byte Currency);
