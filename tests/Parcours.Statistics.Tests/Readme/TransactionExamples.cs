using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Readme;

public sealed class TransactionExamples
{
    [Fact]
    public void Forecast_of_a_base()
    {
        PurchaseSummary[] customers = TransactionSimulation.Draw(new ParetoNbd(0.55, 10.6, 0.61, 11.7), [.. Enumerable.Repeat(38.9, 5_000)], seed: 1);
        TransactionFit fit = TransactionFits.ParetoNbd(PurchaseGroups.Of(customers));
        foreach (FitWarning warning in fit.Warnings) Report($"{warning}");
        double churn = fit.Model!.ProbabilityNoPurchase(customers[0], horizon: 26);
        double[] expected = PurchaseGroups.Of(customers).ForEachRow(customer => fit.Model.ExpectedPurchases(customer, horizon: 39));

        Assert.InRange(churn, 0, 1);
        Assert.Equal(customers.Length, expected.Length);
    }

    [Fact]
    public void One_customer()
    {
        var model = new MbgNbd(r: 0.525, alpha: 6.183, a: 0.891, b: 1.614);
        var customer = new PurchaseSummary(Frequency: 2, Recency: 30.43, Age: 38.86);
        double alive = model.ProbabilityAlive(customer);
        double[] counts = model.PurchaseCountDistribution(customer, horizon: 39);
        NextPurchase next = model.NextPurchase(customer, level: 0.8);

        Assert.InRange(alive, 0.5, 1);
        Assert.Equal(1, counts.Sum(), 1e-8);
        Assert.InRange(next.Median, next.Earliest, next.Latest);
    }

    [Fact]
    public void Traits()
    {
        PurchaseSummary[] customers = TransactionSimulation.Draw(new ParetoNbd(0.8, 8, 0.7, 12), [.. Enumerable.Repeat(80.0, 2_000)], seed: 1);
        double[][] shop = [.. customers.Select((_, i) => new double[] { i % 2 })];
        CovariateFit fit = CovariateFits.ParetoNbd(customers, shop, ["shop"]);
        string effects = string.Join(", ", fit.Names.Zip(fit.Estimates, fit.StandardErrors).Select(e => $"{e.First} {e.Second:F3} ± {e.Third:F3}"));
        double inShops = fit.ModelOf([1])!.ExpectedPurchasesOfNew(horizon: 52);

        Assert.Contains("alpha:shop", effects);
        Assert.InRange(inShops, 1, 10);
    }

    private static void Report(string line) => Assert.NotEmpty(line);
}
