namespace Parcours.Statistics.Numerics;

public sealed class SeededRandomTests
{
    private const int Draws = 200_000;

    // Chance beyond five standard errors: once in two million.
    private const double Sigmas = 5;

    [Fact]
    public void Same_seed_gives_the_same_stream_and_another_stream_differs()
    {
        Assert.Equal(First(new SeededRandom(7)), First(new SeededRandom(7)));
        Assert.NotEqual(First(new SeededRandom(7)), First(new SeededRandom(8)));
        Assert.NotEqual(First(new SeededRandom(7)), First(new SeededRandom(7, stream: 1)));
    }

    [Theory]
    [InlineData(0.05, 2)]
    [InlineData(0.7, 3)]
    [InlineData(1, 1)]
    [InlineData(40, 0.5)]
    public void Gamma_has_its_mean_and_variance(double shape, double rate) =>
        HasMoments(random => random.NextGamma(shape, rate), shape / rate, shape / rate / rate, 3 + (6 / shape));

    [Theory]
    [InlineData(0.01, 1000)]
    [InlineData(0.8, 2.4)]
    [InlineData(30, 4)]
    public void Beta_has_its_mean_and_its_complement(double a, double b)
    {
        double mean = a / (a + b);
        double variance = mean * (1 - mean) / (a + b + 1);
        HasMean(random => random.NextBeta(a, b).Value, mean, variance);
        HasMean(random => random.NextBeta(a, b).Complement, 1 - mean, variance);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(29)]
    [InlineData(31)]
    [InlineData(2500)]
    public void Poisson_has_its_mean_and_variance(double mean) => HasMoments(random => random.NextPoisson(mean), mean, mean, 3 + (1 / Math.Max(mean, 1e-9)));

    [Theory]
    [InlineData(20, 0.3)]
    [InlineData(1000, 0.02)]
    [InlineData(5000, 0.9)]
    public void Binomial_has_its_mean_and_variance(int trials, double p) =>
        HasMoments(random => random.NextBinomial(trials, p), trials * p, trials * p * (1 - p), 3 + ((1 - (6 * p * (1 - p))) / (trials * p * (1 - p))));

    [Fact]
    public void Normal_exponential_and_whole_numbers_have_their_moments()
    {
        HasMoments(random => random.NextNormal(), 0, 1, 3);
        HasMoments(random => random.NextExponential(0.25), 4, 16, 9);
        HasMean(random => random.NextInt(10), 4.5, 8.25);
    }

    private static ulong[] First(SeededRandom random) => [.. Enumerable.Range(0, 4).Select(_ => random.NextBits())];

    private static void HasMean(Func<SeededRandom, double> draw, double mean, double variance)
    {
        var random = new SeededRandom(20260101);
        double sum = 0;
        for (int i = 0; i < Draws; i++)
        {
            sum += draw(random);
        }

        Assert.Equal(mean, sum / Draws, (Sigmas * Math.Sqrt(variance / Draws)) + 1e-12);
    }

    private static void HasMoments(Func<SeededRandom, double> draw, double mean, double variance, double kurtosis)
    {
        HasMean(draw, mean, variance);
        HasMean(random => Math.Pow(draw(random) - mean, 2), variance, variance * variance * (kurtosis - 1));
    }
}
