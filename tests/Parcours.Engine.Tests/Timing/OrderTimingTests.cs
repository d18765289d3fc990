using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Timing;

public sealed class OrderTimingTests(ITestOutputHelper output)
{
    private static readonly ThresholdRule Silence = new("inactive_after", null, 0.5, 3, Period.OfDays(30), new Period(36, 0, 0), false, 1, null);

    [Fact]
    public void Second_order_planted_around_day_30_is_found()
    {
        OrderMoment moment = OrderMoment.Compute(Returning(1, 3000, 30), SimulatedShop.At(700), 2).Moment!;
        output.WriteLine($"{moment.Rise} {moment.Peak}");
        Assert.NotNull(moment.Peak);
        Assert.InRange(moment.Rise!.First, 22, 30);
        Assert.InRange(moment.Rise.Last, 30, 38);
        Assert.InRange(30, moment.Rise.FirstInterval.Low, moment.Rise.FirstInterval.High + 14);
    }

    [Fact]
    public void Second_order_at_a_steady_rate_has_no_moment_in_about_95_percent_of_seeds()
    {
        const int seeds = 60;
        int told = Enumerable.Range(0, seeds).Count(seed => OrderMoment.Compute(Returning(seed, 800, null), SimulatedShop.At(700), 2).Moment!.Peak is not null);
        output.WriteLine($"{told} of {seeds} seeds (0 to {seeds - 1}) told a moment");
        Assert.InRange(told, 0, 8); // 5 % of 60 is 3; more than 8 has a chance of 0.3 %
    }

