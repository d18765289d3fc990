using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Model;

/// <summary>What the report is about.</summary>
/// <param name="Lifecycle">The name of the lifecycle.</param>
/// <param name="LifecycleId">Its identifier.</param>
/// <param name="At">The date the report stands at, included.</param>
/// <param name="From">The day the observed year begins after: a year before <paramref name="At"/>.</param>
/// <param name="FirstFact">The local day of the first fact; null for an empty base.</param>
/// <param name="Subjects">How many subjects the lifecycle covers at the date.</param>
/// <param name="Facts">How many facts the base holds.</param>
/// <param name="Currency">The workspace's currency; 0 for none.</param>
/// <param name="ZoneId">The IANA zone of the calendar.</param>
internal sealed record ReportScope(
    LocalText Lifecycle, string LifecycleId, DateOnly At, DateOnly From, DateOnly? FirstFact, long Subjects, long Facts, byte Currency, string ZoneId)
{
    /// <summary>Whether the lifecycle is of accounts, not of customers.</summary>
    public bool IsOfAccounts { get; init; }

    /// <summary>Whether the observed window is the year before the date, and not from a date of choice.</summary>
    public bool IsOfAYear { get; init; } = true;
}
