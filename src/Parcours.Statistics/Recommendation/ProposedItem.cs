namespace Parcours.Statistics.Recommendation;

/// <summary>An item proposed to a customer.</summary>
/// <param name="Item">The item.</param>
/// <param name="Score">What it is ranked by: comparable within one list only.</param>
/// <param name="Because">The item the customer bought that speaks most for it; -1 for what is bought again and for what only sells well.</param>
/// <param name="HitRate">
/// How often, in the backtest, the item at this rank of such a list was in the customer's next basket, 0 to 1; null without a backtest, or where too few lists tell.
/// </param>
public readonly record struct ProposedItem(int Item, double Score, int Because, double? HitRate);
