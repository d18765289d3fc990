using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;
using Parcours.Statistics.Measures;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Value;

namespace Parcours.Engine.Value;

/// <summary>What would have been foreseen of the customers' spend at an earlier date, against what they then spent. Amounts are whole units, not discounted.</summary>
/// <param name="WindowDays">The length of the test.</param>
/// <param name="Customers">How many customers are compared: those with a purchase by the earlier date.</param>
/// <param name="Forecast">What they were expected to spend together.</param>
/// <param name="Actual">What they spent.</param>
/// <param name="Model">How far off each customer's forecast was.</param>
/// <param name="Naive">The same for the plainest forecast: that everybody goes on spending as they did since their first purchase.</param>
/// <param name="TopDecileCapture">Of all that was spent, the share of the tenth of customers foreseen to spend most; null when nothing was spent.</param>
/// <param name="NaiveCapture">The same for the plain forecast.</param>
/// <param name="BestCapture">The share of the tenth who really spent most: no forecast can do better.</param>
/// <param name="Warnings">What the reader must be told of the models as they were then.</param>
public sealed record ValueBacktest(
    int WindowDays,
    int Customers,
    double Forecast,
    double Actual,
    ValueMeasures? Model,
    ValueMeasures? Naive,
    double? TopDecileCapture,
    double? NaiveCapture,
    double? BestCapture,
    IReadOnlyList<ModelWarning> Warnings)
{
    /// <summary>Runs it.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="model">The model of when customers buy.</param>
    /// <param name="at">The earlier date: nothing after it is known to the models.</param>
    /// <param name="end">The end of the test.</param>
    public static ValueBacktest Run(HistoryBase histories, string model, Instant at, Instant end)
    {
        var history = PurchaseHistory.Of(histories, at, CalendarUnit.Week, end);
        FittedModel purchases = ModelFits.Of(new ModelRequest(model), history);
        FittedModel spend = ModelFits.Of(new ModelRequest(PredictionModels.Spend), history);
        ModelWarning[] warnings = [.. purchases.Warnings.Concat(spend.Warnings).Distinct()];
        int days = history.Table.EndDay - history.Table.CutDay;
        if (purchases.Transactions is not { } transactions || spend.Spend is not { } amounts)
        {
            return new ValueBacktest(days, history.Count, 0, 0, null, null, null, null, null, warnings);
        }

        SpendSummary[] spends = history.Spends();
        ValueHistory[] past = [.. history.Summaries().Zip(spends, (when, how) => new ValueHistory(when, how))];
        double[] expected = LifetimeValue.Expected(transactions, amounts, past, new ValueTerms(history.LaterWindow, DiscountRate.None));
        double[] seen = [.. history.Table.Customers.Select(customer => (double)customer.LaterSpend / history.MinorUnits)];
        double[] naive = [.. history.Table.Customers.Select(customer => Plain(customer, history, days))];
        double[] positive = [.. seen.Select(amount => Math.Max(0, amount))];
        return new ValueBacktest(
            days, seen.Length, expected.Sum(), seen.Sum(), ValueMeasures.Compute(expected, seen), ValueMeasures.Compute(naive, seen),
            LiftTable.Compute(expected, positive)?.TopDecileCapture, LiftTable.Compute(naive, positive)?.TopDecileCapture, LiftTable.Compute(positive, positive)?.TopDecileCapture,
            warnings);
    }

    // Repeat spend per day since the first purchase.
    private static double Plain(CustomerPurchases customer, PurchaseHistory history, int days) =>
        customer.Repeats == 0 ? 0 : Math.Max(0, (double)customer.RepeatSpend) / history.MinorUnits / (history.Table.CutDay - customer.FirstDay) * days;
}
