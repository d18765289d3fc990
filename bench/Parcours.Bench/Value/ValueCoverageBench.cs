using System.Globalization;
using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;
using Parcours.Statistics.Value;

namespace Parcours.Bench.Value;

/// <summary>
/// Whether intervals of spend, opportunities and value hold what they promise: <c>coverage value [seeds] [customers] [value seeds] [value customers] [draws]</c>.
/// </summary>
internal static class ValueCoverageBench
{
    private const double Normal95 = 1.959963984540054;

    private static readonly GammaGammaModel _spend = new(6.249349, 3.744256, 15.44431);
    private static readonly BgBbModel _donations = new(1.2035, 0.7498, 0.6567, 2.7834);
    private static readonly ValueTerms _terms = new(52, DiscountRate.OfYear(0.1, 365.25 / 7), 0.3);

    public static int Run(string[] options)
    {
        int[] sizes = [200, 5_000, 100, 1_000, 100];
        for (int i = 0; i < options.Length && i < sizes.Length; i++)
        {
            sizes[i] = int.Parse(options[i], CultureInfo.InvariantCulture);
        }

        Cover("gg", ["p", "q", "gamma"], [_spend.P, _spend.Q, _spend.Gamma], sizes[0], sizes[1], Spend);
        Cover("bgbb", _donations.ParameterNames, _donations.Parameters, sizes[0], sizes[1], Opportunities);
        Value(new BgNbd(0.8, 6, 0.8, 2.5), TransactionFits.BgNbd, sizes[2], sizes[3], sizes[4]);
        Value(new MbgNbd(0.8, 6, 0.8, 2.5), TransactionFits.MbgNbd, sizes[2], sizes[3], sizes[4]);
        Value(new ParetoNbd(0.8, 8, 0.8, 14), TransactionFits.ParetoNbd, sizes[2], sizes[3], sizes[4]);
        return 0;
    }

    private static (double[] Found, IReadOnlyList<double> Errors) Spend(int customers, ulong seed)
    {
        SpendFit fit = GammaGamma.Fit(_spend.Simulate([.. Enumerable.Range(0, customers).Select(i => 1 + (i % 6))], seed));
        return ([fit.Model!.P, fit.Model.Q, fit.Model.Gamma], fit.StandardErrors);
    }

    private static (double[] Found, IReadOnlyList<double> Errors) Opportunities(int customers, ulong seed)
    {
        OpportunityFit fit = BgBb.Fit(_donations.Simulate([.. Enumerable.Repeat(8, customers)], seed));
        return ([.. fit.Model!.Parameters], fit.StandardErrors);
    }

    private static void Cover(
        string id, IReadOnlyList<string> names, IReadOnlyList<double> truth, int seeds, int customers, Func<int, ulong, (double[] Found, IReadOnlyList<double> Errors)> fit)
    {
        var inside = new int[truth.Count];
        for (int seed = 1; seed <= seeds; seed++)
        {
            (double[] found, IReadOnlyList<double> errors) = fit(customers, (ulong)seed);
            for (int i = 0; i < errors.Count; i++)
            {
                inside[i] += Math.Abs(found[i] - truth[i]) <= Normal95 * errors[i] ? 1 : 0;
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {id} | seeds 1 to {seeds} of {customers:N0}: intervals of 95 % that hold the truth | {string.Join(", ", names.Zip(inside, (name, count) => $"{name} {count}"))} |"));
    }

    private static void Value(ITransactionModel truth, Func<PurchaseGroups, TransactionFit> fit, int seeds, int customers, int draws)
    {
        double[] ages = [.. Enumerable.Range(0, customers).Select(i => 26.0 + (i % 52))];
        int totals = 0;
        long inside = 0;
        int leftOut = 0;
        int used = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            PurchaseSummary[] purchases = TransactionSimulation.Draw(truth, ages, (ulong)seed);
            SpendSummary[] spends = _spend.Simulate(Array.ConvertAll(purchases, row => row.Frequency), (ulong)(500_000 + seed));
            ValueHistory[] histories = [.. purchases.Zip(spends, (when, much) => new ValueHistory(when, much))];
            PurchaseGroups groups = PurchaseGroups.Of(purchases);
            TransactionFit fitted = fit(groups);
            GammaGammaModel spend = GammaGamma.Fit(spends).Model!;
            ModelDraws found = ParametricBootstrap.Draw(fitted.Model!, spend, groups, (ulong)(1_000_000 * seed), draws);
            leftOut += found.LeftOut;
            ValueForecast forecast = ValueIntervals.Forecast(fitted.Model!, spend, found, histories, _terms);
            if (forecast.TotalInterval is not { } interval)
            {
                continue;
            }

            used++;
            double[] expected = LifetimeValue.Expected(truth, _spend, histories, _terms);
            double total = expected.Sum();
            totals += total >= interval.Low && total <= interval.High ? 1 : 0;
            inside += expected.Where((value, i) => value >= forecast.Intervals![i].Low && value <= forecast.Intervals[i].High).Count();
        }

        double share = 100.0 * inside / ((double)used * customers);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {truth.Id} + gg | value over 52 weeks, seeds 1 to {seeds} of {customers:N0}, {draws} draws: intervals of 95 % that hold the true expectation | totals {totals} of {used}, customers {share:F1} %, draws left out {leftOut} |"));
    }
}
