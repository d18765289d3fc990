using Parcours.Domain.Timing;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Timing;

/// <summary>A transaction model that foresees customers: the chance of an order within a horizon, and its median day given that there is one.</summary>
internal sealed class WaitModel
{
    private const double Week = 7;
    private const int Halvings = 20;

    private readonly ITransactionModel _model;
    private readonly int _today;

    private WaitModel(ITransactionModel model, int today)
    {
        _model = model;
        _today = today;
    }

    /// <summary>Fits MBG/NBD on what is known at a day; null when the fit cannot be trusted.</summary>
    public static WaitModel? Fit(IReadOnlyList<Buyer> buyers, int today)
    {
        TransactionFit fit = TransactionFits.MbgNbd(PurchaseGroups.Of([.. buyers.Select(buyer => Summary(buyer, today))]));
        return fit.Model is not null && fit.Converged ? new WaitModel(fit.Model, today) : null;
    }

    /// <summary>For each customer, the chance of an order in the next days and the median number of days until then, given one.</summary>
    public (double[] Chances, double[] Days) Foresee(IReadOnlyList<Buyer> buyers, int horizon)
    {
        var groups = PurchaseGroups.Of([.. buyers.Select(buyer => Summary(buyer, _today))]);
        PurchaseSummary[] summaries = groups.Summaries.ToArray();
        double[] chances = new double[summaries.Length];
        double[] days = new double[summaries.Length];
        Parallel.For(0, summaries.Length, group =>
        {
            chances[group] = 1 - _model.ProbabilityNoPurchase(summaries[group], horizon / Week);
            days[group] = MedianDays(summaries[group], chances[group], horizon);
        });
        double[] chanceOf = new double[buyers.Count];
        double[] daysOf = new double[buyers.Count];
        for (int row = 0; row < buyers.Count; row++)
        {
            chanceOf[row] = Math.Clamp(chances[groups.GroupOfRow[row]], 0, 1);
            daysOf[row] = days[groups.GroupOfRow[row]];
        }

        return (chanceOf, daysOf);
    }

    private double MedianDays(PurchaseSummary customer, double chance, int horizon)
    {
        (double low, double high) = (0, horizon);
        for (int step = 0; step < Halvings; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = 1 - _model.ProbabilityNoPurchase(customer, middle / Week) < chance / 2 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static PurchaseSummary Summary(Buyer buyer, int today) =>
        new(buyer.Orders - 1, (buyer.LastDay - buyer.FirstDay) / Week, (today - buyer.FirstDay) / Week);
}
