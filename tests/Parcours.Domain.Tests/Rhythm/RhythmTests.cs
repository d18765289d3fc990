using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Rhythm;

public sealed class RhythmTests
{
    [Fact]
    public void Customer_counts_once_whatever_the_number_of_gaps()
    {
        // Own medians 60, 60 and 10; pooled gaps 60, 60, 10 x 7.
        HistoryBase histories = Base(Buys(0, 60), Buys(5, 65), Buys(0, 10, 20, 30, 40, 50, 60, 70));
        RhythmFigures figures = RhythmCounts.At(histories, Day(100)).Figures(0.5);
        Assert.Equal((3, 60.0, 9, 10.0), (figures.Customers, figures.Days, figures.Gaps, figures.PooledDays));
        Assert.True(double.IsNaN(figures.Low)); // three customers make no interval
    }

    [Fact]
    public void Orders_of_one_day_make_no_gap()
    {
        HistoryBase histories = Base(Buys(0, 0, 0), Buys(0, 0, 7));
        RhythmFigures figures = RhythmCounts.At(histories, Day(100)).Figures(0.5);
        Assert.Equal((1, 7.0, 1), (figures.Customers, figures.Days, figures.Gaps));
    }

    [Fact]
    public void Order_cancelled_counts_until_it_is()
    {
        HistoryBase histories = Base([Order(0), Order(10, link: 7), Order(40), Row(FactKind.Cancellation, Day(50), link: 7)]);
        Assert.Equal(20, RhythmCounts.At(histories, Day(49)).Figures(0.5).Days);
        Assert.Equal(40, RhythmCounts.At(histories, Day(50)).Figures(0.5).Days);
    }

    [Fact]
    public void Quantile_is_interpolated_as_type_7()
    {
        HistoryBase histories = Base(Buys(0, 10), Buys(0, 20), Buys(0, 30), Buys(0, 40));
        RhythmCounts counts = RhythmCounts.At(histories, Day(100));
        Assert.Equal(25, counts.Figures(0.5).Days);
        Assert.Equal(37, counts.Figures(0.9).Days, 12);
        Assert.Equal(10, counts.Figures(0).Days);
    }

    [Fact]
    public void Category_counts_orders_with_a_line_of_it()
    {
        // Terms: 1 is a category, 2 a product of it, 3 a product of none.
        var vocabulary = new Vocabulary(["", "tea", "green tea", "cup"], [0, 1, 1, 0], []);
        FactRow[] rows =
        [
            Order(0, link: 1), Row(FactKind.OrderLine, Day(0), 1, 1, 2),
            Order(5, link: 2), Row(FactKind.OrderLine, Day(5), 1, 2, 3),
            Order(30, link: 3), Row(FactKind.OrderLine, Day(30), 1, 3, 2),
        ];
        Assert.Equal(30, RhythmCounts.At(Base(vocabulary, rows), Day(50), 1).Figures(0.5).Days);
        Assert.Equal(15, RhythmCounts.At(Base(vocabulary, rows), Day(50)).Figures(0.5).Days);
    }

    [Fact]
    public void Month_start_knows_what_happens_at_its_very_instant()
    {
        Instant february = Instant.FromUtc(2024, 2, 1);
        HistoryBase histories = Base([Row(FactKind.Order, Instant.FromUtc(2024, 1, 2), 1), Row(FactKind.Order, february, 1)]);
        var history = RhythmHistory.Compute(histories, february);
        Assert.Equal(["2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"], history.Starts.Select(start => start.ToString()));
        Assert.Equal([0L, 1, 1], Enumerable.Range(0, 3).Select(history.CustomersAt));
        Assert.Equal(30, history.DaysAt(1, 0.5));
        Assert.Equal(-1, history.MonthAt(new Instant(history.Starts[0].Micros - 1)));
        Assert.Equal(1, history.MonthAt(february));
        Assert.Equal(2, history.MonthAt(Instant.Never));
    }

    [Fact]
    public void Months_equal_the_point_query_at_each_of_them() =>
        Prop.ForAll(Any(), subjects =>
        {
            HistoryBase histories = Base(subjects);
            Instant last = FactSpan.Of(histories) is { IsEmpty: false } span ? span.Last : Day(0);
            var history = RhythmHistory.Compute(histories, last);
            return Enumerable.Range(0, history.Starts.Count).All(month =>
            {
                RhythmFigures figures = RhythmCounts.At(histories, history.Starts[month]).Figures(0.3);
                return history.CustomersAt(month) == figures.Customers && history.GapsAt(month) == figures.Gaps
                    && history.DaysAt(month, 0.3).Equals(figures.Days) && history.PooledDaysAt(month, 0.3).Equals(figures.PooledDays);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_arrival_does_not_show() =>
        Prop.ForAll(Any(), subjects =>
        {
            FactRow[][] shuffled = [.. subjects.Select(rows => rows.OrderByDescending(row => row.Fact.Value).ThenBy(row => row.Link).ToArray())];
            return RhythmCounts.At(Base(subjects), Day(600)).Figures(0.5) == RhythmCounts.At(Base(shuffled), Day(600)).Figures(0.5)
                && ComeBack.At(Base(subjects), Day(600), Period.OfDays(40)) == ComeBack.At(Base(shuffled), Day(600), Period.OfDays(40));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Come_back_counts_each_customer_by_the_first_time_with_a_full_wait()
    {
        HistoryBase histories = Base(
            Buys(0, 100),  // declared on day 60, back on day 100
            Buys(0, 60),   // ordered at the very instant: never declared
            Buys(0, 240),  // declared on day 60, back one day too late
            Buys(0),       // never back
            Buys(70));     // declared on day 130: not waited for long enough
        Assert.Equal(new ComeBack(4, 1), ComeBack.At(histories, Day(300), Period.OfDays(60)));
        Assert.Equal(0.25, ComeBack.At(histories, Day(300), Period.OfDays(60)).Share);
    }

    [Fact]
    public void Threshold_keeps_to_its_floor_and_ceiling()
    {
        var rule = new ThresholdRule("inactive_after", null, 0.5, 3, Period.OfDays(30), new Period(36, 0, 0), false, 1, null);
        Assert.Equal(Period.OfDays(183), rule.From(61, 10));
        Assert.Equal(Period.OfDays(30), rule.From(2, 10));
        Assert.Equal(new Period(36, 0, 0), rule.From(500, 10));
        Assert.Equal(new Period(36, 0, 0), rule.From(double.NaN, 0));
    }

    [Fact]
    public void Own_rhythm_is_drawn_towards_the_base()
    {
        Assert.Equal(60, OwnRhythm.Shrunk([], 60), 9);
        Assert.Equal(60, OwnRhythm.Shrunk([60, 60], 60), 9);
        Assert.Equal(Math.Exp((Math.Log(10) + (5 * Math.Log(60))) / 6), OwnRhythm.Shrunk([10], 60), 9);
    }

    [Fact]
    public void Cdnow_customers_buy_every_65_days_where_gaps_say_34()
    {
        RhythmFigures figures = RhythmCounts.At(Cdnow, Instant.FromUtc(1998, 7, 1)).Figures(0.5);
        Assert.InRange(figures.Days, 64, 66);
        Assert.InRange(figures.PooledDays, 33, 35);
        Assert.True(figures.Low <= figures.Days && figures.Days <= figures.High && figures.High - figures.Low < 5);
        var history = RhythmHistory.Compute(Cdnow, Instant.FromUtc(1998, 6, 30));
        Assert.Equal(figures.Days, history.DaysAt(history.Starts.Count - 1, 0.5));
    }
}
