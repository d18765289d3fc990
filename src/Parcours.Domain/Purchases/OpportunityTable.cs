using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

/// <summary>
/// The purchases of every customer of a base as taken and missed opportunities, an opportunity being a calendar unit: a year, a month. Only whole units count:
/// one that the cut falls into the middle of is left out, with its purchases.
/// </summary>
/// <param name="Customers">Those whose first purchase lies in a whole unit, in the order of the base.</param>
/// <param name="Unit">What an opportunity is.</param>
/// <param name="LastUnit">The last whole unit by the cut.</param>
/// <param name="LaterUnits">How many whole units the later window has; 0 without one.</param>
public sealed record OpportunityTable(CustomerOpportunities[] Customers, CalendarUnit Unit, int LastUnit, int LaterUnits)
{
    /// <summary>Reads a base in one parallel pass; the number of threads changes nothing.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The last instant that is known.</param>
    /// <param name="unit">What an opportunity is.</param>
    /// <param name="end">The end of a later window; none when it is not after the cut.</param>
    public static OpportunityTable Compute(HistoryBase histories, Instant cut, CalendarUnit unit, Instant end = default)
    {
        int lastUnit = LastWhole(histories.Calendar, cut, unit);
        int endUnit = Math.Max(lastUnit, LastWhole(histories.Calendar, end, unit));
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty)
        {
            return new OpportunityTable([], unit, lastUnit, endUnit - lastUnit);
        }

        var days = new LocalDays(histories.Calendar, span.First, span.Last);
        List<CustomerOpportunities> all = SubjectRanges.Fold(histories.SubjectCount, () => new List<CustomerOpportunities>(), (own, from, to) =>
        {
            var reader = new DaySpends(days, histories.Currency);
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject];
                reader.Read(history.Until(cut));
                if (reader.Days.IsEmpty || Calendar.UnitOf(reader.Days[0].Day, unit) is var first && first > lastUnit)
                {
                    continue;
                }

                (int taken, int last) = Count(reader.Days, unit, first, lastUnit);
                int later = 0;
                if (endUnit > lastUnit)
                {
                    reader.Read(history.Until(end));
                    (later, _) = Count(reader.Days, unit, lastUnit, endUnit);
                }

                own.Add(new CustomerOpportunities(subject, taken, last, lastUnit - first, later));
            }
        }, static (into, own) => into.AddRange(own));
        return new OpportunityTable([.. all], unit, lastUnit, endUnit - lastUnit);
    }

    private static int LastWhole(Calendar calendar, Instant at, CalendarUnit unit) => Calendar.UnitOf(calendar.DayOf(at) + 1, unit) - 1;

    // Units with a purchase after one and up to another, and the last of them, counted from the first.
    private static (int Taken, int Last) Count(ReadOnlySpan<DaySpend> days, CalendarUnit unit, int after, int upTo)
    {
        int taken = 0;
        int last = after;
        foreach (DaySpend day in days)
        {
            int at = Calendar.UnitOf(day.Day, unit);
            if (at > last && at <= upTo)
            {
                taken++;
                last = at;
            }
        }

        return (taken, last - after);
    }
}
