using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

public sealed class PurchaseTableTests
{
    private const int First = 19723; // 2024-01-01

    [Fact]
    public void Orders_of_one_day_are_one_purchase_and_the_first_is_no_repeat()
    {
        HistoryBase histories = OrderBases.Base(
            [OrderBases.Order(0, 1000), OrderBases.Order(0, 500), OrderBases.Order(10, 300), OrderBases.Order(10, 100), OrderBases.Order(25, 700)],
            [OrderBases.Order(30, 900)]);

        var table = PurchaseTable.Compute(histories, OrderBases.Day(20), OrderBases.Day(40));

        Assert.Equal([new CustomerPurchases(0, 2, First, First + 10, 1500, 400, 1, 700)], table.Customers);
        Assert.Equal((First + 20, First + 40, 1, 0), (table.CutDay, table.EndDay, table.Gaps, table.OtherCurrency));
        Assert.Equal(Math.Log(10), table.SumOfLogGapDays);
    }

    [Fact]
    public void Order_refunded_in_full_is_out_with_its_refund_and_what_is_given_back_belongs_to_its_day()
    {
        HistoryBase histories = OrderBases.Base(
            [
                OrderBases.Order(0, 1000, link: 1), OrderBases.Order(10, 300, link: 2), OrderBases.Order(20, 800, link: 3),
                OrderBases.Row(FactKind.Refund, OrderBases.Day(21), 300, link: 2),
                OrderBases.Row(FactKind.Refund, OrderBases.Day(22), 250, link: 1),
                OrderBases.Row(FactKind.OrderAdjusted, OrderBases.Day(23), 50, link: 3),
                OrderBases.Row(FactKind.Refund, OrderBases.Day(24), 30),
            ],
            [OrderBases.Order(5, 100, link: 4), OrderBases.Row(FactKind.Cancellation, OrderBases.Day(6), link: 4)]);

        Assert.Equal([new CustomerPurchases(0, 2, First, First + 20, 750, 820, 0, 0)], PurchaseTable.Compute(histories, OrderBases.Day(40)).Customers);
        Assert.Equal([new CustomerPurchases(0, 3, First, First + 20, 1000, 1100, 0, 0)], PurchaseTable.Compute(histories, OrderBases.Day(20)).Customers.Take(1));
    }

    [Fact]
    public void Amount_in_another_currency_is_a_purchase_without_spend()
    {
        HistoryBase histories = OrderBases.Base([OrderBases.Order(0), OrderBases.Row(FactKind.Order, OrderBases.Day(3), 9900, currency: 2)]);

        var table = PurchaseTable.Compute(histories, OrderBases.Day(10));

        Assert.Equal([new CustomerPurchases(0, 2, First, First + 3, 1000, 0, 0, 0)], table.Customers);
        Assert.Equal(1, table.OtherCurrency);
    }

    [Fact]
    public void Base_without_a_purchase_has_no_customer() =>
        Assert.Empty(PurchaseTable.Compute(OrderBases.Base([OrderBases.Order(9)]), OrderBases.Day(5), OrderBases.Day(50)).Customers);

    [Fact]
    public void Days_are_those_of_the_rhythm_and_later_days_those_of_a_later_cut()
    {
        Prop.ForAll(OrderBases.Any(), Gen.Choose(0, 700).ToArbitrary(), (rows, day) =>
        {
            HistoryBase histories = OrderBases.Base(rows);
            Instant cut = Calendar.Utc.EndOfDay(First + day);
            var table = PurchaseTable.Compute(histories, cut, OrderBases.Day(900));
            foreach (CustomerPurchases customer in table.Customers)
            {
                int[] known = Read(histories[customer.Subject].Until(cut));
                Assert.Equal((known.Length, known[0], known[^1]), (customer.Days, customer.FirstDay, customer.LastDay));
                Assert.Equal(Read(histories[customer.Subject]).Count(later => later > First + day), customer.LaterDays);
            }

            Assert.Equal(Enumerable.Range(0, rows.Length).Count(subject => Read(histories[subject].Until(cut)).Length > 0), table.Customers.Length);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Cdnow_has_the_published_purchases_after_september_1997()
    {
        HistoryBase histories = OrderBases.Cdnow;
        var table = PurchaseTable.Compute(
            histories, histories.Calendar.EndOfDay(Calendar.DayOf(new DateOnly(1997, 9, 30))), histories.Calendar.EndOfDay(Calendar.DayOf(new DateOnly(1998, 6, 30))));

        Assert.Equal(23_570, table.Customers.Length);
        Assert.Equal(19_684, table.Customers.Sum(customer => customer.LaterDays));
        Assert.Equal(9_450, table.Customers.Count(customer => customer.RepeatSpend > 0));
    }

    private static int[] Read(History history)
    {
        var reader = new PurchaseDays(new LocalDays(Calendar.Utc, OrderBases.Day(0), OrderBases.Day(900)), Vocabulary.Empty, 0);
        reader.Read(history);
        return reader.Days.ToArray();
    }
}
