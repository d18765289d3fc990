namespace Parcours.Engine.Cohorts;

/// <summary>What is to be expected of the customers who began together. Amounts are whole units of the base's currency, not discounted.</summary>
/// <param name="Name">The period, the source or the category; empty when not known.</param>
/// <param name="Customers">How many; 1 or more.</param>
/// <param name="LifetimeDays">Days that a customer is expected to stay one from now on, counted up to <see cref="MatteringCohorts.LifetimeLimitDays"/>.</param>
/// <param name="Leaving">Of those still there, the share who will leave within the horizon; null when hardly anybody is still there.</param>
/// <param name="Staying">Of all of them, the share who will still be there at the end of the horizon.</param>
/// <param name="LostPerCustomer">What a customer would spend within the horizon beyond the expectation if nobody left in it; null without a model of spend.</param>
/// <param name="Lost">The same for all of them together.</param>
public sealed record MatteringCohort(
    string Name, int Customers, CohortEstimate LifetimeDays, CohortEstimate? Leaving, CohortEstimate Staying, CohortEstimate? LostPerCustomer, CohortEstimate? Lost)
{
    private const int Fewest = 30;

    /// <summary>Whether there are enough customers (30) to be compared with other cohorts.</summary>
    public bool IsRanked => Customers >= Fewest;
}
