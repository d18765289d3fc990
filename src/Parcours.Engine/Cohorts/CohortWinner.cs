namespace Parcours.Engine.Cohorts;

/// <summary>The cohort that comes first by a figure, chosen by the lower end of the interval, so that a small cohort does not win by chance.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="IsClear">Whether its interval lies wholly above the figure of all customers; when not, the lead may be chance.</param>
public sealed record CohortWinner(MatteringCohort Cohort, bool IsClear);
