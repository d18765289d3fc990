namespace Parcours.Statistics.Value;

/// <summary>What is meant by a customer's value: over which time, at which discount, of turnover or of margin.</summary>
/// <param name="Horizon">How far ahead, in the models' unit of time; 0 or more. Infinite for the residual lifetime value, which needs a discount.</param>
/// <param name="Rate">The discount rate, in the same unit.</param>
/// <param name="Margin">What is left of one unit of spend: 1 for turnover, .3 for a margin of 30 %; finite, above 0.</param>
public sealed record ValueTerms(double Horizon, DiscountRate Rate, double Margin = 1)
{
    /// <summary>Refuses terms without a meaning: a fault of the caller.</summary>
    internal void Check()
    {
        if (!(Horizon >= 0) || (double.IsInfinity(Horizon) && Rate.PerUnit == 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Horizon), Horizon, "0 or more, and finite when nothing is discounted.");
        }

        if (!(Margin > 0) || !double.IsFinite(Margin))
        {
            throw new ArgumentOutOfRangeException(nameof(Margin), Margin, "Above 0, and finite.");
        }
    }
}
