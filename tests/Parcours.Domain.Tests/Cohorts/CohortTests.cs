using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using static Parcours.Domain.Orders.OrderBases;

namespace Parcours.Domain.Cohorts;

public sealed class CohortTests
{
    [Fact]
    public void Customer_belongs_to_the_month_of_the_first_order()
    {
        // Days count from 2024-01-01: 31 is 1 February.
        HistoryBase histories = Base([Order(0, 100), Order(3, 100), Order(31, 300)], [Order(30, 50), Order(60, 70)], [Order(40, 900)]);
        var table = CohortTable.Compute(histories, Day(80), CalendarUnit.Month);
        Assert.Equal(["2024-01", "2024-02"], table.Cohorts.Select(cohort => Calendar.Label(cohort.Unit, table.By)));
        Assert.Equal([2L, 1, 1], table.Cohorts[0].Active);
        Assert.Equal([250L, 300, 70], table.Cohorts[0].Revenue);
        Assert.Equal([1L, 0], table.Cohorts[1].Active);
    }

    [Fact]
    public void Order_left_out_begins_no_cohort_and_makes_nobody_active()
    {
        HistoryBase histories = Base(
            [Order(0, 100, 7), Row(FactKind.Cancellation, Day(1), 0, 7), Order(40, 200)],
            [Order(0, 100), Order(40, 80, 8), Row(FactKind.Refund, Day(70), 80, 8)]);
        var table = CohortTable.Compute(histories, Day(75), CalendarUnit.Month);
        Assert.Equal([1L, 0, 0], table.Cohorts[0].Active);
        Assert.Equal([100L, 80, 0], table.Cohorts[0].Revenue);
        Assert.Equal([0L, 0, 80], table.Cohorts[0].Refunds);
        Assert.Equal([1L, 0], table.Cohorts[1].Active);
        Assert.Equal([200L, 0], table.Cohorts[1].Revenue);
    }

    [Fact]
    public void Month_is_the_one_of_the_workspace_zone()
    {
        var histories = new HistoryBase(
            [Segment.Of([[Row(FactKind.Order, Instant.From(new(2024, 1, 31, 23, 30, 0, TimeSpan.Zero)), 1)]])],
            Subjects.Of(["c"]), Vocabulary.Empty, Calendar.Find("Europe/Paris")!, Euro);
        var table = CohortTable.Compute(histories, Day(60), CalendarUnit.Month);
        Assert.Equal("2024-02", Calendar.Label(table.Cohorts[0].Unit, table.By));
        Assert.Equal("2024-02-01", Calendar.Label(CohortTable.Compute(histories, Day(60), CalendarUnit.Day).Cohorts[0].Unit, CalendarUnit.Day));
    }

    [Fact]
    public void Cohort_of_the_year_before_is_the_same_month()
    {
        HistoryBase histories = Base(Buys(0), Buys(366), Buys(367));
        var table = CohortTable.Compute(histories, Day(400), CalendarUnit.Month);
        Assert.Equal(1, table.YearBefore(table.Cohorts[1])!.Size);
        Assert.Null(table.YearBefore(table.Cohorts[0]));
    }

    [Fact]
    public void Cdnow_cohorts_are_the_published_ones()
    {
        var table = CohortTable.Compute(Cdnow, Instant.FromUtc(2026, 1, 1), CalendarUnit.Month);
        Assert.Equal(3, table.Cohorts.Length);
        Assert.Equal([7846L, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498], table.Cohorts[0].Active);
        Assert.Equal([8476L, 1312, 980], table.Cohorts[1].Active[..3]);
        Assert.Equal([7248L, 1032, 752], table.Cohorts[2].Active[..3]);
        Assert.Equal(250_031_563, table.Cohorts.Sum(cohort => cohort.Revenue.Sum()));
    }

    [Fact]
    public void Sizes_sum_to_the_customers_whatever_the_unit_and_the_order_of_arrival() =>
        Prop.ForAll(Any(), subjects =>
        {
            FactRow[][] shuffled = [.. subjects.Select(rows => rows.OrderByDescending(row => row.Fact.Value).ThenBy(row => row.Link).ToArray())];
            long customers = Rfm.RfmAnalysis.Compute(Base(subjects), Day(500)).Totals.Customers;
            return new[] { CalendarUnit.Day, CalendarUnit.Week, CalendarUnit.Month }.All(by =>
            {
                var table = CohortTable.Compute(Base(subjects), Day(500), by);
                var again = CohortTable.Compute(Base(shuffled), Day(500), by);
                return table.Cohorts.Sum(cohort => cohort.Size) == customers
                    && table.Cohorts.All(cohort => cohort.Active[0] == cohort.Size && cohort.Active.All(active => active <= cohort.Size))
                    && table.Cohorts.Zip(again.Cohorts).All(pair => pair.First.Active.SequenceEqual(pair.Second.Active) && pair.First.Revenue.SequenceEqual(pair.Second.Revenue));
            });
        }).QuickCheckThrowOnFailure();
}
