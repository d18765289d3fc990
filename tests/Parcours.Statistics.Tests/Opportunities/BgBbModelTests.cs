namespace Parcours.Statistics.Opportunities;

public sealed class BgBbModelTests
{
    private const double Tight = 1e-12;

    private static readonly BgBbModel _donations = new(1.2035, 0.7498, 0.6567, 2.7834);

    public static TheoryData<double, double, double, double> Parameters => new()
    {
        { 1.2035, 0.7498, 0.6567, 2.7834 },
        { 0.001, 0.001, 0.001, 0.001 },
        { 1e5, 1e5, 1e-4, 1e5 },
        { 2, 3, 1, 1 },
        { 1e-4, 1e5, 1e5, 1e-4 },
    };

    [Fact]
    public void Distribution_of_a_new_customer_counts_every_history()
    {
        // All 2^5 sequences of purchases, each with its own likelihood.
        var sums = new double[6];
        for (int bits = 0; bits < 32; bits++)
        {
            int x = int.PopCount(bits);
            sums[x] += Math.Exp(_donations.LogLikelihood(new OpportunitySummary(x, bits == 0 ? 0 : int.Log2(bits) + 1, 5)));
        }

        for (int x = 0; x <= 5; x++)
        {
            Assert.Equal(sums[x], _donations.ProbabilityOfNew(x, 5), Tight);
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Distribution_sums_to_one_and_has_the_expected_mean(double alpha, double beta, double gamma, double delta)
    {
        var model = new BgBbModel(alpha, beta, gamma, delta);
        foreach (OpportunitySummary customer in (OpportunitySummary[])[new(0, 0, 0), new(0, 0, 6), new(1, 1, 6), new(4, 6, 6), new(52, 300, 300)])
        {
            double[] distribution = model.PurchaseCountDistribution(customer, 12);

            Assert.All(distribution, probability => Assert.InRange(probability, 0, 1 + Tight));
            Assert.Equal(1, distribution.Sum(), 1e-10);
            Assert.Equal(model.ExpectedPurchases(customer, 12), distribution.Select((probability, count) => probability * count).Sum(), 1e-9);
            Assert.Equal(distribution[0], model.ProbabilityNoPurchase(customer, 12), Tight);
            Assert.InRange(model.ProbabilityAlive(customer), 0, 1);
            Assert.True(double.IsFinite(model.LogLikelihood(customer)));
        }
    }

    [Fact]
    public void Expected_purchases_are_the_closed_forms()
    {
        // The closed forms of the paper (13 for the second), with their gamma functions, for one history.
        (double a, double b, double g, double d) = (1.2035, 0.7498, 0.6567, 2.7834);
        double ratio = Gamma(g + d) / Gamma(g + d + 6) * Gamma(1 + d + 6) / Gamma(1 + d);
        Assert.Equal(a / (a + b) * (d / (g - 1)) * (1 - ratio), _donations.ExpectedPurchasesOfNew(6), 1e-10);

        var customer = new OpportunitySummary(3, 4, 6);
        double later = Gamma(g + d) / Gamma(g + d + 11) * Gamma(1 + d + 11) / Gamma(1 + d);
        double expected = Math.Exp(-_donations.LogLikelihood(customer)) * Beta(a + 4, b + 3) / Beta(a, b) * (d / (g - 1)) * (ratio - later);
        Assert.Equal(expected, _donations.ExpectedPurchases(customer, 5), 1e-10);
    }

    [Fact]
    public void Probability_alive_is_the_closed_form()
    {
        (double a, double b, double g, double d) = (1.2035, 0.7498, 0.6567, 2.7834);
        var customer = new OpportunitySummary(3, 4, 6);

        double expected = Beta(a + 3, b + 3) / Beta(a, b) * Beta(g, d + 7) / Beta(g, d) / Math.Exp(_donations.LogLikelihood(customer));

        Assert.Equal(expected, _donations.ProbabilityAlive(customer), 1e-10);
        Assert.Equal(1, _donations.ProbabilityAlive(new OpportunitySummary(6, 6, 6), ahead: 0), Tight);
    }

    [Fact]
    public void Discounted_purchases_over_all_time_are_the_limit_of_long_horizons()
    {
        var customer = new OpportunitySummary(4, 6, 6);
        double sum = 0;
        for (int t = 1; t <= 2000; t++)
        {
            sum += (_donations.ExpectedPurchases(customer, t) - _donations.ExpectedPurchases(customer, t - 1)) / Math.Pow(1.1, t);
        }

        Assert.Equal(sum, _donations.DiscountedPurchases(customer, 0.1), 1e-9);
        Assert.Equal(sum, _donations.DiscountedPurchases(customer, 0.1, 2000), 1e-9);
        Assert.Equal(_donations.ExpectedPurchases(customer, 5), _donations.DiscountedPurchases(customer, 1e-12, 5), 1e-9);
    }

    [Fact]
    public void Customer_without_opportunities_is_a_new_one()
    {
        var fresh = new OpportunitySummary(0, 0, 0);

        Assert.Equal(0, _donations.LogLikelihood(fresh));
        Assert.Equal(2.7834 / (0.6567 + 2.7834), _donations.ProbabilityAlive(fresh), Tight);
        Assert.Equal(_donations.ExpectedPurchasesOfNew(9), _donations.ExpectedPurchases(fresh, 9), Tight);
    }

    [Fact]
    public void Simulated_histories_have_the_models_distribution()
    {
        const ulong Seed = 5;
        const int Customers = 20_000;
        OpportunitySummary[] drawn = _donations.Simulate([.. Enumerable.Repeat(6, Customers)], Seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");

        for (int x = 0; x <= 6; x++)
        {
            double probability = _donations.ProbabilityOfNew(x, 6);
            double error = 4 * Math.Sqrt(probability * (1 - probability) / Customers);
            Assert.Equal(probability, drawn.Count(history => history.Frequency == x) / (double)Customers, error);
        }

        Assert.All(drawn, history => Assert.True(history.IsPossible));
    }

    [Fact]
    public void Parameters_and_histories_outside_their_range_are_faults()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgBbModel(1, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _donations.ProbabilityAlive(new OpportunitySummary(1, 0, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _donations.DiscountedPurchases(new OpportunitySummary(1, 1, 5), 0));
    }

    private static double Gamma(double x) => Math.Exp(Numerics.GammaFunctions.LogGamma(x));

    private static double Beta(double a, double b) => Gamma(a) * Gamma(b) / Gamma(a + b);
}
