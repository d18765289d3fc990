using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions;

/// <summary>A base cut at a date, as the models of purchase and spend read it.</summary>
/// <param name="Table">The purchases of each customer, and those of a later window if one was asked for.</param>
/// <param name="Unit">The unit of time of the summaries.</param>
/// <param name="MinorUnits">How many minor units make one of the base's currency.</param>
public sealed record PurchaseHistory(PurchaseTable Table, CalendarUnit Unit, long MinorUnits)
{
    /// <summary>How many customers bought by the cut.</summary>
    public int Count => Table.Customers.Length;

    /// <summary>The length of the later window in units of time; 0 without one.</summary>
    public double LaterWindow => (Table.EndDay - Table.CutDay) / DaysIn(Unit);

    /// <summary>The sum of the logarithms of the times between purchases, in units of time.</summary>
    public double SumOfLogGaps => Table.SumOfLogGapDays - (Table.Gaps * Math.Log(DaysIn(Unit)));

    /// <summary>Reads a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The last instant that is known.</param>
    /// <param name="unit">The unit of time.</param>
    /// <param name="end">The end of a later window to count purchases in; none when not after the cut.</param>
    public static PurchaseHistory Of(HistoryBase histories, Instant cut, CalendarUnit unit = CalendarUnit.Week, Instant end = default) =>
        new(PurchaseTable.Compute(histories, cut, end), unit, Currencies.MinorUnits(histories.Currency));

    /// <summary>How many days a unit of time has: 7 for a week; months, quarters and years by their mean in the Gregorian calendar.</summary>
    public static double DaysIn(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => 1,
        CalendarUnit.Week => 7,
        CalendarUnit.Month => 365.2425 / 12,
        CalendarUnit.Quarter => 365.2425 / 4,
        _ => 365.2425,
    };

    /// <summary>When each customer bought, in the order of the table.</summary>
    public PurchaseSummary[] Summaries()
    {
        double days = DaysIn(Unit);
        return [.. Table.Customers.Select(customer => new PurchaseSummary(
            customer.Repeats, (customer.LastDay - customer.FirstDay) / days, (Table.CutDay - customer.FirstDay) / days))];
    }

    /// <summary>How much each customer spent on a repeat purchase day, on average, in whole units of the base's currency; in the order of the table.</summary>
    public SpendSummary[] Spends() =>
        [.. Table.Customers.Select(customer => new SpendSummary(
            customer.Repeats, customer.Repeats == 0 ? 0 : (double)customer.RepeatSpend / MinorUnits / customer.Repeats))];
}
