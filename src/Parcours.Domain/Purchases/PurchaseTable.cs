using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

/// <summary>
/// The purchases of every customer of a base as known at a cut: what models of purchase and spend are fitted on. A purchase is a local day with an order that
/// counts; orders cancelled or refunded in full by the cut are out. Spend is net: adjustments and refunds belong to the day of their order, or, when no
/// order is known, to the last purchase day before them.
/// </summary>
/// <param name="Customers">Those with a purchase by the cut, in the order of the base.</param>
/// <param name="CutDay">The local day number of the cut: ages are counted to it.</param>
/// <param name="EndDay">The local day number of the end of the later window; <paramref name="CutDay"/> without one.</param>
/// <param name="Gaps">How many times between two purchases in a row there are by the cut.</param>
/// <param name="SumOfLogGapDays">The sum of the natural logarithms of those times, in days.</param>
/// <param name="OtherCurrency">How many amounts are in another currency than the base's, and so in no sum.</param>
public sealed record PurchaseTable(CustomerPurchases[] Customers, int CutDay, int EndDay, long Gaps, double SumOfLogGapDays, long OtherCurrency)
{
    /// <summary>Reads a base in one parallel pass; the number of threads changes nothing.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The last instant that is known.</param>
    /// <param name="end">The end of a later window, from the day after the cut's; no window when it is not after the cut.</param>
    public static PurchaseTable Compute(HistoryBase histories, Instant cut, Instant end = default) => PurchaseScan.Run(histories, cut, end < cut ? cut : end);
}
