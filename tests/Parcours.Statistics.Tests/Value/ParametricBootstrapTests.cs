using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

public sealed class ParametricBootstrapTests
{
    private static readonly BgNbd _bg = new(0.8, 6, 0.8, 2.5);
    private static readonly GammaGammaModel _spend = new(6.25, 3.74, 15.44);
    private static readonly ValueTerms _terms = new(52, DiscountRate.OfYear(0.1, 365.25 / 7), 0.3);

    [Fact]
    public void Draws_scatter_as_the_standard_errors_say()
    {
        (_, TransactionFit fit, SpendFit spendFit, PurchaseGroups groups) = Fitted(_bg, 2000, seed: 1);

        ModelDraws draws = ParametricBootstrap.Draw(fit.Model!, spendFit.Model!, groups, seed: 2, draws: 60);

        Assert.Equal(0, draws.LeftOut);

        // The error of a standard deviation from 60 draws is 9 %; skewness and the curvature's own error make the rest.
        const double Tolerance = 0.4;
        double rScatter = Deviation(draws.Draws.Select(draw => Math.Log(draw.Transactions.Parameters[0])));
        double pScatter = Deviation(draws.Draws.Select(draw => Math.Log(draw.Spend.P)));
        Assert.InRange(rScatter / (fit.StandardErrors[0] / fit.Model!.Parameters[0]), 1 - Tolerance, 1 + Tolerance);
        Assert.InRange(pScatter / (spendFit.StandardErrors[0] / spendFit.Model!.P), 1 - Tolerance, 1 + Tolerance);
    }

    [Fact]
    public void Draws_of_a_limited_size_scatter_as_the_whole_base()
    {
        (_, TransactionFit fit, SpendFit spendFit, PurchaseGroups groups) = Fitted(_bg, 8000, seed: 3);

        ModelDraws draws = ParametricBootstrap.Draw(fit.Model!, spendFit.Model!, groups, seed: 4, draws: 60, mostCustomers: 2000);

        const double Tolerance = 0.4;
        double scatter = Deviation(draws.Draws.Select(draw => Math.Log(draw.Transactions.Parameters[0])));
        Assert.InRange(scatter / (fit.StandardErrors[0] / fit.Model!.Parameters[0]), 1 - Tolerance, 1 + Tolerance);
    }

    [Fact]
    public void Same_seed_gives_the_same_draws_and_progress_is_told()
    {
        (_, TransactionFit fit, SpendFit spendFit, PurchaseGroups groups) = Fitted(_bg, 800, seed: 5);
        var told = new List<int>();

        ModelDraws one = ParametricBootstrap.Draw(fit.Model!, spendFit.Model!, groups, seed: 6, draws: 5, progress: told.Add);
        ModelDraws other = ParametricBootstrap.Draw(fit.Model!, spendFit.Model!, groups, seed: 6, draws: 5);

        Assert.Equal([1, 2, 3, 4, 5], told);
        Assert.Equal(one.Draws.SelectMany(draw => draw.Transactions.Parameters), other.Draws.SelectMany(draw => draw.Transactions.Parameters));
    }

    [Fact]
    public void Every_model_can_be_drawn()
    {
        ITransactionModel[] models = [_bg, new MbgNbd(0.8, 6, 0.8, 2.5), new ParetoNbd(0.8, 8, 0.8, 14), new MbgCnbd(2, 1.5, 6, 0.8, 2.5), new Nbd(0.8, 8)];
        PurchaseGroups groups = PurchaseGroups.Of([.. Ages(600).Select(age => new PurchaseSummary(0, 0, age))]);
        foreach (ITransactionModel model in models)
        {
            ModelDraws draws = ParametricBootstrap.Draw(model, _spend, groups, seed: 7, draws: 2, mostCustomers: 400);

            Assert.Equal(2, draws.Draws.Count + draws.LeftOut);
            Assert.All(draws.Draws, draw => Assert.Equal(model.Id, draw.Transactions.Id));
        }
    }

    [Fact]
    public void Interval_of_the_total_holds_the_true_expectation_on_simulated_bases()
    {
        const int Bases = 10;
        int held = 0;
        int heldCustomers = 0;
        int customers = 0;
        for (ulong seed = 1; seed <= Bases; seed++)
        {
            (ValueHistory[] histories, TransactionFit fit, SpendFit spendFit, PurchaseGroups groups) = Fitted(_bg, 800, seed);
            ModelDraws draws = ParametricBootstrap.Draw(fit.Model!, spendFit.Model!, groups, seed: 1000 * seed, draws: 42);

            ValueForecast forecast = ValueIntervals.Forecast(fit.Model!, spendFit.Model!, draws, histories, _terms);

            double[] truth = LifetimeValue.Expected(_bg, _spend, histories, _terms);
            double total = truth.Sum();
            held += total >= forecast.TotalInterval!.Value.Low && total <= forecast.TotalInterval.Value.High ? 1 : 0;
            heldCustomers += truth.Where((value, i) => value >= forecast.Intervals![i].Low && value <= forecast.Intervals[i].High).Count();
            customers += truth.Length;
        }

        // Of 10 intervals of 95 %, fewer than 7 hold the truth about once in a thousand times.
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds 1 to {Bases}: {held} totals, {heldCustomers} of {customers} customers");
        Assert.InRange(held, 7, Bases);
        Assert.InRange(heldCustomers / (double)customers, 0.8, 1);
    }

    [Fact]
    public void Few_draws_give_no_interval()
    {
        (ValueHistory[] histories, TransactionFit fit, SpendFit spendFit, PurchaseGroups groups) = Fitted(_bg, 500, seed: 8);

        ValueForecast forecast = ValueIntervals.Forecast(
            fit.Model!, spendFit.Model!, ParametricBootstrap.Draw(fit.Model!, spendFit.Model!, groups, seed: 9, draws: 3), histories, _terms);

        Assert.Null(forecast.Intervals);
        Assert.Null(forecast.TotalInterval);
        Assert.Equal(forecast.Expected.Sum(), forecast.Total);
    }

    private static (ValueHistory[] Histories, TransactionFit Fit, SpendFit SpendFit, PurchaseGroups Groups) Fitted(ITransactionModel truth, int customers, ulong seed)
    {
        PurchaseSummary[] purchases = TransactionSimulation.Draw(truth, Ages(customers), seed);
        SpendSummary[] spends = _spend.Simulate(Array.ConvertAll(purchases, customer => customer.Frequency), seed + 500);
        PurchaseGroups groups = PurchaseGroups.Of(purchases);
        return ([.. purchases.Zip(spends, (when, much) => new ValueHistory(when, much))], TransactionFits.BgNbd(groups), GammaGamma.Fit(spends), groups);
    }

    private static double[] Ages(int customers) => [.. Enumerable.Range(0, customers).Select(i => 26.0 + (i % 52))];

    private static double Deviation(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1));
    }
}