    [Fact]
    public void Moment_of_few_customers_is_refused_with_how_many_are_missing()
    {
        (OrderMoment? moment, TimingRefusal? refusal) = OrderMoment.Compute(Returning(1, 20, 30), SimulatedShop.At(700), 2);
        Assert.Null(moment);
        var few = Assert.IsType<TimingRefusal.TooFewOrders>(refusal);
        Assert.Equal(OrderMoment.FewestOrdered, few.Customers + few.Needed);
        Assert.Contains($"{few.Needed} more are needed", few.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Regular_customers_are_dated_by_their_own_rhythm()
    {
        // Everybody has a rhythm of 20 to 100 days and keeps to it within a tenth.
        var random = new Random(4);
        var rows = Enumerable.Range(0, 800).Select(_ =>
        {
            double own = 20 + (80 * random.NextDouble());
            var orders = new List<FactRow>();
            for (double day = random.Next(100); day < SimulatedShop.Days; day += own * (0.9 + (0.2 * random.NextDouble())))
            {
                orders.Add(Order((int)day));
            }

            return orders;
        }).ToList();
        NextOrders next = NextOrders.Compute(Base(rows), SimulatedShop.End, Silence).Orders!;
        Write(next.Test);
        Assert.Equal(DateMethod.OwnRhythm, next.Test.DateBy);
        Assert.True(next.Test.Chosen.MedianErrorDays < 0.5 * next.Test.Methods[0].MedianErrorDays);
        Assert.All(next.Customers, customer => Assert.True(customer.EarliestDay <= customer.ExpectedDay && customer.ExpectedDay <= customer.LatestDay));
    }

    [Fact]
    public void Customers_who_order_by_pure_chance_are_dated_by_the_constant()
    {
        // One rate for all, and no memory: nothing can beat the same number of days for everybody.
        var random = new Random(5);
        var rows = Enumerable.Range(0, 1500).Select(_ =>
        {
            var orders = new List<FactRow> { Order(0) };
            for (int day = 1; day <= SimulatedShop.Days; day++)
            {
                if (random.Next(60) == 0)
                {
                    orders.Add(Order(day));
                }
            }

            return orders;
        }).ToList();
        NextOrders next = NextOrders.Compute(Base(rows), SimulatedShop.End, Silence).Orders!;
        Write(next.Test);
        Assert.Equal((DateMethod.Constant, DateMethod.Constant), (next.Test.DateBy, next.Test.ChanceBy));
        Assert.All(next.Customers, customer => Assert.Equal(customer.ConstantDay, customer.ExpectedDay));
    }

    [Fact]
    public void Order_after_the_date_changes_no_forecast()
    {
        HistoryBase histories = SimulatedShop.Create(7, 600, (_, _) => 0.003);
        Instant cut = SimulatedShop.At(900);
        HistoryBase known = Base([.. Enumerable.Range(0, histories.SubjectCount).Select(subject =>
        {
            var rows = new List<FactRow>();
            histories[subject].Until(cut).CopyRowsTo(rows);
            return rows;
        })]);
        OrderTiming one = OrderTiming.Compute(histories, cut, 2, Silence);
        OrderTiming other = OrderTiming.Compute(known, cut, 2, Silence);
        Assert.Equal(one.Next!.Customers, other.Next!.Customers);
        Assert.Equal(one.Next.Test.Methods, other.Next.Test.Methods);
        Assert.Equal(one.Moment!.Weeks, other.Moment!.Weeks);
    }

    [Fact]
    public void Cdnow_has_the_figures_stated_in_the_documentation()
    {
        HistoryBase cdnow = Cdnow();
        Instant end = cdnow.Calendar.EndOfDay(Calendar.DayOf(new DateOnly(1998, 6, 30)));
        OrderTiming timing = OrderTiming.Compute(cdnow, end, 2, Silence);
        OrderMoment moment = timing.Moment!;
        Assert.Equal((23_570L, 11_516L, 58), (moment.Customers, moment.Ordered, moment.HalfWithin));
        Assert.Null(moment.Peak);
        Assert.Equal((1, 7, 0.059), (moment.Highest!.First, moment.Highest.Last, Math.Round(moment.Highest.Chance, 3)));

        NextOrderTest test = timing.Next!.Test;
        Write(test);
        Assert.Equal((181, 23_570, 5374), (test.HorizonDays, test.Customers, test.Ordered));
        Assert.Equal([(DateMethod.Constant, 35.0), (DateMethod.OwnRhythm, 54.0), (DateMethod.Model, 31.6)], test.Methods.Select(method => (method.Id, Math.Round(method.MedianErrorDays, 1))));
        Assert.Equal([(0.541, 0.178), (0.423, 0.131)], test.Chances.Select(chance => (Math.Round(chance.LogLoss, 3), Math.Round(chance.Brier, 3))));
        Assert.Equal((DateMethod.Model, DateMethod.Model), (test.DateBy, test.ChanceBy));

        CriticalCurve curve = Assert.Single(CriticalPeriods.Compute(cdnow, end, Silence, []).Periods!.Curves);
        Assert.Equal((23_570, 12_054), (curve.Count, curve.LeftAtOnce));
        Assert.Equal("weeks 22 to 23 after the first order: 1.3 times the usual", CriticalWords.Of(curve.Milestone, Assert.Single(curve.Peaks)).En);
    }

    private void Write(NextOrderTest test)
    {
        output.WriteLine($"at {test.At} horizon {test.HorizonDays} customers {test.Customers} ordered {test.Ordered}: dated by {test.DateBy}, chance by {test.ChanceBy}");
        foreach (DateMethod method in test.Methods)
        {
            output.WriteLine($"  {method}");
        }

        foreach (ChanceMethod method in test.Chances)
        {
            output.WriteLine($"  {method}");
        }
    }

    /// <summary>Customers of whom half order again: at a steady rate, and one in three of them around a planted day.</summary>
    private static HistoryBase Returning(int seed, int customers, int? planted)
    {
        var random = new Random(seed);
        return Base([.. Enumerable.Range(0, customers).Select(i =>
        {
            int first = i % 300;
            double wait = -Math.Log(1 - random.NextDouble()) * 150;
            wait = planted is { } day && random.Next(6) == 0 ? day - 3 + random.Next(7) : wait;
            List<FactRow> orders = [Order(first)];
            if (wait < 600 && random.Next(2) == 0)
            {
                orders.Add(Order(first + 1 + (int)wait));
            }

            return orders;
        })]);
    }

    private static HistoryBase Base(List<List<FactRow>> rows) => new(
        [Segment.Of(rows)], Subjects.Of([.. Enumerable.Range(0, rows.Count).Select(i => $"c{i:00000}")]), Vocabulary.Empty, Calendar.Utc, SimulatedShop.Euro);

    private static FactRow Order(int day) => new(new Fact(SimulatedShop.At(day), 1000, 0, FactKind.Order, SimulatedShop.Euro, 0), 1, 0, day, Extra.None);

    private static HistoryBase Cdnow()
    {
        var customers = File.ReadLines(TestFile.Required("cdnow.csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => cells[0])
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Select((cells, place) => new FactRow(
                new Fact(Instant.From(DateTimeOffset.Parse(cells[1] + "T00:00:00Z", CultureInfo.InvariantCulture)), 100, 0, FactKind.Order, SimulatedShop.Euro, 0), 1, 0, place, Extra.None)).ToList())
            .ToList();
        return Base(customers);
    }
}
