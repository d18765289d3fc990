namespace Parcours.Statistics.Recommendation;

/// <summary>Runs the backtest: chooses on the last basket but one, measures on the last.</summary>
internal static class BacktestRun
{
    private static readonly ItemModel UsualItems = new(ItemModelKind.ConditionalProbability, 30, double.PositiveInfinity);
    private static readonly PersonalModel UsualPersonal = new(365, 10);

    public static NextItemsBacktest Of(Baskets baskets, Action<double> progress)
    {
        Baskets before = baskets.WithoutLast();
        (ItemModel model, PersonalModel personal, List<ItemModelScore> tried) = Choose(before, progress);
        var test = new LastBasketTest(baskets, before, NextItemsBacktest.MostCustomers);
        ItemVotes votes = ItemVotes.Of(new CoPurchases(test.Bought, share => progress(0.7 + (share * 0.2))), model.Kind, model.Shrinkage);
        MethodScore[] scores =
        [
            new(RankingMethod.PersonalFrequency, test.Personal(personal), null),
            new(RankingMethod.ItemItem, test.ByItems(votes, model.HalfLife, onlyNew: false), test.ByItems(votes, model.HalfLife, onlyNew: true)),
            new(RankingMethod.BestSellers, test.BestSellers(onlyNew: false), test.BestSellers(onlyNew: true)),
        ];
        return new(
            test.Customers, scores, model, personal, tried,
            test.HitRates((ranking, customer, into) => ranking.Personal(customer, personal, onlyOwned: true, null, into), NextItemsBacktest.FewestCustomers),
            test.HitRates((ranking, customer, into) => ranking.ByItems(customer, votes, model.HalfLife, onlyNew: true, null, into), NextItemsBacktest.FewestCustomers));
    }

    private static (ItemModel Model, PersonalModel Personal, List<ItemModelScore> Tried) Choose(Baskets baskets, Action<double> progress)
    {
        var trial = new LastBasketTest(baskets, baskets.WithoutLast(), NextItemsBacktest.MostCustomers);
        if (trial.Customers < NextItemsBacktest.FewestCustomers)
        {
            return (UsualItems, UsualPersonal, []);
        }

        // The first of equals: the lists of candidates are in a fixed order.
        PersonalModel personal = PersonalModel.Candidates.MaxBy(model => trial.Personal(model).Ndcg);
        var pairs = new CoPurchases(trial.Bought, share => progress(share * 0.3));
        var tried = new List<ItemModelScore>();
        foreach (IGrouping<(ItemModelKind, double), ItemModel> same in ItemModel.Candidates.GroupBy(model => (model.Kind, model.Shrinkage)))
        {
            ItemVotes votes = ItemVotes.Of(pairs, same.Key.Item1, same.Key.Item2);
            tried.AddRange(same.Select(model => new ItemModelScore(model, trial.ByItems(votes, model.HalfLife, onlyNew: true))));
            progress(0.3 + (0.4 * tried.Count / ItemModel.Candidates.Count));
        }

        ItemModelScore best = tried.MaxBy(score => score.New.Ndcg)!;
        return (double.IsNaN(best.New.Ndcg) ? UsualItems : best.Model, personal, tried);
    }
}
