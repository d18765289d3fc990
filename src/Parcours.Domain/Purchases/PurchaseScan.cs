using System.Runtime.InteropServices;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

/// <summary>The pass behind <see cref="PurchaseTable"/>.</summary>
internal static class PurchaseScan
{
    public static PurchaseTable Run(HistoryBase histories, Instant cut, Instant end)
    {
        int cutDay = histories.Calendar.DayOf(cut);
        int endDay = histories.Calendar.DayOf(end);
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty)
        {
            return new PurchaseTable([], cutDay, endDay, 0, 0, 0);
        }

        var days = new LocalDays(histories.Calendar, span.First, span.Last);
        Partial sum = SubjectRanges.Fold(histories.SubjectCount, () => new Partial(), (own, from, to) =>
        {
            var reader = new DaySpends(days, histories.Currency);
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject];
                reader.Read(history.Until(cut));
                ReadOnlySpan<DaySpend> bought = reader.Days;
                own.OtherCurrency += reader.OtherCurrency;
                if (bought.IsEmpty)
                {
                    continue;
                }

                CustomerPurchases customer = own.Sum(subject, bought);
                if (endDay > cutDay)
                {
                    reader.Read(history.Until(end));
                    customer = WithLater(customer, reader.Days, cutDay);
                }

                own.Customers.Add(customer);
            }
        }, static (into, own) => into.Add(own));
        return new PurchaseTable([.. sum.Customers], cutDay, endDay, sum.Gaps, sum.SumOfLogGapDays, sum.OtherCurrency);
    }

    private static CustomerPurchases WithLater(CustomerPurchases customer, ReadOnlySpan<DaySpend> bought, int cutDay)
    {
        int count = 0;
        long spend = 0;
        for (int i = bought.Length - 1; i >= 0 && bought[i].Day > cutDay; i--)
        {
            count++;
            spend += bought[i].Spend;
        }

        return customer with { LaterDays = count, LaterSpend = spend };
    }

    private sealed class Partial
    {
        public List<CustomerPurchases> Customers { get; } = [];

        public long Gaps { get; private set; }

        public double SumOfLogGapDays { get; private set; }

        public long OtherCurrency { get; set; }

        public CustomerPurchases Sum(int subject, ReadOnlySpan<DaySpend> bought)
        {
            long repeats = 0;
            for (int i = 1; i < bought.Length; i++)
            {
                repeats += bought[i].Spend;
                SumOfLogGapDays += Math.Log(bought[i].Day - bought[i - 1].Day);
            }

            Gaps += bought.Length - 1;
            return new CustomerPurchases(subject, bought.Length, bought[0].Day, bought[^1].Day, bought[0].Spend, repeats, 0, 0);
        }

        public void Add(Partial other)
        {
            Customers.AddRange(CollectionsMarshal.AsSpan(other.Customers));
            Gaps += other.Gaps;
            SumOfLogGapDays += other.SumOfLogGapDays;
            OtherCurrency += other.OtherCurrency;
        }
    }
}
