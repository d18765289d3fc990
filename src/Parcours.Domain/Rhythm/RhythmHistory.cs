using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rhythm;

/// <summary>
/// How often the customers of a base bought, as known at the first instant of each month (workspace zone): the distribution of the
/// customers' own median gaps, each customer with a gap counting once, and beside it the distribution of all gaps.
/// A gap is a number of whole local days between two distinct purchase days in a row; orders cancelled or refunded in full by then are left out.
/// Holds from the month of the first fact to the month after the last one.
/// </summary>
public sealed class RhythmHistory
{
    private readonly int[] _customers; // per month, customers by twice their median gap
    private readonly int[] _gaps;      // per month, gaps by days
    private readonly int _medianBins;
    private readonly int _gapBins;
    private readonly long[] _customerTotals;
    private readonly long[] _gapTotals;

    internal RhythmHistory(Instant[] starts, int[] customers, int[] gaps)
    {
        Starts = starts;
        _customers = customers;
        _gaps = gaps;
        _medianBins = starts.Length == 0 ? 0 : customers.Length / starts.Length;
        _gapBins = starts.Length == 0 ? 0 : gaps.Length / starts.Length;
        _customerTotals = Totals(customers, _medianBins);
        _gapTotals = Totals(gaps, _gapBins);
    }

    /// <summary>The first instant of each month: what is known there holds until the next, the last one for ever. Empty for a base without facts.</summary>
    public IReadOnlyList<Instant> Starts { get; }

    /// <summary>Computes it in one pass over the histories.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="last">The last month is the one after this instant's; facts that matter only later are left out.</param>
    /// <param name="category">A category's term: gaps between orders with a line of that category; 0 for all orders.</param>
    public static RhythmHistory Compute(HistoryBase histories, Instant last, int category = 0) =>
        RhythmScan.Run(histories, last, category);

    /// <summary>The month whose knowledge holds at an instant, by its place; -1 before the first.</summary>
    public int MonthAt(Instant at)
    {
        int found = ((Instant[])Starts).AsSpan().BinarySearch(at);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>How many customers had a gap.</summary>
    /// <param name="month">A place in <see cref="Starts"/>.</param>
    public long CustomersAt(int month) => _customerTotals[month];

    /// <summary>A quantile of the customers' median gaps, in days, interpolated linearly (type 7); NaN when no customer had a gap.</summary>
    /// <param name="month">A place in <see cref="Starts"/>.</param>
    /// <param name="share">0 to 1; one half is the median.</param>
    public double DaysAt(int month, double share) =>
        GapCounts.Quantile(_customers.AsSpan(month * _medianBins, _medianBins), _customerTotals[month], share) / 2;

    /// <summary>How many gaps there were, over all customers.</summary>
    /// <param name="month">A place in <see cref="Starts"/>.</param>
    public long GapsAt(int month) => _gapTotals[month];

    /// <summary>A quantile of all gaps, in days: shown beside, never used, because frequent buyers have most of the gaps.</summary>
    /// <param name="month">A place in <see cref="Starts"/>.</param>
    /// <param name="share">0 to 1.</param>
    public double PooledDaysAt(int month, double share) =>
        GapCounts.Quantile(_gaps.AsSpan(month * _gapBins, _gapBins), _gapTotals[month], share);

    private static long[] Totals(int[] counts, int bins)
    {
        long[] totals = new long[bins == 0 ? 0 : counts.Length / bins];
        for (int i = 0; i < totals.Length; i++)
        {
            foreach (int count in counts.AsSpan(i * bins, bins))
            {
                totals[i] += count;
            }
        }

        return totals;
    }
}
