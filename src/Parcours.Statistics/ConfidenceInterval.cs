namespace Parcours.Statistics;

/// <summary>A 95 % confidence interval: in the unit of the estimate it belongs to. What has no interval is null, never an interval without width.</summary>
/// <param name="Low">The lower end, at most <paramref name="High"/>.</param>
/// <param name="High">The upper end.</param>
public readonly record struct ConfidenceInterval(double Low, double High)
{
    /// <summary>z(0.975): how many standard errors lie between a normal estimate and either end.</summary>
    internal const double StandardErrors = 1.959963984540054;
}
