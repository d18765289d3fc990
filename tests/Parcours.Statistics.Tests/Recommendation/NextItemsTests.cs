namespace Parcours.Statistics.Recommendation;

public sealed class NextItemsTests
{
    private const ulong Seed = 11;

    private static readonly PersonalModel Plain = new(double.PositiveInfinity, 0);
    private static readonly PersonalModel Fading = new(7, 0);
    private static readonly ItemModel Conditional = new(ItemModelKind.ConditionalProbability, 1, double.PositiveInfinity);

    [Fact]
    public void Again_ranks_by_how_often_then_by_sales_then_by_number()
    {
        Baskets baskets = MadeBaskets.Of(6, [[4, 5], [5, 2], [1]], [[2]]);

        Assert.Equal([5, 2, 1, 4], NextItems.Fit(baskets, Conditional, Plain).Again(0, 10).Select(item => item.Item));
    }

    [Fact]
    public void Again_lets_old_purchases_fade()
    {
        // Twice, two and three weeks ago, weighs 1/4 + 1/8 with a half-life of a week: less than once today.
        Baskets baskets = MadeBaskets.Of(3, [[0], [0], [2], [1]]);

        Assert.Equal([0, 1, 2], NextItems.Fit(baskets, Conditional, Plain).Again(0, 3).Select(item => item.Item));
        IReadOnlyList<ProposedItem> fading = NextItems.Fit(baskets, Conditional, Fading).Again(0, 3);
        Assert.Equal([1, 2, 0], fading.Select(item => item.Item));
        Assert.Equal([1, 0.5, 0.375], fading.Select(item => item.Score));
    }

    [Fact]
    public void New_proposes_what_those_bought_who_bought_the_same_and_says_why()
    {
        Baskets baskets = MadeBaskets.Of(6, [[0], [1]], [[0, 1]], [[1, 0]], [[2, 3]], [[4, 3]], [[0]]);
        var next = NextItems.Fit(baskets, Conditional, Plain);

        ProposedItem first = next.New(5, 1).Single();
        Assert.Equal((1, 0), (first.Item, first.Because));
        // Three of the four buyers of 0 bought 1, as three of all six customers did.
        Assert.Equal(1.5, next.LiftOf(0, 1), 12);
        Assert.Null(first.HitRate);
    }

    [Theory]
    [InlineData(ItemModelKind.Cosine)]
    [InlineData(ItemModelKind.ConditionalProbability)]
    [InlineData(ItemModelKind.Ridge)]
    public void New_never_proposes_what_was_bought_nor_what_is_not_usable_and_fills_up_with_best_sellers(ItemModelKind kind)
    {
        Baskets baskets = MadeBaskets.Of(7, [[0, 1]], [[0, 2]], [[3]], [[3]], [[4]], [[0]]);
        IReadOnlyList<ProposedItem> list = NextItems.Fit(baskets, new(kind, 1, double.PositiveInfinity), Plain).New(5, 10, item => item != 1);

        Assert.Equal([2, 3, 4], list.Select(item => item.Item));
        Assert.Equal([0, -1, -1], list.Select(item => item.Because));
    }

    [Fact]
    public void Customer_without_a_basket_gets_best_sellers_only()
    {
        var next = NextItems.Fit(MadeBaskets.Of(3, [[1]], [[1, 2]], []), Conditional, Plain);

        Assert.Empty(next.Again(2, 10));
        Assert.Equal([1, 2], next.New(2, 10).Select(item => item.Item));
    }

