using Parcours.Domain.Facts;

namespace Parcours.Engine.NextNeed;

/// <summary>Something a customer is likely to want next.</summary>
/// <param name="Term">The product's or category's term.</param>
/// <param name="Probability">
/// How often, in the backtest, what stood at this rank of such a list was in the customer's next basket, 0 to 1; null where too few customers tell. It is a rate of the
/// rank over all customers, not of this customer alone.
/// </param>
/// <param name="ExpectedValue">Probability times what a basket that holds it spends on it; null where either is not known.</param>
/// <param name="Reason">Why.</param>
public sealed record Need(int Term, double? Probability, Money? ExpectedValue, NeedReason Reason);
