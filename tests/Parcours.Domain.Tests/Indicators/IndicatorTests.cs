using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Indicators;

public sealed class IndicatorTests
{
    // Terms: 1 tea and 2 books are categories; 3 and 4 products of them; 5 is nps.
    private static readonly Vocabulary Words = new(["", "tea", "books", "green tea", "novel", "nps"], [0, 1, 2, 1, 2, 0], []);

    private static readonly Window Year = new(Day(100), Day(465));

    [Fact]
    public void Sales_count_the_window_and_know_what_came_before()
    {
        HistoryBase histories = Base(
            [Order(50, 1000), Order(200, 3000), Row(FactKind.Refund, Day(210), 500)],
            [Order(300, 2000)],
            [Order(20, 700)],
            [Order(200, 900, 7), Row(FactKind.Cancellation, Day(201), 0, 7)]);
        var sales = Sales.Compute(histories, Year);
        Assert.Equal(new Sales(4, 3, 2, 1, 2, 5000, 500, 0), sales);
        Assert.Equal(2250, sales.AverageBasket);
        Assert.Equal(1, sales.OrdersPerBuyer);
    }

    [Fact]
    public void Window_a_year_earlier_ends_on_the_same_date()
    {
        var window = Window.YearTo(Calendar.Utc.EndOfDay(Calendar.DayOf(new DateOnly(2024, 2, 29))), Calendar.Utc);
        Assert.Equal(("2023-02-28T23:59:59.999999Z", "2024-02-29T23:59:59.999999Z"), (window.After.ToString(), window.To.ToString()));
        Assert.Equal("2022-02-28T23:59:59.999999Z", window.YearBefore(Calendar.Utc).After.ToString());
    }

    [Fact]
    public void Basket_trend_compares_the_last_three_with_those_before()
    {
        FactRow[] Baskets(params int[] values) => [.. values.Select((value, i) => Order(150 + i, value, i + 1))];
        HistoryBase histories = Base(
            Baskets(100, 120, 120, 120),      // 1.2: rising
            Baskets(100, 119, 119, 119),      // steady
            Baskets(120, 100, 100, 100),      // 1 / 1.2: falling
            Baskets(100, 100, 100),           // too few
            Buys(10, 20, 30, 40),             // not a buyer of the window
            [.. Baskets(100, 100, 100, 100), Row(FactKind.OrderAdjusted, Day(160), 300, 4)]); // the last basket grew to 400
        Assert.Equal(new BasketEvolution(2, 1, 1, 1), BasketEvolution.Compute(histories, Year));
    }

    [Fact]
    public void Favourite_category_has_the_most_orders_then_the_most_spent()
    {
        FactRow Line(int day, int link, int product, long value) => Row(FactKind.OrderLine, Day(day), value, link, product);
        HistoryBase histories = Base(
            Words,
            [Order(150, link: 1), Line(150, 1, 3, 10), Line(150, 1, 3, 10), Order(160, link: 2), Line(160, 2, 3, 10), Line(160, 2, 4, 500)],
            [Order(150, link: 3), Line(150, 3, 3, 10), Line(150, 3, 4, 20)],
            [Order(150, link: 4), Line(150, 4, 4, 99), Row(FactKind.Cancellation, Day(151), 0, 4)]);
        Assert.Equal(
            [new FavouriteCategory(2, 1, 2, 2, 520), new FavouriteCategory(1, 1, 2, 3, 40)],
            FavouriteCategories.Compute(histories, Year));
    }

    [Fact]
    public void Attachment_is_the_mean_of_the_shares_that_are_known()
    {
        HistoryBase histories = Base(
            Words,
            [Order(10), Order(150), Row(FactKind.OrderLine, Day(10), 1, 0, 3), Row(FactKind.OrderLine, Day(150), 1, 0, 4), Row(FactKind.SurveyAnswer, Day(200), 9, 0, 5, 0)],
            [Order(150), Row(FactKind.Visit, Day(150), currency: 0), Row(FactKind.Review, Day(160), 3, currency: 0)],
            [Order(150)],
            [Order(150)]);
        var attachment = AttachmentScan.Compute(histories, Year);
        Assert.Equal((4, 0.25, 0.25, 0.5, 0.25), (attachment.Buyers, attachment.Repeat, attachment.Breadth, attachment.Reactions, attachment.Advocacy));
        Assert.Equal(31.25, attachment.Score);
        var orders = AttachmentScan.Compute(Base(Buys(10, 150), Buys(150)), Year);
        Assert.True(double.IsNaN(orders.Breadth) && double.IsNaN(orders.Reactions) && double.IsNaN(orders.Advocacy));
        Assert.Equal(50, orders.Score);
    }

