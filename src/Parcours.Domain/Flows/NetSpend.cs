using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>The net spend of every subject: orders and their adjustments less refunds, cancelled orders left out, in the base's currency.</summary>
public static class NetSpend
{
    /// <summary>The net spend up to an instant, in minor units, by subject.</summary>
    public static long[] PerSubject(HistoryBase histories, Instant at)
    {
        long[] spend = new long[histories.SubjectCount];
        SubjectRanges.Fold(histories.SubjectCount, () => new NetOrders(histories.Currency), (orders, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                orders.Read(histories[subject].Until(at));
                spend[subject] = orders.Spend;
            }
        }, (_, _) => { });
        return spend;
    }
}
