using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Samples;

public sealed class ShopTruthTests
{
    private const int Customers = 40_000;
    private static readonly Shop Shop = new(new SampleOptions(Customers, 7));
    private static readonly Lazy<HistoryBase> Histories = new(() => SampleShop.Histories(Customers, 7));

    [Fact]
    public void Orders_are_as_many_as_the_model_expects()
    {
        double expected = 0;
        double seen = 0;
        int end = Shop.Clock.FirstDay + Shop.Clock.Days;
        foreach (List<Fact> orders in OrdersByBuyer())
        {
            expected += Shop.Truth.ExpectedRepeatOrders(end - Histories.Value.Calendar.DayOf(orders[0].At) - 0.5);
            seen += orders.Count - 1;
        }

        Assert.InRange(seen / expected, 0.96, 1.04);
    }

    [Fact]
    public void Buyers_drop_out_at_five_to_six_per_cent_a_month()
    {
        Assert.InRange(Shop.Truth.MonthlyChurnAt(0), 0.05, 0.065);
        Assert.InRange(Shop.Truth.MonthlyChurnAt(365), 0.04, 0.055);

        int dead = 0;
        int buyers = 0;
        for (int customer = 0; customer < Customers; customer++)
        {
            var person = Person.Of(Shop, customer);
            if (person.FirstOrder < Shop.Clock.Days - 365)
            {
                buyers++;
                dead += person.Death - person.FirstOrder < 365 ? 1 : 0;
            }
        }

        double expected = 1 - Math.Pow(Shop.Truth.DropoutRateDays / (Shop.Truth.DropoutRateDays + 365), Shop.Truth.DropoutShape);
        Assert.InRange((double)dead / buyers, expected - 0.015, expected + 0.015);
    }

    [Fact]
    public void Rhythm_is_about_sixty_days()
    {
        List<double> medians = [];
        foreach (List<Fact> orders in OrdersByBuyer())
        {
            int[] days = [.. orders.Select(order => Histories.Value.Calendar.DayOf(order.At)).Distinct()];
            int[] gaps = [.. days.Skip(1).Zip(days, (later, earlier) => later - earlier).Order()];
            if (gaps.Length > 0)
            {
                medians.Add((gaps[gaps.Length / 2] + gaps[(gaps.Length - 1) / 2]) / 2.0);
            }
        }

        medians.Sort();
        Assert.InRange(medians[medians.Count / 2], 54, 66);
    }

    [Fact]
    public void Sales_weeks_sell_more()
    {
        long[] byDay = new long[Shop.Clock.Days];
        foreach (Fact order in OrdersByBuyer().SelectMany(orders => orders))
        {
            byDay[Histories.Value.Calendar.DayOf(order.At) - Shop.Clock.FirstDay]++;
        }

        DateOnly start = FrenchSales.Summer(2025);
        double sales = Enumerable.Range(0, FrenchSales.Days).Average(day => byDay[DayOf(start.AddDays(day))]);
        double before = Enumerable.Range(0, FrenchSales.Days).Average(day => byDay[DayOf(start.AddDays(day - FrenchSales.Days))]);
        Assert.True(sales > 1.3 * before, $"{sales} orders a day in the sales, {before} before them");
    }

    [Fact]
    public void Second_lines_lean_to_the_first_lines_category_and_its_companions()
    {
        int near = 0;
        int all = 0;
        foreach ((int first, int second) in Pairs())
        {
            (int one, int two) = ShopCategory.All[first].Companions;
            all++;
            near += second == first || second == one || second == two ? 1 : 0;
        }

        // By chance alone a quarter of the second lines would be near.
        Assert.InRange((double)near / all, 0.55, 0.95);
    }

    [Fact]
    public void Facts_are_about_twenty_a_customer_and_a_quarter_orders_and_lines()
    {
        long facts = Histories.Value.FactCount;
        long orders = Histories.Value.Segments.Sum(segment => segment.Facts.LongCount(fact => fact.Kind is FactKind.Order or FactKind.OrderLine));

        Assert.InRange((double)facts / Customers, 19, 21.5);
        Assert.InRange((double)orders / facts, 0.2, 0.3);
    }

    private static int DayOf(DateOnly date) => Calendar.DayOf(date) - Shop.Clock.FirstDay;

    private static IEnumerable<List<Fact>> OrdersByBuyer()
    {
        for (int subject = 0; subject < Histories.Value.SubjectCount; subject++)
        {
            List<Fact> orders = [.. Histories.Value[subject].Facts.ToArray().Where(fact => fact.Kind == FactKind.Order)];
            if (orders.Count > 0)
            {
                yield return orders;
            }
        }
    }

    private static IEnumerable<(int First, int Second)> Pairs()
    {
        for (int subject = 0; subject < 20_000; subject++)
        {
            History history = Histories.Value[subject];
            foreach (IGrouping<int, int> order in Enumerable.Range(0, history.Count)
                .Where(i => history.Facts[i].Kind == FactKind.OrderLine)
                .GroupBy(i => history.Links[i], i => CategoryOf(history.Facts[i].Item)))
            {
                int[] categories = [.. order];
                if (categories.Length == 2)
                {
                    yield return (categories[0], categories[1]);
                }
            }
        }
    }

    private static int CategoryOf(int product)
    {
        string category = Histories.Value.Vocabulary.TextOf(Histories.Value.Vocabulary.CategoryOf(product));
        return Enumerable.Range(0, ShopCategory.All.Count).First(place => ShopCategory.All[place].Name == category);
    }
}
