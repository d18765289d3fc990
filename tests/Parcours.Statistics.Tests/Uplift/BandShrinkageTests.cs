namespace Parcours.Statistics.Uplift;

public sealed class BandShrinkageTests
{
    /// <summary>
    /// The eighteen batters of Efron and Morris ("Stein's paradox in statistics", Scientific American 236, 1977): averages after 45 times at bat, drawn to their mean by a published factor of 0.212
    /// with the binomial variance of the mean; the best, 0.400, is brought to 0.294.
    /// </summary>
    [Fact]
    public void Equal_variances_shrink_by_the_published_factor()
    {
        double[] hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
        double[] averages = [.. hits.Select(count => count / 45)];
        double mean = averages.Average();

        double[] shrunk = [.. BandShrinkage.Shrink(averages, Enumerable.Repeat(mean * (1 - mean) / 45, 18).ToArray()).Select(effect => effect.Estimate)];

        Assert.Equal(0.294, shrunk[0], 0.0005);
        Assert.All(averages.Zip(shrunk), pair => Assert.Equal(0.212, (pair.Second - mean) / (pair.First - mean), 0.001));
    }

    [Fact]
    public void Estimate_known_well_moves_less_than_one_known_badly()
    {
        var shrunk = BandShrinkage.Shrink([0.00, 0.10, 0.20, 0.30, 0.40], [0.0001, 0.0001, 0.0001, 0.0001, 0.01]);

        Assert.InRange(shrunk[3].Estimate, 0.29, 0.30);
        Assert.True(shrunk[4].Estimate < 0.37, $"{shrunk[4].Estimate}");
        Assert.True(shrunk[4].Interval.High - shrunk[4].Interval.Low > shrunk[3].Interval.High - shrunk[3].Interval.Low);
    }

    [Fact]
    public void Three_estimates_take_one_mean()
    {
        var shrunk = BandShrinkage.Shrink([1, 2, 3], [1, 1, 1]);

        Assert.All(shrunk, effect => Assert.Equal(2, effect.Estimate, 12));
        Assert.All(shrunk, effect => Assert.Equal(2 - (1.959963984540054 / Math.Sqrt(3)), effect.Interval.Low, 12));
    }
}