    [Fact]
    public void Cart_is_abandoned_when_no_order_follows_within_a_day()
    {
        FactRow Cart(double day) => Row(FactKind.Cart, new Instant(Day(0).Micros + (long)(day * Instant.MicrosPerDay)), currency: 0);
        HistoryBase histories = Base(
            [Cart(150), Order(150)],                      // ordered
            [Cart(150), Cart(150.9), Order(151)],         // one cart, ordered
            [Cart(150), Order(151)],                      // a full day later: abandoned
            [Cart(150), Cart(151)],                       // two carts, both abandoned
            [Cart(464.5)],                                // may still be ordered
            [Cart(50)],                                   // before the window
            [Cart(150), Order(150), Cart(150.1)]);        // ordered, then another abandoned
        Assert.Equal(new Abandonment(7, 4), Abandonment.OfCarts(histories, Year));
        Assert.True(double.IsNaN(Abandonment.OfCheckouts(histories, Year).Rate));
    }

    [Fact]
    public void Stage_baskets_take_the_stage_at_the_end_of_the_window()
    {
        Stage[] stages = [new(0, "new", new("New", "Nouveau"), 0), new(1, "active", new("Active", "Actif"), 1)];
        HistoryBase histories = Base([Order(150, 1000)], [Order(50, 400), Order(160, 600)], Buys(600));
        var timelines = Timelines.Of([.. stages], [[new(Day(150), 0, 0)], [new(Day(50), 0, 0), new(Day(160), 1, 0)], [new(Day(600), 0, 0)]]);
        Assert.Equal([new StageBasket(0, 1, 1, 1000), new StageBasket(1, 1, 1, 600)], StageBaskets.Compute(histories, timelines, Year));
    }

    [Fact]
    public void Order_of_arrival_does_not_show() =>
        Prop.ForAll(Any(), subjects =>
        {
            FactRow[][] shuffled = [.. subjects.Select(rows => rows.OrderByDescending(row => row.Fact.Item).ThenBy(row => row.Link).ToArray())];
            HistoryBase left = Base(Words, subjects);
            HistoryBase right = Base(Words, shuffled);
            return Sales.Compute(left, Year) == Sales.Compute(right, Year)
                && BasketEvolution.Compute(left, Year) == BasketEvolution.Compute(right, Year)
                && AttachmentScan.Compute(left, Year).Equals(AttachmentScan.Compute(right, Year))
                && FavouriteCategories.Compute(left, Year).SequenceEqual(FavouriteCategories.Compute(right, Year));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_ranges_in_parallel_equal_the_sum_of_their_parts()
    {
        const int count = 70_000;
        FactRow[][] subjects = [.. Enumerable.Range(0, count).Select(i => new[] { Order(120 + (i % 300), 100 + (i % 7), i + 1), Order(130 + (i % 290), i % 11, i + count) })];
        Sales whole = Sales.Compute(new HistoryBase(
            [Segment.Of(subjects[..Segment.Width]), Segment.Of(subjects[Segment.Width..])], Subjects.Of([.. subjects.Select((_, i) => i.ToString())]), Vocabulary.Empty, Calendar.Utc, Euro), Year);
        Sales[] parts = [.. subjects.Chunk(10_000).Select(part => Sales.Compute(Base(part), Year))];
        Assert.Equal(
            (parts.Sum(part => part.Buyers), parts.Sum(part => part.Orders), parts.Sum(part => part.Revenue)),
            (whole.Buyers, whole.Orders, whole.Revenue));
    }
}
