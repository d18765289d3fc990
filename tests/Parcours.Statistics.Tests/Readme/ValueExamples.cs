using Parcours.Statistics.Opportunities;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Tracking;
using Parcours.Statistics.Transactions;
using Parcours.Statistics.Value;

namespace Parcours.Statistics.Readme;

/// <summary>The README's examples of spend, opportunities and value, run as they are printed.</summary>
public sealed class ValueExamples
{
    private const ulong Seed = 20260103;

    private readonly List<string> _told = [];

    [Fact]
    public void Spend_is_fitted_and_expected()
    {
        SpendSummary[] spends = new GammaGammaModel(6.25, 3.74, 15.44).Simulate([.. Enumerable.Range(0, 3000).Select(i => i % 5)], Seed);

        SpendFit fit = GammaGamma.Fit(spends);
        foreach (SpendWarning warning in fit.Warnings) Report($"{warning}");
        double expected = fit.Model!.ExpectedSpend(new SpendSummary(Frequency: 3, MeanSpend: 42));
        SpendInterval likely = fit.Model.Interval(new SpendSummary(Frequency: 3, MeanSpend: 42), level: 0.8);

        Assert.Empty(_told);
        Assert.InRange(expected, likely.Lower, likely.Upper);
    }

    [Fact]
    public void Opportunities_are_fitted_and_forecast()
    {
        OpportunitySummary[] donors = new BgBbModel(1.2, 0.75, 0.66, 2.78).Simulate([.. Enumerable.Repeat(6, 3000)], Seed);

        OpportunityFit fit = BgBb.Fit(donors);
        var donor = new OpportunitySummary(Frequency: 4, Recency: 6, Opportunities: 6);
        double alive = fit.Model!.ProbabilityAlive(donor);
        double gifts = fit.Model.ExpectedPurchases(donor, opportunities: 5);
        double[] counts = fit.Model.PurchaseCountDistribution(donor, opportunities: 5);

        Assert.InRange(alive, 0.5, 1);
        Assert.Equal(gifts, counts.Select((probability, count) => probability * count).Sum(), 1e-9);
    }

    [Fact]
    public void Value_has_its_interval()
    {
        ITransactionModel transactions = new BgNbd(0.8, 6, 0.8, 2.5);
        var spend = new GammaGammaModel(6.25, 3.74, 15.44);
        PurchaseSummary[] purchases = TransactionSimulation.Draw(transactions, [.. Enumerable.Range(0, 200).Select(i => 26.0 + (i % 52))], Seed);
        SpendSummary[] spends = spend.Simulate(Array.ConvertAll(purchases, customer => customer.Frequency), Seed);
        ValueHistory[] customers = [.. purchases.Zip(spends, (when, much) => new ValueHistory(when, much))];
        PurchaseGroups groups = PurchaseGroups.Of(purchases);

        var terms = new ValueTerms(Horizon: 52, DiscountRate.OfYear(0.1, unitsPerYear: 365.25 / 7), Margin: 0.3);
        double[] values = LifetimeValue.Expected(transactions, spend, customers, terms);
        ModelDraws draws = ParametricBootstrap.Draw(transactions, spend, groups, seed: 1, draws: 200);
        ValueForecast forecast = ValueIntervals.Forecast(transactions, spend, draws, customers, terms);
        string total = $"{forecast.Total:F0}, between {forecast.TotalInterval?.Low:F0} and {forecast.TotalInterval?.High:F0}";

        Assert.Equal(values, forecast.Expected);
        Assert.Contains("between", total, StringComparison.Ordinal);
        Assert.InRange(forecast.Total, forecast.TotalInterval!.Value.Low, forecast.TotalInterval.Value.High);
    }

    [Fact]
    public void Base_is_tracked()
    {
        ITransactionModel transactions = new BgNbd(0.8, 6, 0.8, 2.5);
        double[] births = [0, 1, 1.5];

        double[] cumulative = TrackingSeries.Expected(transactions, births, step: 1, periods: 78);
        double[] weekly = TrackingSeries.Increments(cumulative);

        Assert.Equal(cumulative[^1], weekly.Sum(), 1e-9);
    }

    private void Report(string warning) => _told.Add(warning);
}
