using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Experiments;

public sealed class AssignmentsTests
{
    private const int Winter = 1;
    private const int Spring = 2;
    private const int Control = 3;
    private const int Offer = 4;
    private static readonly Vocabulary Words = new(["", "Winter", "Spring", Arms.Control, "offer"], [], []);

    [Fact]
    public void First_draw_of_a_campaign_counts_and_campaigns_without_a_control_arm_do_not()
    {
        HistoryBase histories = OrderBases.Base(Words, [Draw(10, Winter, Control), Draw(12, Winter, Offer), Draw(20, Spring, Offer)], [Draw(11, Winter, Offer)], []);

        Assert.Equal(
            [new Assignment(0, Winter, OrderBases.Day(10), false), new Assignment(1, Winter, OrderBases.Day(11), true)],
            Assignments.Of(histories, SubjectType.Customer, OrderBases.Day(99)));
        Assert.Empty(Assignments.Of(histories, SubjectType.Account, OrderBases.Day(99)));
    }

    [Fact]
    public void Draws_after_the_date_are_not_known()
    {
        HistoryBase histories = OrderBases.Base(Words, [Draw(30, Winter, Control)], [Draw(11, Winter, Offer)]);

        Assert.Empty(Assignments.Of(histories, SubjectType.Customer, OrderBases.Day(20)));
        Assert.Equal(2, Assignments.Of(histories, SubjectType.Customer, OrderBases.Day(30)).Length);
        Assert.Empty(Assignments.Of(OrderBases.Base([OrderBases.Order(1)]), SubjectType.Customer, OrderBases.Day(99)));
    }

    [Fact]
    public void Spend_after_a_draw_is_net_and_stops_at_its_end()
    {
        HistoryBase histories = OrderBases.Base(
            [
                OrderBases.Order(1, 5000, 1), OrderBases.Order(10, 1000, 2), OrderBases.Order(12, 2000, 3), OrderBases.Row(FactKind.Refund, OrderBases.Day(14), 500, 3),
                OrderBases.Order(15, 700, 4), OrderBases.Row(FactKind.Cancellation, OrderBases.Day(16), link: 4), OrderBases.Order(40, 9000, 5),
            ]);
        var spend = new SpendAfter(OrderBases.Euro);

        Assert.Equal(1500, spend.Of(histories[0], OrderBases.Day(10), OrderBases.Day(39)));
        Assert.Equal(2000, spend.Of(histories[0], OrderBases.Day(10), OrderBases.Day(13)));
        Assert.Equal(0, spend.Of(histories[0], OrderBases.Day(40), OrderBases.Day(99)));
    }

    private static FactRow Draw(int day, int campaign, int arm) => OrderBases.Row(FactKind.Assignment, OrderBases.Day(day), arm, item: campaign, currency: 0);
}
