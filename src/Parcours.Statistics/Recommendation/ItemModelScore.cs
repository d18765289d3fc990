namespace Parcours.Statistics.Recommendation;

/// <summary>What the choice of the item-item model rests on.</summary>
/// <param name="Model">A model tried.</param>
/// <param name="New">How well it found new items in each customer's last basket but one, from the baskets before that.</param>
public sealed record ItemModelScore(ItemModel Model, RankingScore New);
