namespace Parcours.Statistics.Value;

/// <summary>What customers are expected to be worth, and how sure the expectation is.</summary>
/// <param name="Expected">The expected value of each customer, in the currency of the spend.</param>
/// <param name="Intervals">
/// The interval of each expectation. It holds what the models' parameters leave open, not a customer's own luck: what one customer will really spend
/// scatters far more. Null when fewer than 40 draws were usable: no honest interval exists then.
/// </param>
/// <param name="Total">The expected value of all customers together.</param>
/// <param name="TotalInterval">The interval of the total; null with the others.</param>
public sealed record ValueForecast(double[] Expected, ConfidenceInterval[]? Intervals, double Total, ConfidenceInterval? TotalInterval);
