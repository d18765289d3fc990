namespace Parcours.Engine.Reports.Model;

/// <summary>What was left in the basket.</summary>
/// <param name="Carts">Carts of the observed year.</param>
/// <param name="CartRate">Share of carts without an order after them, and the year before.</param>
/// <param name="Checkouts">Checkouts begun.</param>
/// <param name="CheckoutRate">Share of checkouts without an order after them, and the year before.</param>
internal sealed record Abandonment(long Carts, Twin CartRate, long Checkouts, Twin CheckoutRate);
