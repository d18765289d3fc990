using System.Globalization;
using Parcours.Statistics.Transactions;

namespace Parcours.Bench.Transactions;

/// <summary>
/// Whether intervals hold what they promise: <c>coverage [seeds] [customers] [large] [draws] [drawn customers]</c>. Customers are drawn from a known model in
/// continuous time and fitted; prints the tables of bench/results/coverage.md.
/// </summary>
internal static class CoverageBench
{
    private const double Normal95 = 1.959963984540054;

    private sealed record Study(ITransactionModel Truth, Func<PurchaseGroups, TransactionFit> Fit);

    public static int Run(string[] options)
    {
        int[] sizes = [100, 50_000, 1_000_000, 1_000, 5_000];
        for (int i = 0; i < options.Length && i < sizes.Length; i++)
        {
            sizes[i] = int.Parse(options[i], CultureInfo.InvariantCulture);
        }

        Study[] studies =
        [
            new(new BgNbd(0.243, 4.414, 0.793, 2.426), TransactionFits.BgNbd),
            new(new MbgNbd(0.525, 6.183, 0.891, 1.614), TransactionFits.MbgNbd),
            new(new ParetoNbd(0.553, 10.578, 0.606, 11.669), TransactionFits.ParetoNbd),
            new(new Nbd(0.4, 9), TransactionFits.Nbd),
            new(new MbgCnbd(2, 0.9, 4, 0.8, 2), groups => TransactionFits.MbgCnbd(groups, 2)),
        ];
        foreach (Study study in studies)
        {
            Cover(study, sizes[0], sizes[1]);
        }

        foreach (Study study in studies)
        {
            Large(study, sizes[2]);
        }

        foreach (Study study in studies)
        {
            Bootstrap(study, sizes[3], sizes[4]);
        }

        return 0;
    }

    private static void Cover(Study study, int seeds, int customers)
    {
        int[] inside = new int[study.Truth.Parameters.Count];
        for (int seed = 1; seed <= seeds; seed++)
        {
            TransactionFit fit = Fit(study, study.Truth, customers, (ulong)seed);
            for (int i = 0; i < inside.Length && fit.StandardErrors.Count > 0; i++)
            {
                inside[i] += Math.Abs(fit.Model!.Parameters[i] - study.Truth.Parameters[i]) <= Normal95 * fit.StandardErrors[i] ? 1 : 0;
            }

            Progress(study, seed, seeds);
        }

        Row(study, $"seeds 1 to {seeds} of {customers:N0}: intervals of 95 % that hold the truth", inside.Select(count => $"{count}"));
    }

    private static void Large(Study study, int customers)
    {
        TransactionFit fit = Fit(study, study.Truth, customers, 1);
        Row(
            study,
            string.Create(CultureInfo.InvariantCulture, $"{customers:N0} customers: errors of the estimate, in standard errors"),
            fit.StandardErrors.Select((error, i) => ((fit.Model!.Parameters[i] - study.Truth.Parameters[i]) / error).ToString("F2", CultureInfo.InvariantCulture)));
    }

    private static void Bootstrap(Study study, int draws, int customers)
    {
        TransactionFit fit = Fit(study, study.Truth, customers, 1);
        double[] sum = new double[fit.StandardErrors.Count];
        double[] squares = new double[sum.Length];
        for (int draw = 1; draw <= draws; draw++)
        {
            ITransactionModel drawn = Fit(study, fit.Model!, customers, (ulong)(1_000_000 + draw)).Model!;
            for (int i = 0; i < sum.Length; i++)
            {
                double difference = drawn.Parameters[i] - fit.Model!.Parameters[i];
                sum[i] += difference;
                squares[i] += difference * difference;
            }

            Progress(study, draw, draws);
        }

        Row(
            study,
            string.Create(CultureInfo.InvariantCulture, $"{draws:N0} bootstrap draws of {customers:N0}: our standard error over theirs"),
            sum.Select((total, i) => (fit.StandardErrors[i] / Math.Sqrt((squares[i] - (total * total / draws)) / (draws - 1))).ToString("F3", CultureInfo.InvariantCulture)));
    }

    private static TransactionFit Fit(Study study, ITransactionModel truth, int customers, ulong seed) =>
        study.Fit(PurchaseGroups.Of(TransactionSimulation.Draw(truth, [.. Enumerable.Range(0, customers).Select(i => 52 + (i % 1000 * 0.104))], seed)));

    private static void Row(Study study, string what, IEnumerable<string> figures) =>
        Console.WriteLine($"| {study.Truth.Id} | {what} | {string.Join(", ", study.Truth.ParameterNames.Zip(figures, (name, figure) => $"{name} {figure}"))} |");

    private static void Progress(Study study, int done, int all)
    {
        if (done % Math.Max(1, all / 10) == 0)
        {
            Console.Error.WriteLine($"{study.Truth.Id}: {done} of {all}");
        }
    }
}
