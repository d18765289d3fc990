using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

public sealed class TableMonthsTests
{
    [Fact]
    public void Month_after_one_without_any_fact_has_no_table_whether_facts_follow_or_not()
    {
        FactRow[] first = [At(2024, 1, 5), At(2024, 1, 20)];
        FactRow[] later = [At(2024, 4, 10), At(2024, 6, 1)]; // the last at the first instant of its month

        Assert.Equal(["2024-01-01", "2024-02-01"], Months(OrderBases.Base(first)));
        Assert.Equal(["2024-01-01", "2024-02-01", "2024-05-01", "2024-06-01"], Months(OrderBases.Base([.. first, .. later])));
        Assert.Equal(["2024-01-01", "2024-02-01", "2024-05-01", "2024-06-01"], Months(OrderBases.Base(first, later)));
    }

    private static FactRow At(int year, int month, int day) => OrderBases.Row(FactKind.Order, Instant.FromUtc(year, month, day), 1000);

    private static IEnumerable<string> Months(HistoryBase histories) => TableMonths.Of(histories, FactSpan.Of(histories)).Select(start => new Instant(start).ToString()[..10]);
}
