using Parcours.Domain.Facts;

namespace Parcours.Engine.NextNeed;

/// <summary>How many customers are likely to want something next.</summary>
/// <param name="Level">Product or category.</param>
/// <param name="Term">Its term.</param>
/// <param name="Customers">Customers who have it in their lists.</param>
/// <param name="ExpectedCustomers">The sum of their probabilities; null where these are not known.</param>
/// <param name="ExpectedValue">The sum of their expected values; null where these are not known.</param>
public sealed record NextDemand(NeedLevelKind Level, int Term, int Customers, double? ExpectedCustomers, Money? ExpectedValue);
