using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

public sealed class DistributionTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(0.4, 2.0)]
    [InlineData(3.0, 0.5)]
    public void Gamma_has_its_mean_and_variance(double shape, double rate) =>
        HasMoments((ref Draw draw) => draw.Gamma(shape, rate), shape / rate, shape / (rate * rate));

    [Fact]
    public void Beta_has_its_mean_and_variance() =>
        HasMoments((ref Draw draw) => draw.Beta(5, 2), 5.0 / 7, 10.0 / (49 * 8));

    [Theory]
    [InlineData(0.65)]
    [InlineData(90.0)]
    public void Poisson_has_its_mean_and_variance(double mean) =>
        HasMoments((ref Draw draw) => draw.Poisson(mean), mean, mean);

    [Fact]
    public void Negative_binomial_has_its_mean_and_variance() =>
        HasMoments((ref Draw draw) => draw.NegativeBinomial(2, 0.5), 4, 4 * (1 + (1 / 0.5)));

    [Fact]
    public void Exponential_has_its_mean_and_variance() =>
        HasMoments((ref Draw draw) => draw.Exponential(12), 12, 144);

    [Fact]
    public void Streams_of_neighbours_do_not_follow_each_other()
    {
        double product = 0;
        for (int i = 0; i < Draws; i++)
        {
            product += (Draw.Of(1, i, 1).Unit() - 0.5) * (Draw.Of(1, i + 1, 1).Unit() - 0.5) * 12;
        }

        Assert.InRange(product / Draws, -0.012, 0.012);
    }

    private static void HasMoments(Drawn drawn, double mean, double variance)
    {
        var draw = Draw.Of(42, 0, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < Draws; i++)
        {
            double value = drawn(ref draw);
            sum += value;
            squares += (value - mean) * (value - mean);
        }

        Assert.InRange(sum / Draws, mean - (5 * Math.Sqrt(variance / Draws)), mean + (5 * Math.Sqrt(variance / Draws)));
        Assert.InRange(squares / Draws / variance, 0.95, 1.05);
    }

    private delegate double Drawn(ref Draw draw);
}
