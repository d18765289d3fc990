namespace Parcours.Domain.Rhythm;

public sealed class IntervalTests
{
    [Fact]
    public void Wilson_interval_agrees_with_published_figures()
    {
        // Brown, Cai and DasGupta 2001; R's prop.test without correction.
        (double low, double high) = Intervals.Wilson(8, 10);
        Assert.Equal(0.4901625, low, 6);
        Assert.Equal(0.9433178, high, 6);
        Assert.Equal((0, 1), Intervals.Wilson(0, 0));
    }

    [Fact]
    public void Ranks_of_a_median_are_the_binomial_ones()
    {
        // Conover's table: with 10 values, the 2nd and 9th hold the median with 97.9 %.
        Assert.Equal((1, 8), Intervals.Ranks(10, 0.5));
        Assert.Equal((0, 5), Intervals.Ranks(6, 0.5));
        Assert.Null(Intervals.Ranks(5, 0.5));
        Assert.Equal((468, 531), Intervals.Ranks(1000, 0.5));
    }
}
