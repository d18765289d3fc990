namespace Parcours.Engine.Cohorts;

public sealed class CohortEstimateTests
{
    private const double Tolerance = 1e-4;

    [Fact]
    public void Share_has_wilsons_interval()
    {
        // 5 of 10: Wilson 1927, 95 %.
        CohortEstimate half = CohortEstimate.OfShare(10, 0.5);
        Assert.Equal(0.2366, half.Interval.Low, Tolerance);
        Assert.Equal(0.7634, half.Interval.High, Tolerance);
        Assert.Equal(0, CohortEstimate.OfShare(40, 0).Interval.Low);
        Assert.Equal(1, CohortEstimate.OfShare(40, 1).Interval.High);
    }

    [Fact]
    public void Mean_has_the_normal_interval_and_a_total_is_so_many_times_it()
    {
        double[] figures = [1, 2, 3, 4, 5];
        CohortEstimate mean = CohortEstimate.OfMean(5, figures.Sum(), figures.Sum(figure => figure * figure));
        CohortEstimate total = CohortEstimate.OfMean(5, figures.Sum(), figures.Sum(figure => figure * figure), 5);

        Assert.Equal(3, mean.Value);
        Assert.Equal(3 - (1.96 * Math.Sqrt(2.5 / 5)), mean.Interval.Low, Tolerance);
        Assert.Equal(15, total.Value);
        Assert.Equal(5 * mean.Interval.High, total.Interval.High, Tolerance);
    }

    [Fact]
    public void Figure_of_a_single_customer_is_as_unsure_as_it_is_large()
    {
        CohortEstimate one = CohortEstimate.OfMean(1, 100, 10_000);
        Assert.True(one.Interval.Low < 0);
    }
}
