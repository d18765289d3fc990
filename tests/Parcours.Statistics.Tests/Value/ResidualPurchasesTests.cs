using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

public sealed class ResidualPurchasesTests
{
    private const double Tolerance = 1e-7;

    private static readonly ParetoNbd _pareto = new(0.5534, 10.5802, 0.6061, 11.6562);
    private static readonly BgNbd _bg = new(0.243, 4.414, 0.793, 2.426);
    private static readonly DiscountRate _rate = DiscountRate.OfYear(0.1, 365.25 / 7);

    // Tricomi's function and the paper's closed form, at 30 digits (mpmath).
    [Theory]
    [InlineData(0.5534, 10.5802, 0.6061, 11.6562, 26, 31, 0.0018, 109.088216164443)]
    [InlineData(0.5534, 10.5802, 0.6061, 11.6562, 0, 38.86, 0.0027, 1.61656039869805)]
    [InlineData(2, 5, 1, 20, 3, 52, 0.002, 10.9388470398037)]
    [InlineData(0.5, 10, 3.7, 0.01, 1, 1, 0.002, 0.0509496582832626)]
    [InlineData(0.5, 10, 0.001, 1000, 5, 100, 0.05, 0.999982137664868)]
    [InlineData(1, 1, 8, 2, 2, 3000, 0.00001, 0.426582020753826)]
    [InlineData(0.9, 3, 2, 1, 0, 0, 0.001, 0.298098637778902)]
    public void Pareto_nbd_when_alive_is_the_closed_form(double r, double alpha, double s, double beta, int x, double age, double rate, double expected) =>
        Near(expected, ParetoResidual.WhenAlive(new ParetoNbd(r, alpha, s, beta), x, age, rate, double.PositiveInfinity));

    // The paper's 2F1 for the conditional expectation, discounted and integrated at 30 digits (mpmath).
    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 2, 38.86, 0.0018, double.PositiveInfinity, 8.83703626126)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0, 38.86, 0.0027, 52, 0.235931707717)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 26, 31, 0.0018, double.PositiveInfinity, 88.6473287089)]
    [InlineData(0.7, 0.1, 1.8, 2.4, 1, 0.5, 0.002, double.PositiveInfinity, 5.05014384744)]
    public void Bg_nbd_when_alive_is_the_discounted_expectation(
        double r, double alpha, double a, double b, int x, double age, double rate, double horizon, double expected) =>
        Near(expected, ResidualPurchases.OfOne(new BgNbd(r, alpha, a, b), x, age, rate, horizon));

    [Fact]
    public void Pareto_nbd_closed_form_is_the_integral_of_its_expected_purchases()
    {
        var customer = new PurchaseSummary(4, 20, 38);
        foreach (double horizon in (double[])[0.5, 26, 520, double.PositiveInfinity])
        {
            double integral = DiscountedIntegral.OfCumulative(time => _pareto.ExpectedPurchases(customer, time), _rate.PerUnit, horizon);

            Near(integral, ResidualPurchases.Expected(_pareto, PurchaseGroups.Of([customer]), _rate, horizon)[0]);
        }
    }

    [Fact]
    public void Without_a_discount_they_are_the_expected_purchases()
    {
        PurchaseSummary[] customers = [new(0, 0, 38), new(3, 12, 38), new(3, 38, 38), new(40, 30, 60)];
        ITransactionModel[] models = [_bg, _pareto, new MbgNbd(0.52, 6.2, 0.9, 1.6), new Nbd(0.4, 8), new ParetoNbd(0.5, 10, 1, 20), new MbgCnbd(2, 0.5, 5, 0.9, 1.6)];
        foreach (ITransactionModel model in models)
        {
            double[] purchases = ResidualPurchases.Expected(model, PurchaseGroups.Of(customers), DiscountRate.None, 39);

            for (int i = 0; i < customers.Length; i++)
            {
                Near(model.ExpectedPurchases(customers[i], 39), purchases[i]);
            }
        }
    }

    [Fact]
    public void Every_model_gives_the_integral_of_its_own_expectation()
    {
        PurchaseSummary[] customers = [new(0, 0, 38), new(3, 12, 38), new(3, 38, 38), new(1, 2, 30), new(40, 30, 60)];
        ITransactionModel[] models = [_bg, new MbgNbd(0.52, 6.2, 0.9, 1.6), new Nbd(0.4, 8), new MbgCnbd(2, 0.5, 5, 0.9, 1.6)];
        foreach (ITransactionModel model in models)
        {
            double[] purchases = ResidualPurchases.Expected(model, PurchaseGroups.Of(customers), _rate, 100);

            for (int i = 0; i < customers.Length; i++)
            {
                // Stieltjes sum by quarter weeks, at their middles.
                double sum = 0;
                for (int k = 0; k < 400; k++)
                {
                    double step = model.ExpectedPurchases(customers[i], (k + 1) / 4.0) - model.ExpectedPurchases(customers[i], k / 4.0);
                    sum += step * Math.Exp(-_rate.PerUnit * (k + 0.5) / 4);
                }

                Assert.Equal(sum, purchases[i], 1e-6 * sum);
            }
        }
    }

    [Fact]
    public void Many_ages_give_what_each_gives_alone()
    {
        PurchaseSummary[] customers = [.. Enumerable.Range(0, 900).Select(i => new PurchaseSummary(i % 3, i % 3 == 0 ? 0 : i / 14.0, i / 7.0))];

        double[] together = ResidualPurchases.Expected(_bg, PurchaseGroups.Of(customers), _rate);

        for (int i = 0; i < customers.Length; i += 37)
        {
            Near(ResidualPurchases.Expected(_bg, PurchaseGroups.Of([customers[i]]), _rate)[0], together[i]);
        }
    }

    [Fact]
    public void Answers_stay_numbers_over_the_allowed_range()
    {
        double[] values = [1e-3, 1, 1e3];
        foreach (double r in values)
        {
            foreach (double alpha in values)
            {
                foreach (double s in values)
                {
                    ITransactionModel[] models = [new ParetoNbd(r, alpha, s, alpha), new BgNbd(r, alpha, s, 1), new MbgNbd(r, alpha, 1, s)];
                    PurchaseSummary[] customers = [new(0, 0, 0), new(0, 0, 3650), new(5000, 1000, 1000), new(133, 100, 200)];
                    foreach (ITransactionModel model in models)
                    {
                        Assert.All(ResidualPurchases.Expected(model, PurchaseGroups.Of(customers), _rate), purchases => Assert.InRange(purchases, 0, 1e9));
                    }
                }
            }
        }
    }

    [Fact]
    public void Endless_horizon_without_a_discount_is_a_fault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualPurchases.Expected(_bg, PurchaseGroups.Of([new(0, 0, 1)]), DiscountRate.None));

    [Fact]
    public void Discount_rate_of_a_year_halves_what_comes_when_it_should()
    {
        // 100 % a year: a unit of money a year from now is worth half.
        Near(0.5, Math.Exp(-DiscountRate.OfYear(1, 365.25 / 7).PerUnit * 365.25 / 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscountRate.OfYear(-0.1, 52));
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, Math.Abs(expected) * Tolerance);
}
