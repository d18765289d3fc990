namespace Parcours.Statistics.Recommendation;

/// <summary>
/// What the lists would have found. The last basket of each customer with two or more is held out, and everything is counted on the baskets before it.
/// The item-item model and the fading of old purchases are chosen one basket earlier still (the last basket but one held out, among customers with three or more),
/// so that no basket measured on has taken part in a choice. Every item sold before can be proposed: no sampling of candidates.
/// </summary>
/// <param name="Customers">Customers whose last basket was held out and measured on.</param>
/// <param name="Scores">One for each way of ranking, in the order of <see cref="RankingMethod"/>.</param>
/// <param name="Model">The item-item model chosen.</param>
/// <param name="Personal">The model of personal frequency chosen.</param>
/// <param name="Tried">What the choice of the model rests on; empty when fewer than <see cref="FewestCustomers"/> customers have three baskets, and the choice is then the usual one.</param>
/// <param name="AgainHitRates">How often the first, second... item of the list of what is bought again was in the basket held out, never rising; empty when too few lists tell.</param>
/// <param name="NewHitRates">The same for the list of what is new.</param>
public sealed record NextItemsBacktest(
    int Customers,
    IReadOnlyList<MethodScore> Scores,
    ItemModel Model,
    PersonalModel Personal,
    IReadOnlyList<ItemModelScore> Tried,
    IReadOnlyList<double> AgainHitRates,
    IReadOnlyList<double> NewHitRates)
{
    /// <summary>Below so many customers nothing is chosen and no rate is told.</summary>
    public const int FewestCustomers = 30;

    /// <summary>The most customers measured on: beyond, as many evenly spaced ones.</summary>
    public const int MostCustomers = 20_000;

    /// <summary>The score of a way of ranking.</summary>
    public MethodScore this[RankingMethod method] => Scores[(int)method];
}
