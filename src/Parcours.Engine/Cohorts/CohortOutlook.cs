using Parcours.Engine.Predictions;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Cohorts;

/// <summary>What is to be expected of each customer, in the order of the history.</summary>
/// <param name="AliveNow">The probability of being still there.</param>
/// <param name="AliveThen">The probability of being still there at the end of the horizon.</param>
/// <param name="LifetimeDays">Expected days of being there from now on, up to the limit.</param>
/// <param name="Lost">Expected spend that leaving within the horizon takes away; null without a model of spend.</param>
internal sealed record CohortOutlook(double[] AliveNow, double[] AliveThen, double[] LifetimeDays, double[]? Lost)
{
    private const int Steps = 16; // Simpson's rule over a smooth, falling curve

    // So little time that nobody leaves in it: the pace of purchases now.
    private const double Moment = 0.01;

    public static CohortOutlook Of(ITransactionModel model, GammaGammaModel? spend, PurchaseHistory history, double horizonDays, double limitDays, IProgress<double>? progress)
    {
        double unit = PurchaseHistory.DaysIn(history.Unit);
        double horizon = horizonDays / unit;
        double limit = limitDays / unit;
        PurchaseSummary[] summaries = history.Summaries();
        var groups = PurchaseGroups.Of(summaries);
        PurchaseSummary[] distinct = groups.Summaries.ToArray();
        var figures = new (double Now, double Then, double Life, double LostPurchases)[distinct.Length];
        int done = 0;
        Parallel.For(0, distinct.Length, i =>
        {
            PurchaseSummary customer = distinct[i];
            double pace = model.ExpectedPurchases(customer, Moment) / Moment;
            figures[i] = (
                model.ProbabilityAlive(customer), model.ProbabilityAlive(customer, horizon), unit * Lifetime(model, customer, limit),
                Math.Max(0, (pace * horizon) - model.ExpectedPurchases(customer, horizon)));
            if (Interlocked.Increment(ref done) % 4096 == 0)
            {
                progress?.Report((double)done / distinct.Length);
            }
        });
        int[] of = groups.GroupOfRow.ToArray();
        SpendSummary[]? spends = spend is null ? null : history.Spends();
        return new CohortOutlook(
            Array.ConvertAll(of, i => figures[i].Now), Array.ConvertAll(of, i => figures[i].Then), Array.ConvertAll(of, i => figures[i].Life),
            spends is null ? null : [.. of.Select((group, i) => figures[group].LostPurchases * spend!.ExpectedSpend(spends[i]))]);
    }

    private static double Lifetime(ITransactionModel model, PurchaseSummary customer, double limit)
    {
        double step = limit / Steps;
        double sum = model.ProbabilityAlive(customer) + model.ProbabilityAlive(customer, limit);
        for (int k = 1; k < Steps; k++)
        {
            sum += (k % 2 == 0 ? 2 : 4) * model.ProbabilityAlive(customer, k * step);
        }

        return sum * step / 3;
    }
}
