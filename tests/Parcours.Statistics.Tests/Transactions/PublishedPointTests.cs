namespace Parcours.Statistics.Transactions;

/// <summary>Single values printed by the papers and by the packages they accompany.</summary>
public sealed class PublishedPointTests
{
    private const double TenDigits = 1e-9;

    private static readonly BgNbd _bgNbd = new(0.243, 4.414, 0.793, 2.426);

    // Some figures were printed from the fits before their parameters were rounded.
    private static readonly BgNbd _bgNbdFit = new(0.2425945, 4.4136019, 0.7929199, 2.4258881);
    private static readonly ParetoNbd _paretoNbdFit = new(0.55327, 10.5778, 0.60602, 11.66391);

    [Fact]
    public void Bg_nbd_expects_what_the_paper_says_of_its_customer() =>
        Assert.Equal(1.2260281747671445, _bgNbd.ExpectedPurchases(new(2, 30.43, 38.86), 39), TenDigits);

    [Theory]
    [InlineData(0.1429, 0.0078)]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(31.8571, 1.0405)]
    [InlineData(32, 1.0437)]
    public void Bg_nbd_expects_the_published_purchases_of_a_new_customer(double weeks, double expected) =>
        Assert.Equal(expected, _bgNbdFit.ExpectedPurchasesOfNew(weeks), 0.00005);

    [Fact]
    public void Bg_nbd_expects_more_than_the_published_series_cut_after_150_terms() =>
        // Printed as 1.8576, which is the hypergeometric series stopped at its 150th term; summed to its end it gives 1.857956.
        Assert.Equal(1.8579560, _bgNbdFit.ExpectedPurchasesOfNew(78), 5e-8);

    [Fact]
    public void Bg_nbd_counts_of_a_new_customer_are_the_published_ones()
    {
        Assert.Equal(1.07869e-7, _bgNbd.ProbabilityOfNew(10, 2), 0.00001e-7);
        Assert.Equal(0.5737864, _bgNbd.ProbabilityOfNew(0, 39), 0.5e-7);
    }

    [Fact]
    public void Pareto_nbd_expects_and_believes_what_the_paper_says_of_its_customer()
    {
        PurchaseSummary customer = new(26, 30.86, 31);

        Assert.Equal(25.46, _paretoNbdFit.ExpectedPurchases(customer, 52), 0.005);
        Assert.Equal(0.9979, _paretoNbdFit.ProbabilityAlive(customer), 0.00005);
    }

    [Theory]
    [InlineData(132, 6.2060517889632418)]
    [InlineData(133, 6.2528722475748113)]
    public void Pareto_nbd_survives_the_count_where_a_naive_product_underflows(int frequency, double expected) =>
        Assert.Equal(expected, new ParetoNbd(0.55, 10.58, 0.61, 11.67).ExpectedPurchases(new(frequency, 200, 200), 10), TenDigits);

    [Fact]
    public void Probability_alive_of_a_silent_heavy_buyer_is_zero()
    {
        Assert.Equal(0, new ParetoNbd(0.55, 10.58, 0.61, 11.67).ProbabilityAlive(new(1000, 10, 100)), 1e-300);
        Assert.Equal(0, _bgNbd.ProbabilityAlive(new(1000, 10, 100)), 1e-300);
    }
}
