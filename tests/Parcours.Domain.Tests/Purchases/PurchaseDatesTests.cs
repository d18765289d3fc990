using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Purchases;

public sealed class PurchaseDatesTests
{
    private const int First = 19723; // 2024-01-01

    private static readonly HistoryBase Histories = OrderBases.Base(
        [OrderBases.Order(0), OrderBases.Order(0), OrderBases.Order(10, 300, link: 2), OrderBases.Order(25), OrderBases.Row(FactKind.Cancellation, OrderBases.Day(11), link: 2)],
        [OrderBases.Order(5), OrderBases.Order(25), OrderBases.Order(30)],
        [OrderBases.Order(20), OrderBases.Order(25)],
        []);

    [Fact]
    public void Days_of_a_customer_are_distinct_and_known_at_the_cut()
    {
        Assert.Equal([First, First + 25], PurchaseDates.Of(Histories, 0, OrderBases.Day(40)));
        Assert.Equal([First + 5, First + 25], PurchaseDates.Of(Histories, 1, OrderBases.Day(29)));
        Assert.Empty(PurchaseDates.Of(Histories, 3, OrderBases.Day(40)));
    }

    [Fact]
    public void Repeats_are_counted_by_day_for_customers_known_by_then()
    {
        long[] counts = PurchaseDates.RepeatsByDay(Histories, OrderBases.Day(30), First, First + 10);

        Assert.Equal(31, counts.Length);
        Assert.Equal((2, 1, 3), (counts[25], counts[30], counts.Sum()));
        Assert.Equal(3, PurchaseDates.RepeatsByDay(Histories, OrderBases.Day(30), First, First + 20)[25]);
        Assert.Equal([1], PurchaseDates.RepeatsByDay(Histories, OrderBases.Day(30), First + 30, First + 10));
        Assert.Empty(PurchaseDates.RepeatsByDay(Histories, OrderBases.Day(5), First + 10, First));
    }
}
