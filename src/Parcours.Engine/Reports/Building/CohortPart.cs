using Parcours.Domain.Cohorts;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>Cohorts by month, the latest two years of them.</summary>
internal static class CohortPart
{
    private const int MonthsShown = 24;

    public static CohortGrid? Build(ReportMoment moment)
    {
        var table = CohortTable.Compute(moment.Orders, moment.At, CalendarUnit.Month);
        if (table.Cohorts.IsEmpty)
        {
            return null;
        }

        Instant lastEnd = new(moment.Calendar.StartOf(table.LastUnit + 1, CalendarUnit.Month).Micros - 1);
        return new(
            [.. table.Cohorts.Where(cohort => cohort.Unit > table.LastUnit - MonthsShown).Select(cohort => new CohortRow(
                Calendar.DateOf(Calendar.FirstDayOf(cohort.Unit, CalendarUnit.Month)), cohort.Size, cohort.Active,
                [.. cohort.Revenue.Zip(cohort.Refunds, (revenue, refunds) => revenue - refunds)]))],
            lastEnd <= moment.At);
    }
}
