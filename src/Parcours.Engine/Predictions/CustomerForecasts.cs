using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;
using Parcours.Statistics.Value;

namespace Parcours.Engine.Predictions;

/// <summary>
/// What is foretold of every customer at a date: by Pareto/NBD when they buy, by Gamma-Gamma how much, by the learner that did best on the past whether they leave.
/// </summary>
public sealed class CustomerForecasts
{
    private const double DaysAWeek = 7;
    private const double WeeksAYear = 365.25 / DaysAWeek;
    private const double YearlyDiscount = 0.10;
    private const double FarDays = 3652.5;

    private CustomerForecasts(
        Instant at, double horizonDays, ImmutableArray<CustomerForecast> customers, FittedModel purchases, FittedModel spend, ChurnScores? churn, ChurnRefusal? noChurn)
    {
        At = at;
        HorizonDays = horizonDays;
        Customers = customers;
        Purchases = purchases;
        Spend = spend;
        Churn = churn;
        NoChurn = noChurn;
    }

    /// <summary>The date: nothing after it is looked at.</summary>
    public Instant At { get; }

    /// <summary>The horizon in days.</summary>
    public double HorizonDays { get; }

    /// <summary>Everyone with an order by the date, in the order of the base.</summary>
    public ImmutableArray<CustomerForecast> Customers { get; }

    /// <summary>The model of when customers buy, with its warnings.</summary>
    public FittedModel Purchases { get; }

    /// <summary>The model of how much they spend, with its warnings.</summary>
    public FittedModel Spend { get; }

    /// <summary>The churn scores; null when there are none.</summary>
    public ChurnScores? Churn { get; }

    /// <summary>Why there are no churn scores; null when there are.</summary>
    public ChurnRefusal? NoChurn { get; }

    /// <summary>Foretells.</summary>
    /// <param name="folder">The workspace's folder, where fitted models are kept; null keeps nothing.</param>
    /// <param name="definition">What leaving is; its horizon is that of the forecast.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The forecasts; without customers when no model of purchases can be fitted, which its warnings explain.</returns>
    public static CustomerForecasts Compute(string? folder, ChurnDefinition definition, HistoryBase histories, Instant at, Action<double>? progress = null)
    {
        double days = definition.Horizon.ApproximateDays;
        HistoryBase orders = OrderHolders.Of(histories, definition.Subject);
        var history = PurchaseHistory.Of(orders, at);
        progress?.Invoke(0.05);
        FittedModel purchases = FittedModels.Of(folder, new ModelRequest("pnbd"), orders, history);
        FittedModel spend = FittedModels.Of(folder, new ModelRequest(PredictionModels.Spend), orders, history);
        progress?.Invoke(0.1);
        (ChurnScores? churn, ChurnRefusal? refusal) = ChurnScores.Compute(definition, histories, at, folder, share => progress?.Invoke(0.1 + (share * 0.7)));
        ImmutableArray<CustomerForecast> customers = purchases.Transactions is { } model ? ForEach(model, spend.Spend, history, days, churn) : [];
        progress?.Invoke(1);
        return new CustomerForecasts(at, days, customers, purchases, spend, churn, refusal);
    }

    private static ImmutableArray<CustomerForecast> ForEach(ITransactionModel model, GammaGammaModel? spend, PurchaseHistory history, double days, ChurnScores? churn)
    {
        PurchaseSummary[] summaries = history.Summaries();
        SpendSummary[] spends = history.Spends();
        var groups = PurchaseGroups.Of(summaries);
        double weeks = days / DaysAWeek;
        double[] alive = groups.ForEachRow(customer => model.ProbabilityAlive(customer));
        double[] none = groups.ForEachRow(customer => model.ProbabilityNoPurchase(customer, weeks));
        double[] orders = groups.ForEachRow(customer => model.ExpectedPurchases(customer, weeks));
        double[] yearOrders = ResidualPurchases.Expected(model, groups, DiscountRate.OfYear(YearlyDiscount, WeeksAYear), 365 / DaysAWeek);
        NextPurchase[] distinct = new NextPurchase[groups.Summaries.Length];
        PurchaseSummary[] each = groups.Summaries.ToArray();
        Parallel.For(0, distinct.Length, group => distinct[group] = model.NextPurchase(each[group]));
        int[] groupOfRow = groups.GroupOfRow.ToArray();
        var forecasts = ImmutableArray.CreateBuilder<CustomerForecast>(summaries.Length);
        for (int row = 0; row < summaries.Length; row++)
        {
            double basket = spend?.ExpectedSpend(spends[row]) ?? 0;
            NextPurchase next = distinct[groupOfRow[row]];
            int subject = history.Table.Customers[row].Subject;
            forecasts.Add(new CustomerForecast(
                subject, alive[row], none[row], orders[row], orders[row] * basket, yearOrders[row] * basket,
                Days(next.Median), Days(next.Earliest), Days(next.Latest), churn?.Of(subject)));
        }

        return forecasts.MoveToImmutable();
    }

    private static double Days(double weeks) => weeks * DaysAWeek is var days && days < FarDays ? days : double.PositiveInfinity;
}
