using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Expressions;

public sealed class ConditionTests
{
    private static readonly Vocabulary Words = new(["", "tea", "green tea", "cup", "nps", "country", "FR"], [0, 1, 1, 0], ["tasting"]);

    [Theory]
    [InlineData("orders >= 2", 10, true, null)]
    [InlineData("orders = 3", 10, false, null)]
    [InlineData("silence(order) >= 30 days", 39, false, 40)]
    [InlineData("silence(order) >= 30 days", 40, true, null)]
    [InlineData("silence(order) < 30 days", 39, true, 40)]
    [InlineData("not silence(order) >= 30 days", 39, true, 40)]
    [InlineData("silence(visit) >= 3 years", 10, true, null)]
    [InlineData("never(visit) and orders >= 1", 10, true, null)]
    [InlineData("age >= 20 days", 10, false, 20)]
    [InlineData("age(order) + 5 days >= 20 days", 10, false, 15)]
    [InlineData("2 * silence(order) >= 20 days", 11, false, 20)]
    [InlineData("silence(order) / gap_median >= 3", 11, false, 40)]
    [InlineData("count(order within 5 days) >= 1", 14, true, 15)]
    [InlineData("count(order within 5 days) >= 2", 14, false, null)]
    [InlineData("count(order within 1 month) >= 2", 20, true, 31)]
    [InlineData("spend = 30", 10, true, null)]
    [InlineData("spend(within 5 days) >= 20", 12, true, 15)]
    [InlineData("average_basket = 15", 10, true, null)]
    [InlineData("sum(order where value > 15) = 20", 10, true, null)]
    [InlineData("max(order) = 20 and min(order) = 10 and last(order) = 20 and mean(order) = 15", 10, true, null)]
    [InlineData("gap_median = 10 days", 10, true, null)]
    [InlineData("count(order in period(month)) = 2", 12, true, 31)]
    [InlineData("count(order in period(month, -1)) = 2", 12, false, 31)]
    [InlineData("count(order in period(month, -1)) = 0", 80, true, null)]
    [InlineData("orders in (1, 2)", 10, true, null)]
    [InlineData("1 + 2 * 3 = 7 and -1 < 0", 10, true, null)]
    [InlineData("reachable(any)", 10, true, null)]
    [InlineData("last(survey_answer) >= 0 or last(survey_answer) < 0", 10, false, null)]
    public void Condition_on_two_orders_ten_days_apart(string text, int day, bool value, int? until)
    {
        HistoryBase histories = Base(Words, [Order(0, 1000), Order(10, 2000)]);
        Condition condition = Compiled(text, histories);
        Evaluation found = condition.At(0, Day(day));
        Assert.Equal(value, found.Value);
        Instant expected = until is { } next ? text.Contains("period", StringComparison.Ordinal) ? Midnight(next) : Day(next) : Instant.Never;
        Assert.Equal(expected, found.Until);
    }

    [Fact]
    public void Order_cancelled_or_refunded_in_full_stops_counting_from_then_on()
    {
        HistoryBase histories = Base(
            [Order(0, 1000, 1), Order(10, 2000, 2), Row(FactKind.Refund, Day(20), 500, 2), Row(FactKind.Refund, Day(30), 1500, 2), Row(FactKind.Cancellation, Day(40), link: 1)]);
        Assert.True(Compiled("orders = 2 and spend = 30", histories).At(0, Day(10)).Value);
        Assert.True(Compiled("orders = 2 and spend = 25", histories).At(0, Day(20)).Value);
        Assert.True(Compiled("orders = 1 and spend = 10 and silence(order) >= 30 days", histories).At(0, Day(30)).Value);
        Assert.True(Compiled("orders = 0 and spend = 0 and never(order)", histories).At(0, Day(40)).Value);
    }

    [Fact]
    public void Refund_without_a_link_lowers_spend_alone()
    {
        HistoryBase histories = Base([Order(0, 1000), Row(FactKind.Refund, Day(5), 1000)]);
        Assert.True(Compiled("orders = 1 and spend = 0", histories).At(0, Day(5)).Value);
    }

    [Fact]
    public void Amount_in_another_currency_is_left_out_of_sums_and_still_counts()
    {
        Assert.True(Currencies.TryFind("USD", out byte dollar));
        HistoryBase histories = Base([Order(0, 1000), Row(FactKind.Order, Day(1), 5000, currency: dollar)]);
        Assert.True(Compiled("orders = 2 and spend = 10", histories).At(0, Day(5)).Value);
    }

    [Fact]
    public void Lines_are_read_by_item_category_and_quantity()
    {
        FactRow[] rows =
        [
            Order(0, link: 1), Row(FactKind.OrderLine, Day(0), 400, 1, 2), Row(FactKind.OrderLine, Day(0), 600, 1, 3) with { Extra = new(Instant.Never, -1, 2500) },
            Order(9, link: 2), Row(FactKind.OrderLine, Day(9), 400, 2, 2),
        ];
        HistoryBase histories = Base(Words, rows);
        Assert.True(Compiled("items = 3 and distinct items(order_line) = 2 and categories = 1 and quantity = 4.5", histories).At(0, Day(9)).Value);
        Assert.True(Compiled("count(order_line where item = 'green tea') = 2 and count(order_line where category in ('tea', 'cup')) = 2", histories).At(0, Day(9)).Value);
        Assert.True(Compiled("count(order_line where value > 5 and quantity > 2) = 1 and count(order_line where item = 'unheard of') = 0", histories).At(0, Day(9)).Value);
        Assert.Equal(Day(19), Compiled("items(within 10 days) >= 1", histories).At(0, Day(12)).Until);
    }

