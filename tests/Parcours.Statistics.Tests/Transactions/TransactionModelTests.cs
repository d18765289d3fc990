namespace Parcours.Statistics.Transactions;

/// <summary>What must hold between the answers of any transaction model.</summary>
public sealed class TransactionModelTests
{
    private const double EightDigits = 1e-8;

    private static readonly PurchaseSummary[] _customers =
        [new(0, 0, 0), new(0, 0, 38.86), new(1, 3, 3), new(2, 30.43, 38.86), new(7, 1, 38.86), new(26, 30.86, 31), new(400, 199, 200), new(5000, 1000, 1000)];

    public static TheoryData<string> Models => ["bgnbd", "mbgnbd", "mbgcnbd", "pnbd", "nbd", "pnbd s=1", "bgnbd a=1", "mbgcnbd k=1"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Distribution_has_its_sum_its_mean_and_its_zero(string name)
    {
        ITransactionModel model = Model(name);
        foreach (PurchaseSummary customer in _customers)
        {
            foreach (double horizon in (double[])[0, 0.01, 4, 39, 200])
            {
                double[] counts = model.PurchaseCountDistribution(customer, horizon);

                Assert.Equal(1, counts.Sum(), EightDigits);
                Assert.All(counts, count => Assert.InRange(count, 0, 1));
                Assert.Equal(model.ProbabilityNoPurchase(customer, horizon), counts[0], EightDigits);
                double mean = counts.Select((probability, n) => probability * n).Sum();
                Assert.Equal(model.ExpectedPurchases(customer, horizon), mean, EightDigits * 20 * (1 + mean));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void New_customer_s_counts_have_their_sum_and_their_mean(string name)
    {
        ITransactionModel model = Model(name);
        double[] counts = [.. Enumerable.Range(0, 400).Select(n => model.ProbabilityOfNew(n, 20))];

        Assert.Equal(1, counts.Sum(), EightDigits);
        Assert.Equal(model.ExpectedPurchasesOfNew(20), counts.Select((probability, n) => probability * n).Sum(), EightDigits * 10);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void New_customer_s_silence_is_the_likelihood_of_no_repeat_purchase(string name)
    {
        ITransactionModel model = Model(name);

        Assert.Equal(model.LogLikelihood(new(0, 0, 39)), Math.Log(model.ProbabilityOfNew(0, 39)), EightDigits);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Likelihoods_of_one_customer_s_pasts_sum_to_one(string name)
    {
        // Exactly one purchase, at any time until T, integrated by Simpson's rule, is P(X(T) = 1).
        ITransactionModel model = Model(name);
        const double Age = 10;
        const int Steps = 2_000;
        int regularity = (model as MbgCnbd)?.Regularity ?? 1;
        double sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double at = Age * i / Steps;
            double weight = i == 0 || i == Steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(model.LogLikelihood(new(1, at, Age))) * Math.Pow(at, regularity - 1);
        }

        Assert.Equal(model.ProbabilityOfNew(1, Age), sum * Age / Steps / 3, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Next_purchase_agrees_with_the_probability_of_silence(string name)
    {
        ITransactionModel model = Model(name);
        foreach (PurchaseSummary customer in _customers)
        {
            NextPurchase next = model.NextPurchase(customer, 0.8);
            Assert.InRange(next.ProbabilityOfNever, 0, 1);
            foreach ((double time, double share) in ((double, double)[])[(next.Earliest, 0.1), (next.Median, 0.5), (next.Latest, 0.9)])
            {
                Assert.False(double.IsNaN(time));
                if (time < 1e100)
                {
                    double silent = next.ProbabilityOfNever + ((1 - next.ProbabilityOfNever) * (1 - share));
                    Assert.Equal(silent, model.ProbabilityNoPurchase(customer, time), EightDigits);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Probability_alive_falls_with_time_and_is_what_it_was_at_once(string name)
    {
        ITransactionModel model = Model(name);
        foreach (PurchaseSummary customer in _customers)
        {
            double now = model.ProbabilityAlive(customer);
            Assert.Equal(now, model.ProbabilityAlive(customer, 1e-9), 1e-6);
            Assert.InRange(model.ProbabilityAlive(customer, 10), 0, now);
            Assert.InRange(model.ProbabilityAlive(customer, 100), 0, model.ProbabilityAlive(customer, 10));
        }
    }

    [Fact]
    public void Regularity_of_one_is_MBG_NBD()
    {
        foreach (PurchaseSummary customer in _customers)
        {
            Assert.Equal(Model("mbgnbd").LogLikelihood(customer), Model("mbgcnbd k=1").LogLikelihood(customer), EightDigits);
            Assert.Equal(Model("mbgnbd").ExpectedPurchases(customer, 39), Model("mbgcnbd k=1").ExpectedPurchases(customer, 39), EightDigits);
        }
    }

    [Fact]
    public void Every_model_tends_to_NBD_when_nobody_stops()
    {
        var nbd = new Nbd(0.7, 9);
        ITransactionModel[] models = [new BgNbd(0.7, 9, 1e-9, 1), new MbgNbd(0.7, 9, 1e-9, 1), new ParetoNbd(0.7, 9, 1e-9, 9), new ParetoNbd(0.7, 9, 1, 1e9)];
        PurchaseSummary customer = new(5, 30, 31);
        foreach (ITransactionModel model in models)
        {
            Assert.Equal(nbd.LogLikelihood(customer), model.LogLikelihood(customer), 1e-6);
            Assert.Equal(nbd.ExpectedPurchases(customer, 39), model.ExpectedPurchases(customer, 39), 1e-6);
            Assert.Equal(nbd.ProbabilityNoPurchase(customer, 2), model.ProbabilityNoPurchase(customer, 2), 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Argument_out_of_range_is_refused(string name)
    {
        ITransactionModel model = Model(name);
        PurchaseSummary[] impossible = [new(-1, 0, 1), new(1, 2, 1), new(0, 1, 2), new(1, double.NaN, 2), new(1, 1, double.PositiveInfinity)];

        Assert.All(impossible, customer => Assert.Throws<ArgumentOutOfRangeException>(() => model.LogLikelihood(customer)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ExpectedPurchases(new(1, 1, 2), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.NextPurchase(new(1, 1, 2), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbd(0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbd(1, 1, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MbgCnbd(0, 1, 1, 1, 1));
    }

    internal static ITransactionModel Model(string name) => name switch
    {
        "bgnbd" => new BgNbd(0.243, 4.414, 0.793, 2.426),
        "bgnbd a=1" => new BgNbd(0.8, 3, 1, 2),
        "mbgnbd" => new MbgNbd(0.525, 6.183, 0.891, 1.614),
        "mbgcnbd" => new MbgCnbd(3, 0.9, 2.5, 0.7, 2),
        "mbgcnbd k=1" => new MbgCnbd(1, 0.525, 6.183, 0.891, 1.614),
        "pnbd" => new ParetoNbd(0.553, 10.578, 0.606, 11.669),
        "pnbd s=1" => new ParetoNbd(2, 20, 1, 8),
        _ => new Nbd(0.4, 9),
    };
}
