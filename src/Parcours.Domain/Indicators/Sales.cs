using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Indicators;

/// <summary>Customers, orders and amounts of a window. Amounts are in minor units of the base's currency.</summary>
/// <param name="Subjects">Subjects known at its end.</param>
/// <param name="Customers">Those with an order that counts, ever.</param>
/// <param name="Buyers">Those with an order in the window.</param>
/// <param name="NewCustomers">Those whose first order is in the window.</param>
/// <param name="Orders">Orders in the window.</param>
/// <param name="Revenue">What was ordered in it, refunds not taken off.</param>
/// <param name="Refunds">What was given back in it.</param>
/// <param name="OtherCurrency">Amounts of the window left out because they are in another currency.</param>
public sealed record Sales(
    long Subjects, long Customers, long Buyers, long NewCustomers, long Orders, long Revenue, long Refunds, long OtherCurrency)
{
    /// <summary>Revenue less refunds.</summary>
    public long Spend => Revenue - Refunds;

    /// <summary>Net spend by order, in minor units; NaN without an order.</summary>
    public double AverageBasket => Orders == 0 ? double.NaN : (double)Spend / Orders;

    /// <summary>Orders by buyer; NaN without a buyer.</summary>
    public double OrdersPerBuyer => Buyers == 0 ? double.NaN : (double)Orders / Buyers;

    /// <summary>Computes them in one pass.</summary>
    public static Sales Compute(HistoryBase histories, Window window)
    {
        long[] sums = SubjectRanges.Count(histories.SubjectCount, 8, (partial, from, to) =>
        {
            var net = new NetOrders(histories.Currency);
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject].Until(window.To);
                if (history.IsEmpty)
                {
                    continue;
                }

                net.Read(history, window.After);
                partial[0]++;
                partial[1] += net.Count + net.Earlier > 0 ? 1 : 0;
                partial[2] += net.Count > 0 ? 1 : 0;
                partial[3] += net.Count > 0 && net.Earlier == 0 ? 1 : 0;
                partial[4] += net.Count;
                partial[5] += net.Gross;
                partial[6] += net.Refunds;
                partial[7] += net.OtherCurrency;
            }
        });
        return new(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]);
    }
}
