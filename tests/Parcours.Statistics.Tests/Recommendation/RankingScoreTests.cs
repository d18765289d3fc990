namespace Parcours.Statistics.Recommendation;

public sealed class RankingScoreTests
{
    private const int Digits = 12;

    [Fact]
    public void Measure_is_recall_and_normalised_gain_of_one_list()
    {
        var list = new TopItems(RankingScore.Length);
        for (int item = 0; item < 5; item++)
        {
            list.Add(item, -item, 0);
        }

        (double recall, double ndcg) = RankingScore.Measure(list, [1, 3, 9]);

        Assert.Equal(2.0 / 3, recall, Digits);
        Assert.Equal(((1 / Math.Log2(3)) + (1 / Math.Log2(5))) / (1 + (1 / Math.Log2(3)) + (1 / Math.Log2(4))), ndcg, Digits);
    }

    [Fact]
    public void Ideal_list_is_no_longer_than_ten()
    {
        var list = new TopItems(RankingScore.Length);
        for (int item = 0; item < 10; item++)
        {
            list.Add(item, -item, 0);
        }

        (double recall, double ndcg) = RankingScore.Measure(list, [.. Enumerable.Range(0, 20)]);

        Assert.Equal((0.5, 1.0), (recall, ndcg));
    }

    [Fact]
    public void Best_sellers_score_agrees_with_a_count_by_hand()
    {
        // Held out: 1 for the first, 0 and 2 for the second. Known: [0, 1] [0], [1] [1], [2]; sold 0: 2, 1: 3, 2: 1.
        Baskets baskets = MadeBaskets.Of(3, [[0, 1], [0], [1]], [[1], [1], [0, 2]], [[2]]);
        var test = new LastBasketTest(baskets, baskets.WithoutLast(), int.MaxValue);

        RankingScore all = test.BestSellers(onlyNew: false);
        RankingScore onlyNew = test.BestSellers(onlyNew: true);

        Assert.Equal((2, 1.0), (all.Customers, all.Recall));
        double second = ((1 / Math.Log2(3)) + (1 / Math.Log2(4))) / (1 + (1 / Math.Log2(3)));
        Assert.Equal((1 + second) / 2, all.Ndcg, Digits);
        Assert.Equal((1, 1.0, 1.0), (onlyNew.Customers, onlyNew.Recall, onlyNew.Ndcg));
        Assert.Equal((1 - second) / 2, all.NdcgError, Digits);
    }
}
