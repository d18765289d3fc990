using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Rfm;

public sealed class RfmTests
{
    [Fact]
    public void Scores_follow_the_ranks_and_the_best_is_highest()
    {
        // Subject 0 bought last and most; 1 before that; 2 first and least.
        HistoryBase histories = Base(
            [Order(10, 500), Order(90, 500)],
            [Order(20, 300), Order(60, 300), Order(70, 100)],
            [Order(5, 100)]);
        var analysis = RfmAnalysis.Compute(histories, Day(100), 3);
        Assert.Equal([(10, 2, 1000L, 3, 2, 3), (30, 3, 700L, 2, 3, 2), (95, 1, 100L, 1, 1, 1)],
            analysis.Scores.Select(s => (s.DaysSinceLastOrder, s.Orders, s.Spend, (int)s.Recency, (int)s.Frequency, (int)s.Money)));
        Assert.Equal(["323", "232", "111"], analysis.Cells().Select(cell => cell.Name(3)));
    }

    [Fact]
    public void Equal_values_are_ranked_by_first_order_then_key()
    {
        HistoryBase histories = Base([Order(5)], [Order(2), Order(5, 0)], [Order(2)], [Order(2)]);
        RfmAnalysis analysis = RfmAnalysis.Compute(histories, Day(5), 4);
        // Money is equal for all: first orders on day 2 come before day 5, keys c001 < c002 < c003.
        Assert.Equal([4, 1, 2, 3], analysis.Scores.Select(score => (int)score.Money));
    }

    [Fact]
    public void Totals_keep_refunds_apart_and_leave_other_currencies_out()
    {
        HistoryBase histories = Base(
            [Order(1, 1000, 7), Row(FactKind.Refund, Day(2), 1000, 7)],                             // refunded in full: no order left
            [Order(1, 800, 8), Row(FactKind.Refund, Day(2), 300, 8), Row(FactKind.Refund, Day(3), 50)],
            [Order(1, 600, 9), Row(FactKind.Cancellation, Day(2), 0, 9)],                           // cancelled: never revenue
            [Row(FactKind.Order, Day(1), 900, 3, currency: 2)],                                     // counts as an order, in no sum
            [Row(FactKind.Visit, Day(1), currency: 0)]);
        RfmAnalysis analysis = RfmAnalysis.Compute(histories, Day(5));
        Assert.Equal(new RfmTotals(5, 2, 2, 1800, 1350, 1), analysis.Totals);
        Assert.Equal(3, analysis.Totals.WithoutOrder);
        Assert.Equal([450L, 0], analysis.Scores.Select(score => score.Spend));
    }

    [Fact]
    public void Facts_after_the_date_are_not_known()
    {
        HistoryBase histories = Base([Order(1, 1000, 7), Order(9, 500), Row(FactKind.Cancellation, Day(8), 0, 7)]);
        Assert.Equal(1000, RfmAnalysis.Compute(histories, Day(7)).Totals.Revenue);
        Assert.Equal(0, RfmAnalysis.Compute(histories, Day(8)).Totals.Customers);
        Assert.Equal(500, RfmAnalysis.Compute(histories, Day(9)).Totals.Revenue);
    }

    [Fact]
    public void Base_without_orders_has_no_scores()
    {
        RfmAnalysis analysis = RfmAnalysis.Compute(Base([]), Day(1));
        Assert.Empty(analysis.Scores);
        Assert.Empty(analysis.Cells());
    }

    [Fact]
    public void Cells_sum_to_the_customers_and_shuffled_facts_change_nothing() =>
        Prop.ForAll(Any(), subjects =>
        {
            FactRow[][] shuffled = [.. subjects.Select(rows => rows.OrderByDescending(row => row.Link).ThenByDescending(row => row.Fact.Kind).ToArray())];
            RfmAnalysis analysis = RfmAnalysis.Compute(Base(subjects), Day(500), 4);
            return analysis.Cells().Sum(cell => cell.Customers) == analysis.Totals.Customers
                && analysis.Scores.SequenceEqual(RfmAnalysis.Compute(Base(shuffled), Day(500), 4).Scores)
                && RfmMaps.All.All(map => map.Count(analysis).Sum(group => group.Customers) == analysis.Totals.Subjects);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 1, "hibernating")]
    [InlineData(2, 4, "at-risk")]
    [InlineData(1, 5, "cannot-lose")]
    [InlineData(3, 2, "about-to-sleep")]
    [InlineData(3, 3, "need-attention")]
    [InlineData(3, 4, "loyal")]
    [InlineData(4, 5, "loyal")]
    [InlineData(4, 1, "promising")]
    [InlineData(5, 1, "new")]
    [InlineData(5, 3, "potential-loyalists")]
    [InlineData(5, 4, "champions")]
    public void Classic_map_names_recency_by_frequency(int recency, int frequency, string group) =>
        Assert.Equal(group, RfmMaps.Classic.Groups[RfmMaps.Classic.GroupOf(recency, frequency, 1)].Id);

    [Fact]
    public void Every_group_of_every_map_can_be_reached() => Assert.All(RfmMaps.All, map =>
    {
        int[] scores = [.. Enumerable.Range(1, map.Quantiles)];
        var reached = scores.SelectMany(r => scores.SelectMany(f => scores.Select(m => map.GroupOf(r, f, m)))).Distinct().Order();
        Assert.Equal(Enumerable.Range(0, map.Groups.Length), reached);
    });

    [Fact]
    public void Cdnow_totals_are_the_published_ones()
    {
        RfmAnalysis analysis = RfmAnalysis.Compute(Cdnow, Instant.FromUtc(1998, 7, 1));
        Assert.Equal((23_570, 69_659, 250_031_563L), (analysis.Totals.Customers, analysis.Totals.Orders, analysis.Totals.Revenue));
        Assert.Equal(4714, analysis.Scores.Count(score => score.Money == 5)); // quantile groups have equal sizes
        Assert.Equal(4714, analysis.Scores.Count(score => score.Recency == 1));
    }
}
