using Parcours.Statistics.Recommendation;

namespace Parcours.Statistics.Readme;

public sealed class RecommendationExamples
{
    [Fact]
    public void What_customers_buy_next()
    {
        var builder = new BasketsBuilder(itemCount: 3);
        foreach (int[][] customer in new int[][][] { [[0], [0, 1], [0]], [[0], [1]], [[1, 2]], [[0]] })
        {
            builder.StartCustomer();
            for (int i = 0; i < customer.Length; i++) builder.Add(day: 7 * i, customer[i]);
        }
        var next = NextItems.Learn(builder.ToBaskets());
        Console.WriteLine($"again {next.Again(0, 1)[0].Item}, new {next.New(0, 1)[0].Item}");  // again 0, new 2
        Console.WriteLine(next.Backtest![RankingMethod.ItemItem].New);                         // Recall@10, NDCG@10 and their errors
        var pairs = ItemPairs.Find(builder.ToBaskets(), PairRelation.Together);                // support, confidence, lift, intervals, q-values

        Assert.Equal((0, 2), (next.Again(0, 1)[0].Item, next.New(0, 1)[0].Item));
        Assert.NotNull(pairs);
    }
}
