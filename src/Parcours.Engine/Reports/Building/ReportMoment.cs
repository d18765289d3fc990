using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Engine.Reports.Building;

/// <summary>The date of a report and the dates it is compared with, on one analysis.</summary>
/// <param name="Analysis">The lifecycle on its base.</param>
/// <param name="At">The date, inclusive.</param>
/// <param name="Before">The same a year earlier: the observed year comes after it.</param>
/// <param name="TwoBefore">The same two years earlier: the year before the observed one comes after it.</param>
/// <param name="Facts">When the first and last facts of the base happened.</param>
internal sealed record ReportMoment(LifecycleAnalysis Analysis, Instant At, Instant Before, Instant TwoBefore, FactSpan Facts)
{
    private readonly Lazy<HistoryBase> _orders = new(() => OrderHolders.Of(Analysis.Histories, Analysis.Definition.Subject));

    /// <summary>The base.</summary>
    public HistoryBase Histories => Analysis.Histories;

    /// <summary>The base with the histories of one type of subject alone, the lifecycle's where it has orders: what orders are counted over.</summary>
    public HistoryBase Orders => _orders.Value;

    /// <summary>The calendar.</summary>
    public Calendar Calendar => Analysis.Histories.Calendar;

    /// <summary>The spans of every subject.</summary>
    public Timelines Timelines => Analysis.Timelines;

    /// <summary>Whether there is a state of a year earlier to compare with.</summary>
    public bool HasYearEarlier => Facts.First <= Before;

    /// <summary>Whether there is a whole year before the observed one to compare with.</summary>
    public bool HasTwoYears => Facts.First <= TwoBefore;

    /// <summary>Puts the dates together.</summary>
    public static ReportMoment Of(LifecycleAnalysis analysis, Instant at)
    {
        Instant before = YearEarlier.Of(at, analysis.Histories.Calendar);
        return new(analysis, at, before, YearEarlier.Of(before, analysis.Histories.Calendar), FactSpan.Of(analysis.Histories));
    }

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(Instant at) => Calendar.DateOf(Calendar.DayOf(at));
}
