using Parcours.Statistics;

namespace Parcours.Engine.Value;

/// <summary>Expected spend as margin, where product costs are known.</summary>
/// <param name="Rate">Margin over revenue in the lines with a known cost; may be below 0.</param>
/// <param name="Covered">The share of all revenue that those lines are, 0 to 1: the rest is taken to have the same rate.</param>
/// <param name="Total">The expected margin of all customers, in whole units of the base's currency.</param>
/// <param name="TotalInterval">Its interval; null when there is none. Costs are taken as known.</param>
public sealed record ValueMargin(double Rate, double Covered, double Total, ConfidenceInterval? TotalInterval);
