using Parcours.Domain.Time;

namespace Parcours.Engine.Sources.Shops;

/// <summary>Money given back of an order.</summary>
/// <param name="Id">The shop's number of it; null when it has none of its own.</param>
/// <param name="At">When.</param>
/// <param name="Amount">How much, in minor units of the order's currency, above 0.</param>
internal sealed record ShopRefund(string? Id, Instant At, long Amount);
