using Parcours.Domain.Purchases;
using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions;

/// <summary>What a model fitted at a cut foresaw of a later window, against what came.</summary>
/// <param name="Customers">How many customers are compared.</param>
/// <param name="Predicted">The sum of what was foreseen: purchase days; taken opportunities (BG/BB); the spend of the purchases made (Gamma-Gamma).</param>
/// <param name="Actual">The sum of what came, in the same unit.</param>
/// <param name="MeanAbsoluteError">Over customers; 0 or more. For Gamma-Gamma, of the mean spend of a purchase.</param>
/// <param name="RootMeanSquaredError">Over customers; at least <paramref name="MeanAbsoluteError"/>.</param>
/// <param name="Correlation">Pearson's, over customers, -1 to 1; null when either side is the same for everybody.</param>
public sealed record ModelHoldout(long Customers, double Predicted, double Actual, double MeanAbsoluteError, double RootMeanSquaredError, double? Correlation)
{
    /// <summary>Tests a model of when customers buy, or of how much they spend.</summary>
    /// <param name="model">Fitted on the same history.</param>
    /// <param name="history">The base at the cut, with a later window.</param>
    /// <returns>Null when the model could not be fitted, or nobody is there to compare.</returns>
    public static ModelHoldout? Of(FittedModel model, PurchaseHistory history)
    {
        CustomerPurchases[] customers = history.Table.Customers;
        if (model.Transactions is { } transactions)
        {
            double[] expected = ExpectedPurchases(transactions, history.Summaries(), history.LaterWindow);
            double[] seen = [.. customers.Select(customer => (double)customer.LaterDays)];
            return Compare(expected, seen, expected.Sum(), seen.Sum());
        }

        if (model.Spend is not { } spend)
        {
            return null;
        }

        SpendSummary[] past = history.Spends();
        int[] again = [.. Enumerable.Range(0, customers.Length).Where(i => customers[i].LaterDays > 0)];
        double[] foreseen = [.. again.Select(i => spend.ExpectedSpend(past[i]))];
        double[] spent = [.. again.Select(i => (double)customers[i].LaterSpend / history.MinorUnits / customers[i].LaterDays)];
        return Compare(
            foreseen, spent, again.Zip(foreseen, (i, mean) => mean * customers[i].LaterDays).Sum(), again.Sum(i => (double)customers[i].LaterSpend / history.MinorUnits));
    }

    /// <summary>Tests BG/BB.</summary>
    /// <param name="model">Fitted on the same table.</param>
    /// <param name="table">The base at the cut, with a later window.</param>
    public static ModelHoldout? Of(FittedModel model, OpportunityTable table)
    {
        if (model.Opportunities is not { } opportunities)
        {
            return null;
        }

        var known = new Dictionary<OpportunitySummary, double>();
        double[] expected = [.. table.Customers.Select(customer =>
        {
            OpportunitySummary summary = ModelFits.Summary(customer);
            if (!known.TryGetValue(summary, out double purchases))
            {
                known[summary] = purchases = opportunities.ExpectedPurchases(summary, table.LaterUnits);
            }

            return purchases;
        })];
        double[] seen = [.. table.Customers.Select(customer => (double)customer.LaterTaken)];
        return Compare(expected, seen, expected.Sum(), seen.Sum());
    }

    /// <summary>The expected purchases of every customer in a horizon, each different history computed once.</summary>
    internal static double[] ExpectedPurchases(ITransactionModel model, PurchaseSummary[] customers, double horizon)
    {
        var groups = PurchaseGroups.Of(customers);
        PurchaseSummary[] distinct = groups.Summaries.ToArray();
        var byGroup = new double[distinct.Length];
        Parallel.For(0, distinct.Length, i => byGroup[i] = model.ExpectedPurchases(distinct[i], horizon));
        var expected = new double[customers.Length];
        ReadOnlySpan<int> groupOf = groups.GroupOfRow;
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] = byGroup[groupOf[i]];
        }

        return expected;
    }

    private static ModelHoldout? Compare(double[] expected, double[] seen, double predicted, double actual)
    {
        if (seen.Length == 0)
        {
            return null;
        }

        double absolute = 0;
        double squared = 0;
        double meanExpected = expected.Average();
        double meanSeen = seen.Average();
        double both = 0;
        double own = 0;
        double other = 0;
        for (int i = 0; i < seen.Length; i++)
        {
            double miss = expected[i] - seen[i];
            absolute += Math.Abs(miss);
            squared += miss * miss;
            both += (expected[i] - meanExpected) * (seen[i] - meanSeen);
            own += (expected[i] - meanExpected) * (expected[i] - meanExpected);
            other += (seen[i] - meanSeen) * (seen[i] - meanSeen);
        }

        return new ModelHoldout(
            seen.Length, predicted, actual, absolute / seen.Length, Math.Sqrt(squared / seen.Length),
            own > 0 && other > 0 ? Math.Clamp(both / Math.Sqrt(own * other), -1, 1) : null);
    }
}
