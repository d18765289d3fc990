using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Purchases;

public sealed class OpportunityTableTests
{
    // Days from 2024-01-01: February begins on 31, March on 60, April on 91, May on 121, June on 152.
    private static readonly HistoryBase Histories = OrderBases.Base(
        OrderBases.Buys(3, 15, 40, 59, 125, 153),
        OrderBases.Buys(95),
        OrderBases.Buys(122),
        OrderBases.Buys(10, 63, 100));

    [Fact]
    public void Months_after_the_first_are_taken_or_missed()
    {
        var table = OpportunityTable.Compute(Histories, Last(new(2024, 4, 30)), CalendarUnit.Month, Last(new(2024, 6, 30)));

        Assert.Equal(
            [new CustomerOpportunities(0, 1, 1, 3, 2), new CustomerOpportunities(1, 0, 0, 0, 0), new CustomerOpportunities(3, 2, 3, 3, 0)], table.Customers);
        Assert.Equal(2, table.LaterUnits);
    }

    [Fact]
    public void Month_that_the_cut_divides_is_left_out()
    {
        var whole = OpportunityTable.Compute(Histories, Last(new(2024, 4, 30)), CalendarUnit.Month);
        var divided = OpportunityTable.Compute(Histories, Last(new(2024, 5, 30)), CalendarUnit.Month, Last(new(2024, 5, 30)));

        Assert.Equal(whole.Customers, divided.Customers);
        Assert.Equal(whole.LastUnit, divided.LastUnit);
        Assert.Equal(0, divided.LaterUnits);
    }

    private static Instant Last(DateOnly date) => Calendar.Utc.EndOfDay(Calendar.DayOf(date));
}
