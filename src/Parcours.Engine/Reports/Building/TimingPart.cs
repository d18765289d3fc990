using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Timing;

namespace Parcours.Engine.Reports.Building;

/// <summary>When the second order comes, and when customers leave.</summary>
internal static class TimingPart
{
    private const int Second = 2;
    private const string Silence = "inactive_after";

    public static (OrderMoment? Moment, TimingRefusal? Refusal) SecondOrder(ReportMoment moment) => OrderMoment.Compute(moment.Orders, moment.At, Second);

    // Seasons are left to their own verb: which calendars a company goes by is its own choice.
    public static (CriticalPeriods? Periods, TimingRefusal? Refusal) Critical(ReportMoment moment) =>
        CriticalPeriods.Compute(moment.Orders, moment.At, Rule(moment.Analysis.Definition) ?? Rule(BuiltInLifecycles.Find("crm-segments")!)!, []);

    private static ThresholdRule? Rule(LifecycleDefinition definition) => definition.Thresholds.FirstOrDefault(rule => rule.Name == Silence);
}