    [Fact]
    public void Contract_runs_until_its_end_and_a_renewal_moves_it()
    {
        Extra until(int day) => new(Day(day), -1, 1000);
        HistoryBase histories = Base(
            [
                Row(FactKind.Contract, Day(0), link: 5) with { Extra = until(100) },
                Row(FactKind.SubscriptionRenewed, Day(90), link: 5) with { Extra = until(200) },
                Row(FactKind.SubscriptionCancelled, Day(150), link: 5),
            ]);
        Condition running = Compiled("running(contract)", histories);
        Assert.Equal(new Evaluation(true, Day(100)), running.At(0, Day(50)));
        Assert.Equal(new Evaluation(true, Day(200)), running.At(0, Day(160)));
        Assert.Equal(new Evaluation(false, Instant.Never), running.At(0, Day(200)));
    }

    [Fact]
    public void Reachability_is_what_the_last_act_on_each_channel_says()
    {
        static FactRow act(FactKind kind, int day, Channel channel) =>
            new(new Fact(Day(day), 0, 0, kind, 0, Fact.Pack(channel, FactFlags.None)), 1, 0, day, Extra.None);
        HistoryBase histories = Base(
            [act(FactKind.OptIn, 0, Channel.Email), act(FactKind.OptOut, 10, Channel.Email), act(FactKind.OptIn, 20, Channel.Sms), act(FactKind.OptOut, 30, Channel.None)]);
        Assert.True(Compiled("reachable(any) and reachable(email)", histories).At(0, Day(5)).Value);
        Assert.True(Compiled("not reachable(any) and not reachable(email)", histories).At(0, Day(15)).Value);
        Assert.True(Compiled("reachable(any) and reachable(sms) and not reachable(email)", histories).At(0, Day(25)).Value);
        Assert.True(Compiled("not reachable(any)", histories).At(0, Day(35)).Value);
    }

    [Fact]
    public void Machine_click_is_no_engagement()
    {
        FactRow click = new(new Fact(Day(0), 0, 0, FactKind.MessageClicked, 0, Fact.Pack(Channel.Email, FactFlags.Automated)), 1, 0, 0, Extra.None);
        Assert.True(Compiled("never(engagement) and ever(message_clicked)", Base([click])).At(0, Day(1)).Value);
    }

    [Fact]
    public void Open_things_close_by_link()
    {
        HistoryBase histories = Base([Row(FactKind.DealCreated, Day(0), link: 1), Row(FactKind.DealCreated, Day(1), link: 2), Row(FactKind.DealLost, Day(2), link: 1)]);
        Assert.True(Compiled("open(deal) = 1", histories).At(0, Day(2)).Value);
    }

    [Fact]
    public void Attribute_is_what_was_last_said_of_it()
    {
        HistoryBase histories = Base(Words, [Row(FactKind.AttributeChanged, Day(0), 6, 0, 5, 0), Order(1)]);
        Assert.True(Compiled("attribute(country) = 'FR' and attribute(country) in ('FR', 'BE') and attribute('size') != 'L'", histories).At(0, Day(2)).Value);
    }

    [Theory]
    [InlineData("attribute(employees) >= 250", true)]
    [InlineData("attribute(employees) > 1200", false)]
    [InlineData("500 < attribute(employees)", true)]
    [InlineData("attribute(employees) = 1200 and attribute(employees) = '1200'", true)]
    [InlineData("attribute(size) >= 50", false)]
    [InlineData("attribute(size) < 50", false)]
    [InlineData("attribute(size) != 50", true)]
    [InlineData("attribute(unheard) >= 0", false)]
    public void Attribute_beside_a_number_is_read_as_one(string text, bool holds)
    {
        var vocabulary = new Vocabulary(["", "employees", "1200", "size", "50-249", "50"], [0], []);
        HistoryBase histories = Base(vocabulary, [Row(FactKind.AttributeChanged, Day(0), 2, 0, 1, 0), Row(FactKind.AttributeChanged, Day(0), 4, 0, 3, 0)]);

        Assert.Equal(holds, Compiled(text, histories).At(0, Day(2)).Value);
    }

    [Fact]
    public void Windows_follow_the_local_calendar_over_a_clock_change()
    {
        Calendar paris = Calendar.Find("Europe/Paris")!;
        var histories = new HistoryBase([Segment.Of([[Order(80)]])], Subjects.Of(["a"]), Words, paris, Euro);

        // 21 March 2024, 13:00 in Paris; ten days later the clocks have moved on: 13:00 there is an hour earlier in UTC.
        Evaluation found = Compiled("silence(order) >= 10 days", histories).At(0, Day(81));
        Assert.Equal(Day(90).Micros - (3600 * Instant.MicrosPerSecond), found.Until.Micros);
    }

    private static Instant Midnight(int day) => new(Day(day).Micros - (Instant.MicrosPerDay / 2));

    private static Condition Compiled(string text, HistoryBase histories)
    {
        Condition? condition = Condition.Compile(new SourceText(text), histories, out ExpressionError? error);
        Assert.True(condition is not null, error?.ToString());
        return condition;
    }
}
