using System.Globalization;
using Parcours.Statistics.Transactions;

namespace Parcours.Bench.Transactions;

/// <summary>Fits and forecasts of many customers: <c>btyd [customers]</c>. Prints the rows of bench/results/btyd.md.</summary>
internal static class TransactionsBench
{
    private const ulong Seed = 20260101;

    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        ITransactionModel truth = new BgNbd(0.243, 4.414, 0.793, 2.426);
        ITransactionModel truthPareto = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        PurchaseSummary[] rows = ByDay(truth, customers);
        PurchaseSummary[] rowsPareto = ByDay(truthPareto, customers);
        PurchaseSummary[] exact = TransactionSimulation.Draw(truthPareto, Ages(customers), Seed);
        PurchaseGroups groups = PurchaseGroups.Of(rows);
        PurchaseGroups groupsPareto = PurchaseGroups.Of(rowsPareto);
        TimingTable.Begin(string.Create(
            CultureInfo.InvariantCulture,
            $"{customers:N0} customers, T 27 to 39 weeks by day, {groups.Summaries.Length:N0} groups (BG/NBD), {groupsPareto.Summaries.Length:N0} (Pareto/NBD)"));
        TimingTable.Time("grouping", () => PurchaseGroups.Of(rows).Customers);
        TimingTable.Time("BG/NBD fit, grouping and standard errors included", () => TransactionFits.BgNbd(PurchaseGroups.Of(rows)).LogLikelihood);
        TimingTable.Time("BG/NBD fit, every row by itself", () => TransactionFits.BgNbd(PurchaseGroups.Ungrouped(rows)).LogLikelihood);
        TimingTable.Time("MBG/NBD fit, grouping included", () => TransactionFits.MbgNbd(PurchaseGroups.Of(rows)).LogLikelihood);
        TimingTable.Time("MBG/CNBD-2 fit, grouping included", () => TransactionFits.MbgCnbd(PurchaseGroups.Of(rows), 2).LogLikelihood);
        TimingTable.Time("Pareto/NBD fit, grouping and standard errors included", () => TransactionFits.ParetoNbd(PurchaseGroups.Of(rowsPareto)).LogLikelihood);
        TimingTable.Time("Pareto/NBD fit, every row by itself", () => TransactionFits.ParetoNbd(PurchaseGroups.Ungrouped(rowsPareto)).LogLikelihood);
        TimingTable.Time("Pareto/NBD fit, continuous times", () => TransactionFits.ParetoNbd(PurchaseGroups.Of(exact)).LogLikelihood);
        Forecast("BG/NBD", truth, rows);
        Forecast("MBG/NBD", new MbgNbd(0.525, 6.183, 0.891, 1.614), rows);
        Forecast("Pareto/NBD", truthPareto, rowsPareto);
        return 0;
    }

    // Purchases of a day count once, as in a base whose orders have dates and no hours.
    private static PurchaseSummary[] ByDay(ITransactionModel model, int customers) =>
    [
        .. TransactionSimulation.Draw(model, Ages(customers), Seed)
            .Select(customer => customer with { Recency = Math.Min(Math.Ceiling(customer.Recency * 7) / 7, customer.Age) }),
    ];

    private static double[] Ages(int customers) => [.. Enumerable.Range(0, customers).Select(i => (189 + (i % 85)) / 7.0)];

    private static void Forecast(string name, ITransactionModel model, PurchaseSummary[] rows)
    {
        TimingTable.Time($"{name}: P(alive) of each, grouping included", () => PurchaseGroups.Of(rows).ForEachRow(customer => model.ProbabilityAlive(customer))[^1]);
        TimingTable.Time($"{name}: expected purchases of each, grouping included", () => PurchaseGroups.Of(rows).ForEachRow(customer => model.ExpectedPurchases(customer, 39))[^1]);
    }
}
