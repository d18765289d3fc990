namespace Parcours.Statistics.Recommendation;

public sealed class ItemPairsTests
{
    private const double TableDigits = 0.001;

    [Fact]
    public void Together_counts_baskets_and_customers()
    {
        // Six customers buy 0 and 1 together, the first of them twice; six buy 2 alone; 3 is bought with 2 once.
        int[][][] customers = [[[0, 1], [1, 0]], .. Enumerable.Repeat<int[][]>([[0, 1]], 5), .. Enumerable.Repeat<int[][]>([[2]], 5), [[2, 3]]];

        ItemPair pair = Assert.Single(ItemPairs.Find(MadeBaskets.Of(4, customers), PairRelation.Together));

        Assert.Equal((0, 1, 6, 7, 7, 7, 13), (pair.First, pair.Second, pair.Customers, pair.Both, pair.FirstCount, pair.SecondCount, pair.Trials));
        Assert.Equal((7.0 / 13, 1.0, 13.0 / 7), (pair.Support, pair.Confidence, pair.Lift));
        Assert.True(pair.LiftInterval.Low < pair.Lift && pair.Lift < pair.LiftInterval.High);
        // P(Poisson(49 / 13) >= 6), summed by hand.
        double mean = 49.0 / 13;
        double below = Enumerable.Range(0, 6).Sum(k => Math.Exp(-mean) * Math.Pow(mean, k) / Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * i));
        Assert.Equal(1 - below, pair.PValue, 10);
        // Three items are sold five times or more: three pairs could have been found.
        Assert.Equal(Math.Min(1, 3 * pair.PValue), pair.QValue, 10);
    }

    [Fact]
    public void Next_has_a_direction_and_counts_steps()
    {
        int[][][] customers = [.. Enumerable.Repeat<int[][]>([[0], [1], [2]], 5), .. Enumerable.Repeat<int[][]>([[2], [2]], 5)];

        IReadOnlyList<ItemPair> pairs = ItemPairs.Find(MadeBaskets.Of(3, customers), PairRelation.Next);

        Assert.Equal([(0, 1), (1, 2)], pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal((5, 5, 5, 15, 3.0), (pairs[0].Both, pairs[0].FirstCount, pairs[0].SecondCount, pairs[0].Trials, pairs[0].Lift));
        Assert.Equal((5, 5, 10, 1.5), (pairs[1].Both, pairs[1].FirstCount, pairs[1].SecondCount, pairs[1].Lift));
    }

    [Fact]
    public void One_faithful_customer_makes_no_pair() =>
        Assert.Empty(ItemPairs.Find(MadeBaskets.Of(2, [.. Enumerable.Repeat<int[]>([0, 1], 50)]), PairRelation.Together));

    [Fact]
    public void Items_drawn_at_random_give_no_pair_worth_keeping()
    {
        const ulong seed = 5;
        var random = new Numerics.SeededRandom(seed);
        int[][][] customers = [.. Enumerable.Range(0, 3000).Select(_ => Enumerable.Range(0, 3)
            .Select(_ => Enumerable.Range(0, 3).Select(_ => (int)(random.NextDouble() * random.NextDouble() * 60)).ToArray()).ToArray())];

        IReadOnlyList<ItemPair> pairs = ItemPairs.Find(MadeBaskets.Of(60, customers), PairRelation.Next);

        Assert.True(pairs.Count > 200, $"seed {seed}: {pairs.Count} pairs");
        Assert.DoesNotContain(pairs, pair => pair.QValue <= 0.05);
    }

    [Theory]
    [InlineData(5, 1.6235, 11.6683)]
    [InlineData(10, 4.7954, 18.3904)]
    [InlineData(100, 81.3639, 121.6272)]
    public void Lift_interval_is_the_exact_one_of_poisson_tables(int customers, double low, double high)
    {
        ConfidenceInterval interval = PairTest.LiftInterval(1, customers);

        Assert.Equal(low / customers, interval.Low, TableDigits / customers);
        Assert.Equal(high / customers, interval.High, TableDigits / customers);
    }

    [Fact]
    public void Correction_is_that_of_benjamini_and_hochberg()
    {
        // The fifteen p-values of their paper, section 3.2: at 5 % the first four are kept.
        double[] chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

        double[] corrected = PairTest.Correct(chances, chances.Length);

        Assert.Equal(4, corrected.Count(q => q <= 0.05));
        Assert.Equal(0.0095 * 15 / 4, corrected[3], 12);
        Assert.Equal(1, corrected[^1]);
        Assert.True(PairTest.Correct(chances, 1000)[0] > corrected[0]);
    }
}
