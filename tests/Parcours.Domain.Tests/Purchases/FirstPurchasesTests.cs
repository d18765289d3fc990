using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Purchases;

public sealed class FirstPurchasesTests
{
    private const int First = 19723; // 2024-01-01
    private const int Tea = 1;
    private const int Pots = 2;
    private const int Attribute = 6;

    // Terms: 1 tea, 2 pots (categories), 3 green (tea), 4 teapot (pots), 5 summer (an advertisement), 6 source, 7 fair.
    private static readonly Vocabulary Words = new(["", "tea", "pots", "green", "teapot", "summer", "source", "fair"], [0, Tea, Pots, Tea, Pots], []);

    [Fact]
    public void First_order_that_counts_tells_category_advertisement_and_attribute()
    {
        HistoryBase histories = OrderBases.Base(
            Words,
            [
                OrderBases.Row(FactKind.AttributeChanged, OrderBases.Day(0), 7, item: Attribute),
                OrderBases.Row(FactKind.AdClick, OrderBases.Day(1), item: 5),
                OrderBases.Order(2, 500, link: 1), OrderBases.Row(FactKind.Cancellation, OrderBases.Day(3), link: 1),
                OrderBases.Order(4, 3000, link: 2), OrderBases.Row(FactKind.OrderLine, OrderBases.Day(4), 1000, link: 2, item: 3) with { FactId = 41 },
                OrderBases.Row(FactKind.OrderLine, OrderBases.Day(4), 2000, link: 2, item: 4) with { FactId = 42 },
            ],
            [OrderBases.Order(8), OrderBases.Row(FactKind.AdClick, OrderBases.Day(9), item: 5)],
            [OrderBases.Row(FactKind.AdClick, OrderBases.Day(9), item: 5)]);

        FirstPurchase[] began = FirstPurchases.Compute(histories, OrderBases.Day(30), Attribute);

        Assert.Equal(
            [new FirstPurchase(0, First + 4, Pots, 5, 7, Channel.None, 1, 41), new FirstPurchase(1, First + 8, 0, 0, 0, Channel.None, 1, 0)], began);
        Assert.Equal(PurchaseTable.Compute(histories, OrderBases.Day(30)).Customers.Select(customer => customer.Subject), began.Select(customer => customer.Subject));
        Assert.Equal(First + 2, FirstPurchases.Compute(histories, OrderBases.Day(2), 0)[0].Day);
    }
}
