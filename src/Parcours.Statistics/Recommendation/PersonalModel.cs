namespace Parcours.Statistics.Recommendation;

/// <summary>
/// Personal frequency: an item's score is the number of the customer's baskets that held it, each weighing less as it ages, plus shrinkage times the share of all baskets
/// that hold it. Over the customer's own baskets plus the shrinkage, that is the mean of a Beta law centred on the base rate.
/// </summary>
/// <param name="HalfLife">In days, above 0: a basket that much older than the customer's last weighs half; <see cref="double.PositiveInfinity"/> for no fading.</param>
/// <param name="Shrinkage">In baskets, 0 or more: how many baskets of everybody weigh as much as one of the customer's own; at 0, best-sellers only break ties.</param>
public readonly record struct PersonalModel(double HalfLife, double Shrinkage)
{
    /// <summary>The models that a backtest chooses from.</summary>
    public static IReadOnlyList<PersonalModel> Candidates { get; } =
    [
        .. from halfLife in new[] { 30.0, 90.0, 365.0, double.PositiveInfinity } from shrinkage in new[] { 0.0, 10.0, 30.0, 100.0 } select new PersonalModel(halfLife, shrinkage),
    ];
}
