using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Purchases;

public sealed class LineCostsTests
{
    private const int Mug = 1;
    private const int Cup = 2;
    private const int Half = 500;
    private static readonly long[] UnitCosts = [-1, 300, -1];

    [Fact]
    public void Lines_of_products_with_a_known_cost_are_covered_and_orders_that_do_not_count_are_out()
    {
        FactRow three = OrderBases.Row(FactKind.OrderLine, OrderBases.Day(2), 3000, link: 8, item: Mug) with { Extra = Extra.None with { Quantity = 2 * 1000 + Half } };
        HistoryBase histories = OrderBases.Base(
            [
                OrderBases.Order(0, 1500, link: 7), OrderBases.Row(FactKind.OrderLine, OrderBases.Day(0), 1000, link: 7, item: Mug),
                OrderBases.Row(FactKind.OrderLine, OrderBases.Day(0), 500, link: 7, item: Cup),
                OrderBases.Order(2, 3000, link: 8), three,
            ],
            [
                OrderBases.Order(1, 900, link: 9), OrderBases.Row(FactKind.OrderLine, OrderBases.Day(1), 900, link: 9, item: Mug),
                OrderBases.Row(FactKind.Cancellation, OrderBases.Day(3), link: 9), OrderBases.Order(4, 200),
            ]);

        var costs = LineCosts.Compute(histories, OrderBases.Day(10), UnitCosts);

        Assert.Equal([4000, 0], costs.Revenue);
        Assert.Equal([300 + 750, 0], costs.Cost);
        Assert.Equal(4500 + 200, costs.AllRevenue);
        Assert.Equal([1000, 900], LineCosts.Compute(histories, OrderBases.Day(1), UnitCosts).Revenue);
    }
}
