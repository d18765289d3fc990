using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Customers;

/// <summary>What one subject ordered up to a date. Amounts are minor units of the base's currency; those in another are in no sum.</summary>
/// <param name="Count">How many orders count: those cancelled or refunded in full do not.</param>
/// <param name="FirstAt">The first of them; null when there is none.</param>
/// <param name="LastAt">The last of them; null when there is none.</param>
/// <param name="Gross">What was ordered.</param>
/// <param name="Refunds">What was given back.</param>
/// <param name="OtherCurrency">How many amounts were left out for their currency.</param>
/// <param name="GapMedianDays">The median of the whole days between purchase days; null with fewer than two.</param>
public sealed record CustomerOrders(int Count, Instant? FirstAt, Instant? LastAt, long Gross, long Refunds, int OtherCurrency, double? GapMedianDays)
{
    /// <summary>Gross less refunds.</summary>
    public long Spend => Gross - Refunds;

    /// <summary>Reads one history of a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="subject">The subject's index.</param>
    /// <param name="at">Facts after it do not count.</param>
    public static CustomerOrders Of(HistoryBase histories, int subject, Instant at)
    {
        History history = histories[subject].Until(at);
        var orders = new NetOrders(histories.Currency);
        orders.Read(history);
        var days = new PurchaseDays(new LocalDays(histories.Calendar, history.IsEmpty ? at : history.Facts[0].At, at), histories.Vocabulary, 0);
        days.Read(history);
        var gaps = new OwnGaps();
        gaps.ReadFrom(days.Days);
        bool any = orders.Count > 0;
        return new CustomerOrders(
            orders.Count, any ? orders.FirstAt : null, any ? orders.LastAt : null, orders.Gross, orders.Refunds, orders.OtherCurrency, gaps.Count == 0 ? null : gaps.TwiceMedian / 2.0);
    }
}
