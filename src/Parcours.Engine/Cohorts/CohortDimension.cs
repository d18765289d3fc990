namespace Parcours.Engine.Cohorts;

/// <summary>The customers of a base by how they began, in one way of telling.</summary>
/// <param name="By">"period" of the first order, "source" or "category" of the first order.</param>
/// <param name="All">All customers as one cohort.</param>
/// <param name="Cohorts">Each of them: periods in order of time, others by name.</param>
public sealed record CohortDimension(string By, MatteringCohort All, IReadOnlyList<MatteringCohort> Cohorts)
{
    /// <summary>Who is expected to stay longest; null when no cohort is large enough.</summary>
    public CohortWinner? LongestLifetime => Winner(cohort => cohort.LifetimeDays);

    /// <summary>Of whom the largest share will leave.</summary>
    public CohortWinner? MostLeaving => Winner(cohort => cohort.Leaving);

    /// <summary>Of whom the largest share will stay.</summary>
    public CohortWinner? MostStaying => Winner(cohort => cohort.Staying);

    /// <summary>Where a customer who leaves takes most with them.</summary>
    public CohortWinner? CostliestChurn => Winner(cohort => cohort.LostPerCustomer);

    /// <summary>Where churn costs most in all; a large cohort comes first easily, so its lead is never called clear.</summary>
    public CohortWinner? LargestLoss =>
        Cohorts.Where(cohort => cohort is { IsRanked: true, Lost: not null, Name.Length: > 0 }).MaxBy(cohort => cohort.Lost!.Value.Interval.Low) is { } first
            ? new CohortWinner(first, false)
            : null;

    private CohortWinner? Winner(Func<MatteringCohort, CohortEstimate?> figure)
    {
        MatteringCohort? first = Cohorts.Where(cohort => cohort.IsRanked && cohort.Name.Length > 0 && figure(cohort) is not null).MaxBy(cohort => figure(cohort)!.Value.Interval.Low);
        return first is null || figure(All) is not { } all ? null : new CohortWinner(first, figure(first)!.Value.Interval.Low > all.Value);
    }
}
