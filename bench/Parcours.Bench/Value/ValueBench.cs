using System.Diagnostics;
using System.Globalization;
using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Tracking;
using Parcours.Statistics.Transactions;
using Parcours.Statistics.Value;

namespace Parcours.Bench.Value;

/// <summary>Spend, lifetime value and tracking of many customers: <c>value [customers] [draws]</c>. Prints the rows of bench/results/value.md.</summary>
internal static class ValueBench
{
    private const ulong Seed = 20260102;
    private const double WeeksPerYear = 365.25 / 7;

    private static readonly GammaGammaModel _spend = new(6.249349, 3.744256, 15.44431);

    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        int draws = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 50;

        // First purchases spread by day over three years that ended half a year ago.
        double[] ages = [.. Enumerable.Range(0, customers).Select(i => (182 + (i % 1096)) / 7.0)];
        var truth = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        PurchaseSummary[] rows =
        [
            .. TransactionSimulation.Draw(truth, ages, Seed)
                .Select(customer => customer with { Recency = Math.Min(Math.Ceiling(customer.Recency * 7) / 7, customer.Age) }),
        ];
        SpendSummary[] spends = [.. _spend.Simulate(Array.ConvertAll(rows, row => row.Frequency), Seed).Select(ToTheCent)];
        ValueHistory[] histories = [.. rows.Zip(spends, (when, much) => new ValueHistory(when, much))];
        PurchaseGroups groups = PurchaseGroups.Of(rows);
        var rate = DiscountRate.OfYear(0.1, WeeksPerYear);
        var terms = new ValueTerms(double.PositiveInfinity, rate, 0.3);
        int opportunities = 6;
        OpportunitySummary[] donors = new BgBbModel(1.2035, 0.7498, 0.6567, 2.7834).Simulate([.. Enumerable.Repeat(opportunities, customers)], Seed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{customers:N0} customers, T 26 to 182 weeks by day, {groups.Summaries.Length:N0} groups, {Environment.ProcessorCount} cores, best of 3 runs"));
        Console.WriteLine();
        Console.WriteLine("| what | ms |");
        Console.WriteLine("|---|---:|");
        Time("Gamma-Gamma fit, grouping and standard errors included", () => GammaGamma.Fit(spends).LogLikelihood);
        Time("Gamma-Gamma expected spend of each", () => spends.Sum(_spend.ExpectedSpend));
        Time("BG/BB fit, grouping and standard errors included", () => BgBb.Fit(donors).LogLikelihood);
        foreach (ITransactionModel model in (ITransactionModel[])[truth, new BgNbd(0.243, 4.414, 0.793, 2.426), new MbgNbd(0.525, 6.183, 0.891, 1.614)])
        {
            Time($"{model.Id}: residual lifetime value of each, grouping included", () => LifetimeValue.Expected(model, _spend, histories, terms).Sum());
            Time($"{model.Id}: value over 52 weeks of each, grouping included", () => LifetimeValue.Expected(model, _spend, histories, terms with { Horizon = 52 }).Sum());
            Time($"{model.Id}: expected purchases of the base by week, 182 weeks", () => TrackingSeries.Expected(model, Array.ConvertAll(ages, age => 182.5 - age), 1, 182)[^1]);
        }

        ModelDraws found = new([], 0);
        Time($"pnbd and gg: {draws} bootstrap draws of 10,000", () => (found = ParametricBootstrap.Draw(truth, _spend, groups, Seed, draws)).Draws.Count, runs: 1);
        Time($"pnbd and gg: intervals of each and of the total from {draws} draws", () => ValueIntervals.Forecast(truth, _spend, found, histories, terms).Total, runs: 1);
        return 0;
    }

    private static SpendSummary ToTheCent(SpendSummary spend) =>
        spend.Frequency == 0 ? spend : spend with { MeanSpend = Math.Max(0.01, Math.Round(spend.MeanSpend * spend.Frequency, 2)) / spend.Frequency };

    private static void Time(string what, Func<double> work, int runs = 3)
    {
        double best = double.PositiveInfinity;
        for (int run = 0; run < runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            double answer = work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!double.IsFinite(answer))
            {
                Console.Error.WriteLine($"{what}: {answer}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {best:N0} |"));
    }
}
