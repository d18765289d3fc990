using System.Collections.Concurrent;

namespace Parcours.Statistics.Recommendation;

/// <summary>
/// What each customer will buy next: again, by personal frequency; new, by an item-item model. Immutable, and safe to ask from several
/// threads. The same baskets give the same lists, whatever the number of threads.
/// </summary>
public sealed class NextItems
{
    private readonly Baskets _baskets;
    private readonly CustomerItems _bought;
    private readonly ItemVotes _votes;
    private readonly Sales _sales;
    private readonly ConcurrentBag<CustomerRanking> _rankings = [];

    private NextItems(Baskets baskets, CustomerItems bought, ItemVotes votes, ItemModel model, PersonalModel personal, NextItemsBacktest? backtest)
    {
        _baskets = baskets;
        _bought = bought;
        _votes = votes;
        _sales = new Sales(baskets) { ItemsPerCustomer = bought.ItemsPerCustomer };
        Model = model;
        Personal = personal;
        Backtest = backtest;
    }

    /// <summary>The item-item model in use.</summary>
    public ItemModel Model { get; }

    /// <summary>The model of personal frequency in use.</summary>
    public PersonalModel Personal { get; }

    /// <summary>What the lists would have found; null after <see cref="Fit"/>.</summary>
    public NextItemsBacktest? Backtest { get; }

    /// <summary>Chooses the model and measures it by backtest, then fits it to all baskets.</summary>
    /// <param name="baskets">What was bought.</param>
    /// <param name="progress">Told the share done, 0 to 1, from several threads; may be null.</param>
    public static NextItems Learn(Baskets baskets, Action<double>? progress = null)
    {
        var backtest = BacktestRun.Of(baskets, share => progress?.Invoke(share * 0.8));
        return Trained(baskets, backtest.Model, backtest.Personal, backtest, share => progress?.Invoke(0.8 + (share * 0.2)));
    }

    /// <summary>Fits a model of one's own choice, without a backtest.</summary>
    /// <param name="baskets">What was bought.</param>
    /// <param name="model">The item-item model.</param>
    /// <param name="personal">The model of personal frequency.</param>
    public static NextItems Fit(Baskets baskets, ItemModel model, PersonalModel personal) => Trained(baskets, model, personal, null, null);

    /// <summary>What a customer is likely to buy again: items already bought, most likely first.</summary>
    /// <param name="customer">The customer, by its place in the baskets.</param>
    /// <param name="count">How many items at most, 0 or more.</param>
    /// <param name="usable">Whether an item may be proposed to this customer; null when all may.</param>
    public IReadOnlyList<ProposedItem> Again(int customer, int count, Predicate<int>? usable = null)
    {
        CustomerRanking ranking = Take();
        var best = new TopItems(count);
        ranking.Personal(customer, Personal, onlyOwned: true, usable, best);
        _rankings.Add(ranking);
        return [.. Enumerable.Range(0, best.Count).Select(rank => new ProposedItem(best[rank].Item, best[rank].Score, -1, RateAt(Backtest?.AgainHitRates, rank)))];
    }

    /// <summary>What a customer is likely to buy for the first time, most likely first; best-sellers fill the list.</summary>
    /// <param name="customer">The customer, by its place in the baskets.</param>
    /// <param name="count">How many items at most, 0 or more.</param>
    /// <param name="usable">Whether an item may be proposed to this customer; null when all may.</param>
    public IReadOnlyList<ProposedItem> New(int customer, int count, Predicate<int>? usable = null)
    {
        CustomerRanking ranking = Take();
        var best = new TopItems(count);
        ranking.ByItems(customer, _votes, Model.HalfLife, onlyNew: true, usable, best);
        ProposedItem[] list =
        [
            .. Enumerable.Range(0, best.Count).Select(rank => new ProposedItem(
                best[rank].Item, best[rank].Score, ranking.BecauseOf(customer, best[rank].Item, _votes, Model.HalfLife), RateAt(Backtest?.NewHitRates, rank))),
        ];
        _rankings.Add(ranking);
        return list;
    }

    /// <summary>How much likelier those who bought one item are to have bought the other than customers are on average: 1 is no link, 3 is three times; NaN when either was never bought.</summary>
    public double LiftOf(int item, int other)
    {
        ReadOnlySpan<int> first = _bought.CustomersOf(item);
        ReadOnlySpan<int> second = _bought.CustomersOf(other);
        int both = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            both += first[i] == second[j] ? 1 : 0;
            (i, j) = (first[i] <= second[j] ? i + 1 : i, second[j] <= first[i] ? j + 1 : j);
        }

        return (double)both * _bought.CustomerCount / ((double)first.Length * second.Length);
    }

    private static NextItems Trained(Baskets baskets, ItemModel model, PersonalModel personal, NextItemsBacktest? backtest, Action<double>? progress)
    {
        var bought = new CustomerItems(baskets);
        return new(baskets, bought, ItemVotes.Of(new CoPurchases(bought, progress), model.Kind, model.Shrinkage), model, personal, backtest);
    }

    private static double? RateAt(IReadOnlyList<double>? rates, int rank) => rates is not null && rank < rates.Count ? rates[rank] : null;

    private CustomerRanking Take() => _rankings.TryTake(out CustomerRanking? kept) ? kept : new(_baskets, _sales);
}
