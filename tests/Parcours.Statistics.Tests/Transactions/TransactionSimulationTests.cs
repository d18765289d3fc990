namespace Parcours.Statistics.Transactions;

public sealed class TransactionSimulationTests
{
    private const double Normal95 = 1.959963984540054;
    private const int Seeds = 20;
    private const int Customers = 4_000;

    public static TheoryData<string> Models => ["bgnbd", "mbgnbd", "mbgcnbd", "pnbd", "nbd"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Drawn_customers_buy_as_often_as_the_model_says(string name)
    {
        ITransactionModel model = TransactionModelTests.Model(name);
        const int Many = 200_000;
        const double Age = 30;
        PurchaseSummary[] drawn = TransactionSimulation.Draw(model, [.. Enumerable.Repeat(Age, Many)], 5);
        double mean = drawn.Average(customer => (double)customer.Frequency);
        double deviation = Math.Sqrt(drawn.Average(customer => Math.Pow(customer.Frequency - mean, 2)));

        // Five standard errors: once in two million.
        Assert.Equal(model.ExpectedPurchasesOfNew(Age), mean, 5 * deviation / Math.Sqrt(Many));
        double none = model.ProbabilityOfNew(0, Age);
        Assert.Equal(none, drawn.Count(customer => customer.Frequency == 0) / (double)Many, 5 * Math.Sqrt(none * (1 - none) / Many));
    }

    [Fact]
    public void Same_seed_draws_the_same_customers()
    {
        var model = new MbgNbd(0.5, 6, 0.9, 1.6);
        double[] ages = [.. Enumerable.Range(0, 5_000).Select(i => i % 50.0)];

        Assert.Equal(TransactionSimulation.Draw(model, ages, 1), TransactionSimulation.Draw(model, ages, 1));
        Assert.NotEqual(TransactionSimulation.Draw(model, ages, 1), TransactionSimulation.Draw(model, ages, 2));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Intervals_of_95_percent_hold_the_truth_nearly_always(string name)
    {
        // The full study, of 100 seeds and 50,000 customers, is the benchmark `coverage`. Of 20 intervals, 15 or fewer hold once in 3,000.
        ITransactionModel truth = name == "mbgcnbd" ? new MbgCnbd(2, 0.9, 4, 0.8, 2) : TransactionModelTests.Model(name);
        int[] inside = new int[truth.Parameters.Count];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            PurchaseGroups groups = PurchaseGroups.Of(TransactionSimulation.Draw(truth, [.. Enumerable.Repeat(100.0, Customers)], seed));
            TransactionFit fit = name switch
            {
                "bgnbd" => TransactionFits.BgNbd(groups),
                "mbgnbd" => TransactionFits.MbgNbd(groups),
                "mbgcnbd" => TransactionFits.MbgCnbd(groups, 2),
                "pnbd" => TransactionFits.ParetoNbd(groups),
                _ => TransactionFits.Nbd(groups),
            };
            Assert.True(fit.Converged, $"seed {seed}");
            for (int i = 0; i < inside.Length; i++)
            {
                inside[i] += Math.Abs(fit.Model!.Parameters[i] - truth.Parameters[i]) <= Normal95 * fit.StandardErrors[i] ? 1 : 0;
            }
        }

        Assert.All(inside, count => Assert.InRange(count, 16, Seeds));
    }

    [Fact]
    public void Regularity_is_found_again()
    {
        // Purchases at the ends of Erlang-3 waits, drawn one by one, so that the waits are known.
        var random = new Numerics.SeededRandom(21);
        double logGaps = 0;
        var customers = new List<PurchaseSummary>();
        for (int i = 0; i < 3_000; i++)
        {
            double pace = random.NextGamma(2, 4);
            double stops = random.NextBeta(0.7, 2).Value;
            (int purchases, double last, double age) = (0, 0, 60);
            while (random.NextDouble() >= stops && random.NextGamma(3, pace) is var gap && last + gap <= age)
            {
                last += gap;
                logGaps += Math.Log(gap);
                purchases++;
            }

            customers.Add(new(purchases, last, age));
        }

        TransactionFit fit = TransactionFits.MbgCnbdOfBestRegularity(PurchaseGroups.Of([.. customers]), logGaps);

        Assert.Equal(3, Assert.IsType<MbgCnbd>(fit.Model).Regularity);
        Assert.Equal(2, fit.Model.Parameters[0], 4 * fit.StandardErrors[0]);
    }
}
