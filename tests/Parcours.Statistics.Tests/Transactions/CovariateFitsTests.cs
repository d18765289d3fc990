namespace Parcours.Statistics.Transactions;

public sealed class CovariateFitsTests
{
    private const int Customers = 6_000;
    private const double Sigmas = 4;

    [Fact]
    public void Effects_on_Pareto_NBD_are_found_again()
    {
        (PurchaseSummary[] customers, double[][] traits) = Drawn(z => new ParetoNbd(0.8, 8 * Math.Exp(-0.6 * z), 0.7, 12 * Math.Exp(0.5 * z)));
        CovariateFit fit = CovariateFits.ParetoNbd(customers, traits, ["shop"]);

        Assert.Equal(["r", "alpha", "s", "beta", "alpha:shop", "beta:shop"], fit.Names);
        Near(fit, [0.8, 8, 0.7, 12, 0.6, -0.5]);
    }

    [Fact]
    public void Effects_on_BG_NBD_are_found_again()
    {
        (PurchaseSummary[] customers, double[][] traits) = Drawn(z => new BgNbd(0.8, 8 * Math.Exp(-0.6 * z), 0.9 * Math.Exp(0.4 * z), 2.5 * Math.Exp(-0.3 * z)));
        CovariateFit fit = CovariateFits.BgNbd(customers, traits, ["shop"]);

        Assert.Equal(["r", "alpha", "a", "b", "alpha:shop", "a:shop", "b:shop"], fit.Names);
        Near(fit, [0.8, 8, 0.9, 2.5, 0.6, 0.4, -0.3]);
    }

    [Fact]
    public void Model_of_a_customer_is_the_ordinary_model_with_moved_parameters()
    {
        (PurchaseSummary[] customers, double[][] traits) = Drawn(z => new ParetoNbd(0.8, 8 * Math.Exp(-0.6 * z), 0.7, 12));
        CovariateFit fit = CovariateFits.ParetoNbd(customers, traits, ["shop"]);
        double sum = customers.Zip(traits, (customer, row) => fit.ModelOf(row)!.LogLikelihood(customer)).Sum();

        Assert.Equal(fit.LogLikelihood, sum, 1e-5);
        Assert.Equal(fit.Estimates.Take(4), fit.ModelOf([0])!.Parameters);
        Assert.True(fit.LogLikelihood > fit.WithoutCovariates.LogLikelihood + 20);
        Assert.Throws<ArgumentException>(() => fit.ModelOf([0, 1]));
    }

    [Fact]
    public void Trait_that_is_the_same_for_everyone_is_refused()
    {
        (PurchaseSummary[] customers, _) = Drawn(_ => new ParetoNbd(0.8, 8, 0.7, 12));
        CovariateFit fit = CovariateFits.ParetoNbd(customers, [.. customers.Select(_ => (double[])[3])], ["constant"]);

        Assert.Equal([FitWarning.ConstantCovariate], fit.Warnings);
        Assert.Null(fit.ModelOf([3]));
        Assert.Empty(fit.Estimates);
    }

    [Fact]
    public void Rows_that_do_not_match_are_refused() =>
        Assert.Throws<ArgumentException>(() => CovariateFits.BgNbd([new(1, 1, 2)], [[1, double.NaN]], ["one", "two"]));

    private static (PurchaseSummary[] Customers, double[][] Traits) Drawn(Func<double, ITransactionModel> model)
    {
        double[] ages = [.. Enumerable.Range(0, Customers / 2).Select(i => 60 + (i % 40.0))];
        return (
            [.. TransactionSimulation.Draw(model(0), ages, 31), .. TransactionSimulation.Draw(model(1), ages, 32)],
            [.. Enumerable.Range(0, Customers).Select(i => (double[])[i < Customers / 2 ? 0 : 1])]);
    }

    private static void Near(CovariateFit fit, double[] truth)
    {
        Assert.True(fit.Converged);
        Assert.Empty(fit.Warnings);
        for (int i = 0; i < truth.Length; i++)
        {
            Assert.Equal(truth[i], fit.Estimates[i], Sigmas * fit.StandardErrors[i]);
            Assert.InRange(fit.StandardErrors[i], 0.001, 5);
        }
    }
}
