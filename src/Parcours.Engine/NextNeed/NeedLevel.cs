using Parcours.Domain.Facts;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>What was bought, at one level: products, or their categories. Items are numbered by the ordinal order of their texts, so that ties follow it.</summary>
/// <param name="Baskets">The baskets; a customer's number is its subject's index.</param>
/// <param name="Terms">The term of each item.</param>
/// <param name="Amounts">What a basket that holds the item spends on it on average, in the base's currency; null where no price is known.</param>
public sealed record NeedLevel(Baskets Baskets, IReadOnlyList<int> Terms, IReadOnlyList<Money?> Amounts);
