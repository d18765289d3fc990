using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Indicators;

public sealed class DailySalesTests
{
    [Fact]
    public void Days_sum_to_the_sales_of_their_window()
    {
        (DateOnly first, DateOnly last) = (new(1997, 3, 1), new(1997, 5, 31));
        Instant end = Calendar.Utc.EndOfDay(Calendar.DayOf(last));
        var sales = Sales.Compute(Cdnow, new Window(new(Calendar.Utc.StartOfDay(Calendar.DayOf(first)).Micros - 1), end));
        var days = DailySales.Compute(Cdnow, first, last, end);
        (long Orders, long Revenue, long Refunds)[] all = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => days.On(first.AddDays(day)))];
        Assert.Equal((sales.Orders, sales.Revenue, sales.Refunds), (all.Sum(day => day.Orders), all.Sum(day => day.Revenue), all.Sum(day => day.Refunds)));
        Assert.True(sales.Orders > 10_000);
    }

    [Fact]
    public void Refunds_stand_on_their_own_day_and_cancelled_orders_nowhere()
    {
        HistoryBase histories = Base(
            [Order(10, 3000), Row(FactKind.Refund, Day(12), 500)],
            [Order(11, 900, 7), Row(FactKind.Cancellation, Day(13), 0, 7)]);
        DateOnly start = new(2024, 1, 1);
        var days = DailySales.Compute(histories, start, start.AddDays(20), Day(30));
        Assert.Equal((1, 3000, 0), days.On(start.AddDays(10)));
        Assert.Equal((0, 0, 0), days.On(start.AddDays(11)));
        Assert.Equal((0, 0, 500), days.On(start.AddDays(12)));
        Assert.Equal((0, 0, 0), days.On(start.AddDays(40)));
    }

    [Fact]
    public void What_is_known_later_is_not_looked_at()
    {
        HistoryBase histories = Base([Order(11, 900, 7), Row(FactKind.Cancellation, Day(13), 0, 7)]);
        DateOnly start = new(2024, 1, 1);
        Assert.Equal((1, 900, 0), DailySales.Compute(histories, start, start.AddDays(20), Day(12)).On(start.AddDays(11)));
    }
}
