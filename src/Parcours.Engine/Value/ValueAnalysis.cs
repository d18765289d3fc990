using Parcours.Domain.Purchases;
using Parcours.Engine.Predictions;
using Parcours.Statistics;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;
using Parcours.Statistics.Value;

namespace Parcours.Engine.Value;

/// <summary>What the customers of a base are expected to bring within a horizon. Amounts are whole units of the base's currency.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Purchases">The model of when they buy.</param>
/// <param name="Spend">The model of how much they spend.</param>
/// <param name="Customers">Each customer, in the order of the base; empty when a model could not be fitted.</param>
/// <param name="Total">What all of them are expected to spend.</param>
/// <param name="TotalInterval">Its 95 % interval; null when there is no honest one.</param>
/// <param name="Deciles">From the highest expectations; empty with the customers.</param>
/// <param name="Margin">The same as margin; null when no cost is known.</param>
/// <param name="Warnings">What the reader must be told.</param>
public sealed record ValueAnalysis(
    ValueRequest Request,
    FittedModel Purchases,
    FittedModel Spend,
    CustomerValue[] Customers,
    double Total,
    ConfidenceInterval? TotalInterval,
    IReadOnlyList<ValueDecile> Deciles,
    ValueMargin? Margin,
    IReadOnlyList<ModelWarning> Warnings)
{
    private const ulong Seed = 1;

    // A large base has a narrow interval, whose own scatter hardly matters: fewer repetitions will do.
    private const long MostForecasts = 20_000_000;
    private const int FewestDraws = 60;
    private const int MostDraws = 200;

    // A customer's own margin counts as much as this many of the base's mean line totals.
    private const double OrdersOfPrior = 5;

    /// <summary>Computes it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="purchases">Fitted on the same history; its request says the unit of time.</param>
    /// <param name="spend">Fitted on the same history.</param>
    /// <param name="history">The base at the cut.</param>
    /// <param name="costs">What products cost, for margins; null when no cost is known.</param>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    public static ValueAnalysis Compute(
        ValueRequest request, FittedModel purchases, FittedModel spend, PurchaseHistory history, LineCosts? costs = null, IProgress<double>? progress = null)
    {
        ModelWarning[] warnings = [.. purchases.Warnings.Concat(spend.Warnings).Distinct()];
        if (purchases.Transactions is not { } transactions || spend.Spend is not { } amounts)
        {
            return new ValueAnalysis(request, purchases, spend, [], 0, null, [], null, warnings);
        }

        PurchaseSummary[] summaries = history.Summaries();
        SpendSummary[] spends = history.Spends();
        ValueHistory[] customers = [.. summaries.Zip(spends, (when, how) => new ValueHistory(when, how))];
        int repeats = (int)Math.Clamp(MostForecasts / Math.Max(1, customers.Length), FewestDraws, MostDraws);
        ModelDraws draws = ParametricBootstrap.Draw(
            transactions, amounts, PurchaseGroups.Of(summaries), Seed, repeats, progress: done => progress?.Report(done / (2.0 * repeats)));
        ValueForecast forecast = ValueIntervals.Forecast(
            transactions, amounts, draws, customers, Terms(request, history), done => progress?.Report((1 + (done / (double)draws.Draws.Count)) / 2));
        int[] deciles = ValueDecile.NumbersOf(forecast.Expected);
        double[]? rates = costs is null ? null : MarginRates(history, costs);
        CustomerValue[] values = [.. history.Table.Customers.Select((customer, i) => new CustomerValue(
            customer.Subject, customer.Days, (double)customer.Spend / history.MinorUnits, forecast.Expected[i], forecast.Intervals?[i].Low, forecast.Intervals?[i].High, rates?[i], deciles[i]))];
        return new ValueAnalysis(
            request, purchases, spend, values, forecast.Total, forecast.TotalInterval, ValueDecile.Of(forecast.Expected, [.. values.Select(value => value.Spent)]), MarginOf(forecast, rates, costs),
            forecast.TotalInterval is null ? [.. warnings, ModelWarnings.Known("no_interval")] : warnings);
    }

    /// <summary>The terms of the statistics for a request.</summary>
    internal static ValueTerms Terms(ValueRequest request, PurchaseHistory history)
    {
        double days = PurchaseHistory.DaysIn(history.Unit);
        return new ValueTerms(request.HorizonDays / days, DiscountRate.OfYear(request.AnnualDiscount, 365.25 / days));
    }

    private static double[]? MarginRates(PurchaseHistory history, LineCosts costs)
    {
        double revenue = costs.Revenue.Sum();
        if (revenue <= 0)
        {
            return null;
        }

        double rate = 1 - (costs.Cost.Sum() / revenue);
        double prior = OrdersOfPrior * revenue / Math.Max(1, history.Table.Customers.Where(customer => costs.Revenue[customer.Subject] > 0).Sum(customer => customer.Days));
        return [.. history.Table.Customers.Select(customer =>
            (costs.Revenue[customer.Subject] - costs.Cost[customer.Subject] + (rate * prior)) / (Math.Max(0, costs.Revenue[customer.Subject]) + prior))];
    }

    private static ValueMargin? MarginOf(ValueForecast forecast, double[]? rates, LineCosts? costs)
    {
        if (rates is null || costs is null)
        {
            return null;
        }

        double total = forecast.Expected.Zip(rates, (value, rate) => value * rate).Sum();
        double share = forecast.Total > 0 ? total / forecast.Total : 0;
        ConfidenceInterval? interval = forecast.TotalInterval is { } known && share > 0 ? new ConfidenceInterval(known.Low * share, known.High * share) : null;
        double revenue = costs.Revenue.Sum();
        return new ValueMargin(1 - (costs.Cost.Sum() / revenue), costs.AllRevenue > 0 ? Math.Min(1, revenue / costs.AllRevenue) : 0, total, interval);
    }
}