    [Theory]
    [InlineData(ItemModelKind.Cosine, 0)]
    [InlineData(ItemModelKind.ConditionalProbability, 10)]
    [InlineData(ItemModelKind.Ridge, 10)]
    public void Item_models_find_a_taste_that_best_sellers_do_not(ItemModelKind kind, double shrinkage)
    {
        Baskets baskets = MadeBaskets.Of(200, MadeBaskets.WithTastes(1000, 20, Seed));
        var test = new LastBasketTest(baskets, baskets.WithoutLast(), int.MaxValue);

        RankingScore byItems = test.ByItems(ItemVotes.Of(new CoPurchases(test.Bought), kind, shrinkage), double.PositiveInfinity, onlyNew: true);

        Assert.True(byItems.Ndcg > 3 * test.BestSellers(onlyNew: true).Ndcg, $"seed {Seed}: {byItems}");
    }

    [Fact]
    public void Learning_chooses_a_model_that_finds_the_taste_and_gives_rates_that_never_rise()
    {
        var next = NextItems.Learn(MadeBaskets.Of(200, MadeBaskets.WithTastes(1000, 20, Seed)));

        NextItemsBacktest backtest = next.Backtest!;
        Assert.Equal(ItemModel.Candidates.Count, backtest.Tried.Count);
        Assert.Equal(backtest.Tried.Max(tried => tried.New.Ndcg), backtest.Tried.Single(tried => tried.Model == next.Model).New.Ndcg);
        Assert.True(backtest[RankingMethod.ItemItem].New!.Ndcg > 3 * backtest[RankingMethod.BestSellers].New!.Ndcg);
        Assert.True(backtest[RankingMethod.PersonalFrequency].All.Ndcg > backtest[RankingMethod.BestSellers].All.Ndcg);
        Assert.Null(backtest[RankingMethod.PersonalFrequency].New);
        Assert.Equal(backtest.NewHitRates.OrderDescending(), backtest.NewHitRates);
        Assert.Equal(backtest.NewHitRates[0], next.New(0, 3)[0].HitRate);
    }

    [Fact]
    public void Same_baskets_give_the_same_figures_and_lists()
    {
        Baskets baskets = MadeBaskets.Of(200, MadeBaskets.WithTastes(400, 20, Seed));
        var one = NextItems.Learn(baskets);
        var other = NextItems.Learn(baskets);

        Assert.Equal(one.Backtest!.Scores, other.Backtest!.Scores);
        Assert.Equal(one.Backtest.Tried, other.Backtest.Tried);
        Assert.All(Enumerable.Range(0, 400), customer => Assert.Equal(one.New(customer, 10), other.New(customer, 10)));
    }

    [Fact]
    public void Backtest_does_not_learn_from_the_baskets_held_out()
    {
        int[][][] customers = MadeBaskets.WithTastes(400, 20, Seed);
        // The same customers, but their last baskets hold items that nobody bought before.
        int[][][] surprised = [.. customers.Select((baskets, i) => baskets.Length < 2 ? baskets : [.. baskets[..^1], [200 + i]])];

        NextItemsBacktest seen = NextItems.Learn(MadeBaskets.Of(600, customers)).Backtest!;
        NextItemsBacktest unseen = NextItems.Learn(MadeBaskets.Of(600, surprised)).Backtest!;

        Assert.Equal((seen.Model, seen.Personal), (unseen.Model, unseen.Personal));
        Assert.Equal(seen.Tried, unseen.Tried);
        Assert.All(unseen.Scores, score => Assert.Equal(0, score.All.Recall));
    }

    [Fact]
    public void Few_customers_choose_nothing_and_tell_no_rate()
    {
        var next = NextItems.Learn(MadeBaskets.Of(4, [[0], [1], [0]], [[2], [3], [2]]));

        Assert.Empty(next.Backtest!.Tried);
        Assert.Equal(2, next.Backtest.Customers);
        Assert.Null(next.Again(0, 1)[0].HitRate);
    }

    [Fact]
    public void Nobody_to_measure_on_is_told_as_no_figure()
    {
        NextItemsBacktest backtest = NextItems.Learn(MadeBaskets.Of(2, [[0]], [[1]])).Backtest!;

        Assert.Equal(0, backtest.Customers);
        Assert.True(double.IsNaN(backtest[RankingMethod.BestSellers].All.Recall));
    }
}
