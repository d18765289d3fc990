namespace Parcours.Statistics.Recommendation;

/// <summary>An item-item model: how items vote for one another, and how a customer's old purchases fade.</summary>
/// <param name="Kind">How an item's vote for another is computed.</param>
/// <param name="Shrinkage">0 or more, in customers: how far votes that few customers stand behind are drawn towards 0.</param>
/// <param name="HalfLife">In days, above 0: a purchase that much older than the customer's last basket weighs half; <see cref="double.PositiveInfinity"/> for no fading.</param>
public readonly record struct ItemModel(ItemModelKind Kind, double Shrinkage, double HalfLife)
{
    /// <summary>How many items each item votes for, at most.</summary>
    public const int Neighbours = 200;

    /// <summary>How many items a ridge regression explains an item by, at most.</summary>
    public const int RidgeNeighbours = 40;

    /// <summary>The models that a backtest chooses from.</summary>
    public static IReadOnlyList<ItemModel> Candidates { get; } =
    [
        .. from votes in new[]
           {
               (ItemModelKind.Cosine, 1.0), (ItemModelKind.Cosine, 10.0), (ItemModelKind.Ridge, 10.0), (ItemModelKind.Ridge, 100.0),
               (ItemModelKind.ConditionalProbability, 3.0), (ItemModelKind.ConditionalProbability, 10.0), (ItemModelKind.ConditionalProbability, 30.0),
               (ItemModelKind.ConditionalProbability, 100.0), (ItemModelKind.ConditionalProbability, 300.0),
           }
           from halfLife in new[] { 90.0, double.PositiveInfinity }
           select new ItemModel(votes.Item1, votes.Item2, halfLife),
    ];
}
