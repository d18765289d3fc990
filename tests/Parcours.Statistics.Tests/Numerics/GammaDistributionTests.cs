namespace Parcours.Statistics.Numerics;

public sealed class GammaDistributionTests
{
    // Computed with mpmath at 50 digits.
    [Theory]
    [InlineData(0.5, 0.1, 0.65472084601857702)]
    [InlineData(0.5, 30, 9.4857375710738484e-15)]
    [InlineData(3, 2, 0.67667641618306346)]
    [InlineData(3, 2.9999, 0.42321248568100796)]
    [InlineData(12.5, 40, 1.1410611727198782e-7)]
    [InlineData(1000, 1100, 0.0010593232539299773)]
    [InlineData(1000, 900, 0.99945009773428822)]
    [InlineData(0.001, 1e-05, 0.010876955304217331)]
    [InlineData(250000, 251000, 0.022858005736215313)]
    [InlineData(2, 600, 1.5928883283555908e-258)]
    public void Upper_tail_has_the_reference_value(double shape, double x, double expected) =>
        Assert.Equal(expected, GammaDistribution.Upper(shape, x), (1e-12 * expected) + 1e-300);

    [Theory]
    [InlineData(0.003)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(12.5)]
    [InlineData(4e5)]
    public void Quantile_is_the_inverse_of_the_tail(double shape)
    {
        foreach (double probability in (double[])[1e-12, 0.001, 0.2, 0.5, 0.8, 0.999])
        {
            double log = GammaDistribution.LogUpperQuantile(shape, probability);
            if (log > -700)
            {
                Assert.Equal(probability, GammaDistribution.Upper(shape, Math.Exp(log)), 1e-9 * probability);
            }

            Assert.True(double.IsFinite(log));
        }
    }
}
