using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Experiments;

/// <summary>What subjects spent in the time after their draw. Made once for a thread and read again for each history.</summary>
/// <param name="currency">The base's currency: amounts in another are in no sum.</param>
public sealed class SpendAfter(byte currency)
{
    private readonly NetOrders _orders = new(currency);

    /// <summary>
    /// Net spend in minor units: orders and their adjustments less refunds, cancelled orders left out, as known at the end of the time. What was given back for an order from before counts against it.
    /// </summary>
    /// <param name="history">The history.</param>
    /// <param name="after">The draw: facts at or before it do not count.</param>
    /// <param name="until">The end, inclusive.</param>
    public long Of(History history, Instant after, Instant until)
    {
        _orders.Read(history.Until(until), after);
        return _orders.Spend;
    }
}
