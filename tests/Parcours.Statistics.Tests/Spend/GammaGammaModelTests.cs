namespace Parcours.Statistics.Spend;

public sealed class GammaGammaModelTests
{
    private static readonly GammaGammaModel _cdnow = new(6.25, 3.74, 15.44);

    [Fact]
    public void Expected_spend_is_the_closed_form()
    {
        // Equation 5: p (gamma + x z) / (p x + q - 1).
        Assert.Equal(6.25 * (15.44 + (3 * 40)) / ((6.25 * 3) + 2.74), _cdnow.ExpectedSpend(new SpendSummary(3, 40)), 1e-10);
        Assert.Equal(6.25 * 15.44 / 2.74, _cdnow.ExpectedSpend(new SpendSummary(0, 0)), 1e-10);
    }

    [Fact]
    public void Expected_spend_is_the_mean_of_the_posterior()
    {
        var customer = new SpendSummary(2, 60);
        const int Slices = 20_000;

        double mean = Enumerable.Range(0, Slices).Average(i => _cdnow.SpendQuantile(customer, (i + 0.5) / Slices));

        Assert.Equal(_cdnow.ExpectedSpend(customer), mean, 0.01);
    }

    [Theory]
    [InlineData(6.25, 3.74, 15.44)]
    [InlineData(0.01, 0.05, 1e-6)]
    [InlineData(1e5, 1e5, 1e5)]
    [InlineData(500, 0.3, 1e8)]
    public void Quantile_and_probability_are_inverse_and_never_nan(double p, double q, double gamma)
    {
        var model = new GammaGammaModel(p, q, gamma, observedMean: 30);
        foreach (SpendSummary customer in (SpendSummary[])[new(0, 0), new(1, 30), new(40, 0.5), new(5000, 1e6), new(3, -4)])
        {
            foreach (double probability in (double[])[0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999])
            {
                double spend = model.SpendQuantile(customer, probability);
                Assert.False(double.IsNaN(spend));
                if (spend is > 1e-290 and < 1e290)
                {
                    Assert.Equal(probability, model.ProbabilitySpendAtMost(customer, spend), 1e-8);
                }
            }

            Assert.True(double.IsFinite(model.ExpectedSpend(customer)));
        }
    }

    [Theory]
    [InlineData(1, 20.0)]
    [InlineData(4, 35.0)]
    [InlineData(60, 35.0)]
    public void Interval_narrows_around_the_mean_with_the_history(int frequency, double mean)
    {
        SpendInterval interval = _cdnow.Interval(new SpendSummary(frequency, mean), 0.95);
        SpendInterval longer = _cdnow.Interval(new SpendSummary(frequency * 4, mean), 0.95);

        Assert.InRange(_cdnow.ExpectedSpend(new SpendSummary(frequency, mean)), interval.Lower, interval.Upper);
        Assert.True(longer.Upper - longer.Lower < interval.Upper - interval.Lower);
    }

    [Fact]
    public void Zero_mean_counts_as_zero_and_pulls_the_expectation_down()
    {
        Assert.Equal(6.25 * 15.44 / (6.25 + 2.74), _cdnow.ExpectedSpend(new SpendSummary(1, 0)), 1e-10);
        Assert.Equal(_cdnow.ExpectedSpend(new SpendSummary(1, 0)), _cdnow.ExpectedSpend(new SpendSummary(1, -9)));
    }

    [Fact]
    public void Interval_holds_the_truth_as_often_as_it_says()
    {
        const ulong Seed = 11;
        const int Customers = 4000;
        const double Level = 0.8;
        var random = new Numerics.SeededRandom(Seed);
        int held = 0;
        for (int i = 0; i < Customers; i++)
        {
            int x = i % 5;
            double rate = random.NextGamma(_cdnow.Q, _cdnow.Gamma);
            double truth = _cdnow.P / rate;
            SpendInterval interval = _cdnow.Interval(new SpendSummary(x, x == 0 ? 0 : random.NextGamma(_cdnow.P * x, rate * x)), Level);
            held += truth >= interval.Lower && truth <= interval.Upper ? 1 : 0;
        }

        double error = 4 * Math.Sqrt(Level * (1 - Level) / Customers);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {held} of {Customers}");
        Assert.InRange((double)held / Customers, Level - error, Level + error);
    }

    [Fact]
    public void Parameters_outside_their_range_are_faults()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(0, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(1, double.NaN, 3));
        Assert.Throws<ArgumentException>(() => new GammaGammaModel(1, 0.9, 3));
    }
}
