using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Cohorts;

public sealed class MatteringCohortsTests
{
    private const byte Euro = 1;
    private const int Few = 12;
    private const int Loyal = 120;
    private const int Passing = 200;

    private static readonly MatteringCohorts Cohorts = Compute();

    private static CohortDimension BySource => Cohorts.Dimensions.Single(dimension => dimension.By == "source");

    [Fact]
    public void Cohort_of_twelve_does_not_come_first_by_chance()
    {
        MatteringCohort few = BySource.Cohorts.Single(cohort => cohort.Name == "friends");

        Assert.False(few.IsRanked);
        Assert.True(few.Staying.Value >= BySource.MostStaying!.Cohort.Staying.Value);
        Assert.Equal("loyal", BySource.MostStaying.Cohort.Name);
        Assert.Equal("loyal", BySource.LongestLifetime!.Cohort.Name);
        Assert.True(BySource.MostStaying.IsClear);
    }

    [Fact]
    public void Cohort_that_comes_once_leaves_most() => Assert.Equal("passing", BySource.MostLeaving!.Cohort.Name);

    [Fact]
    public void Churn_costs_most_where_customers_buy_most() => Assert.Equal("loyal", BySource.LargestLoss!.Cohort.Name);

    [Fact]
    public void Cohorts_of_a_dimension_are_all_customers_and_figures_lie_in_their_intervals()
    {
        foreach (CohortDimension dimension in Cohorts.Dimensions)
        {
            Assert.Equal(dimension.All.Customers, dimension.Cohorts.Sum(cohort => cohort.Customers));
            foreach (MatteringCohort cohort in dimension.Cohorts.Append(dimension.All))
            {
                CohortEstimate?[] figures = [cohort.LifetimeDays, cohort.Leaving, cohort.Staying, cohort.LostPerCustomer, cohort.Lost];
                Assert.All(figures, figure => Assert.InRange(figure!.Value.Value, figure.Value.Interval.Low, figure.Value.Interval.High));
                Assert.InRange(cohort.LifetimeDays.Value, 0, MatteringCohorts.LifetimeLimitDays);
            }
        }

        Assert.Equal(Cohorts.Dimensions[0].All.Lost!.Value.Value, Cohorts.Dimensions[0].Cohorts.Sum(cohort => cohort.Lost!.Value.Value), 1e-6);
    }

    [Fact]
    public void Nothing_is_said_where_nothing_could_be_fitted()
    {
        HistoryBase histories = Of([[0], [10]], out _);
        PurchaseHistory history = At(histories);
        FittedModel purchases = ModelFits.Of(new ModelRequest("pnbd"), history);
        FirstPurchase[] began = FirstPurchases.Compute(histories, End, 0);

        var none = MatteringCohorts.Compute(histories, history, purchases, ModelFits.Of(new ModelRequest("gg"), history), began, ["a", "b"], CalendarUnit.Month, 365);

        Assert.Empty(none.Dimensions);
        Assert.Contains("no_repeat_purchase", none.Warnings.Select(warning => warning.Code));
    }

    private static Instant End => Calendar.Utc.EndOfDay(Calendar.DayOf(new DateOnly(2024, 12, 31)));

    private static MatteringCohorts Compute()
    {
        var random = new Random(3);
        var days = new List<int[]>();
        var sources = new List<string>();
        Add("friends", Few, () => [.. Enumerable.Range(0, 12).Select(k => (30 * k) + random.Next(0, 30))]);
        Add("loyal", Loyal, () => Repeats(random.Next(0, 200), 20 + random.Next(0, 60), 365 - random.Next(0, 40)));
        Add("passing", Passing, () => Repeats(random.Next(0, 250), 15 + random.Next(0, 40), random.Next(20, 300)));
        HistoryBase histories = Of([.. days], out int[] subjects);
        PurchaseHistory history = At(histories);
        FirstPurchase[] began = FirstPurchases.Compute(histories, End, 0);
        Assert.Equal(subjects.Length, began.Length);
        return MatteringCohorts.Compute(
            histories, history, ModelFits.Of(new ModelRequest("pnbd"), history), ModelFits.Of(new ModelRequest("gg"), history), began, [.. sources], CalendarUnit.Quarter, 180);

        void Add(string source, int count, Func<int[]> make)
        {
            for (int i = 0; i < count; i++)
            {
                days.Add(make());
                sources.Add(source);
            }
        }

        int[] Repeats(int first, int every, int last)
        {
            var own = new List<int> { first };
            while (own[^1] + every + random.Next(0, every) is var next && next < last)
            {
                own.Add(next);
            }

            return [.. own];
        }
    }

    private static PurchaseHistory At(HistoryBase histories) => PurchaseHistory.Of(histories, End);

    private static HistoryBase Of(int[][] days, out int[] subjects)
    {
        subjects = [.. Enumerable.Range(0, days.Length)];
        var random = new Random(9);
        return new HistoryBase(
            [Segment.Of([.. days.Select(own => own.Select((day, i) => new FactRow(
                new Fact(new Instant(Instant.FromUtc(2024, 1, 1).Micros + (day * Instant.MicrosPerDay)), random.Next(1000, 6000), 0, FactKind.Order, Euro, 0), i + 1, i + 1, 0, Extra.None)).ToArray())])],
            Subjects.Of([.. days.Select((_, i) => $"c{i:000}")]), Vocabulary.Empty, Calendar.Utc, Euro);
    }
}
