using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Cohorts;

/// <summary>
/// Retention and revenue by cohort, as known at a date, in units of the workspace's calendar: days, ISO weeks, months, quarters or years.
/// A customer belongs to the unit of the first order that counts; orders cancelled or refunded in full are left out.
/// Rows run to the unit of the last fact known at the date.
/// </summary>
public sealed class CohortTable
{
    /// <summary>How many units a row has at most when nothing else is asked for: daily cohorts are followed for a year.</summary>
    public const int DaysFollowed = 366;

    private CohortTable(CalendarUnit by, int lastUnit, ImmutableArray<Cohort> cohorts)
    {
        By = by;
        LastUnit = lastUnit;
        Cohorts = cohorts;
    }

    /// <summary>The unit.</summary>
    public CalendarUnit By { get; }

    /// <summary>The last unit followed.</summary>
    public int LastUnit { get; }

    /// <summary>The cohorts that have a customer, the earliest first.</summary>
    public ImmutableArray<Cohort> Cohorts { get; }

    /// <summary>Computes it in one pass over the histories.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date: later facts are not known.</param>
    /// <param name="by">The unit.</param>
    public static CohortTable Compute(HistoryBase histories, Instant at, CalendarUnit by)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || at < span.First)
        {
            return new CohortTable(by, 0, []);
        }

        var days = new LocalDays(histories.Calendar, span.First, at < span.Last ? at : span.Last);
        var units = new CohortUnits(days, by);
        int followed = by == CalendarUnit.Day ? DaysFollowed : int.MaxValue;
        CohortScan scan = SubjectRanges.FoldExact(histories.SubjectCount, () => new CohortScan(histories.Currency, units, followed), (own, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                own.Read(histories[subject].Until(at));
            }
        }, (into, own) => into.Add(own));
        int last = histories.Calendar.UnitOf(at < span.Last ? at : span.Last, by);
        return new CohortTable(by, last, scan.Cohorts(last));
    }

    /// <summary>The cohort of the same unit a year earlier; null when it has no customer.</summary>
    public Cohort? YearBefore(Cohort cohort)
    {
        int earlier = By switch
        {
            CalendarUnit.Week => cohort.Unit - 52,
            CalendarUnit.Month => cohort.Unit - 12,
            CalendarUnit.Quarter => cohort.Unit - 4,
            CalendarUnit.Year => cohort.Unit - 1,
            _ => Calendar.DayOf(Calendar.DateOf(cohort.Unit).AddYears(-1)),
        };
        return Cohorts.FirstOrDefault(other => other.Unit == earlier);
    }
}
