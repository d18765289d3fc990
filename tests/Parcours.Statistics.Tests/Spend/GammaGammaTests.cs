namespace Parcours.Statistics.Spend;

public sealed class GammaGammaTests
{
    private const double LogLikelihoodTolerance = 0.01;
    private const double ParameterTolerance = 0.001;
    private const double PredictionTolerance = 0.001;

    [Fact]
    public void Fit_on_the_cdnow_sample_gives_the_published_figures()
    {
        SpendFit fit = GammaGamma.Fit(CdnowSpend.Read("cdnow-sample.csv").Spends);

        Assert.True(fit.Converged);
        Assert.Equal(946, fit.Customers);
        Assert.Empty(fit.Warnings);
        Assert.Equal(-4055.9177, fit.LogLikelihood, LogLikelihoodTolerance);
        Near(6.249349, fit.Model!.P, ParameterTolerance);
        Near(3.744256, fit.Model.Q, ParameterTolerance);
        Near(15.44431, fit.Model.Gamma, ParameterTolerance);
        Near(35.17, fit.Model.PopulationMean, PredictionTolerance);
    }

    [Fact]
    public void Expected_spend_of_the_first_cdnow_customers_is_the_published_one()
    {
        CdnowSpend cdnow = CdnowSpend.Read("cdnow-sample.csv");
        GammaGammaModel model = GammaGamma.Fit(cdnow.Spends).Model!;
        double[] published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];

        for (int i = 0; i < published.Length; i++)
        {
            Near(published[i], model.ExpectedSpend(cdnow.Spends[i]), PredictionTolerance);
        }
    }

    [Fact]
    public void Fit_on_all_of_cdnow_gives_the_published_figures()
    {
        SpendFit fit = GammaGamma.Fit(CdnowSpend.Read("cdnow.csv").Spends);

        Assert.True(fit.Converged);
        Assert.Equal(9450, fit.Customers);
        Assert.Equal(-40763.4763, fit.LogLikelihood, LogLikelihoodTolerance);
        Near(6.275343, fit.Model!.P, ParameterTolerance);
        Near(3.624443, fit.Model.Q, ParameterTolerance);
        Near(14.98371, fit.Model.Gamma, ParameterTolerance);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void Fit_follows_the_currency(double unit)
    {
        SpendSummary[] drawn = new GammaGammaModel(6, 4, 15).Simulate(Frequencies(2000), seed: 7);
        SpendFit plain = GammaGamma.Fit(drawn);

        SpendFit scaled = GammaGamma.Fit([.. drawn.Select(spend => spend with { MeanSpend = spend.MeanSpend * unit })]);

        Near(plain.Model!.P, scaled.Model!.P, 1e-5);
        Near(plain.Model.Q, scaled.Model.Q, 1e-5);
        Near(plain.Model.Gamma * unit, scaled.Model.Gamma, 1e-5);
        Near(plain.LogLikelihood - (plain.Customers * Math.Log(unit)), scaled.LogLikelihood, 1e-7);
    }

    [Fact]
    public void Gradient_is_the_slope_of_the_likelihood()
    {
        var likelihood = new GammaGammaLikelihood([.. new GammaGammaModel(2, 3, 40).Simulate(Frequencies(200), seed: 1).Where(spend => spend.Frequency > 0)]);
        double[] point = [0.3, 0.9, -0.4];
        var gradient = new double[3];
        likelihood.Evaluate(point, gradient);

        double[] slopes = Slopes.Of((at, into) => likelihood.Evaluate(at, into), point);
        for (int i = 0; i < point.Length; i++)
        {
            Near(slopes[i], gradient[i], 1e-6);
        }
    }

    [Fact]
    public void Grouped_likelihood_is_the_sum_of_the_customers()
    {
        SpendSummary[] drawn = [.. new GammaGammaModel(2, 3, 40).Simulate(Frequencies(300), seed: 2).Where(spend => spend.Frequency > 0)];
        var likelihood = new GammaGammaLikelihood(drawn);
        var model = new GammaGammaModel(1.5, 2.5, 30);

        double grouped = likelihood.InCurrency(likelihood.Evaluate([Math.Log(1.5), Math.Log(2.5), Math.Log(30 / likelihood.Scale)], new double[3]));

        Near(drawn.Sum(model.LogLikelihood), grouped, 1e-9);
    }

    [Fact]
    public void Amounts_of_zero_or_less_are_left_out_and_told()
    {
        SpendSummary[] drawn = new GammaGammaModel(6, 4, 15).Simulate(Frequencies(500), seed: 3);
        SpendFit without = GammaGamma.Fit(drawn);

        SpendFit fit = GammaGamma.Fit([.. drawn, new SpendSummary(2, 0), new SpendSummary(1, -12)]);

        Assert.Equal([SpendWarning.SpendNotPositive], fit.Warnings);
        Assert.Equal(2, fit.LeftOut);
        Assert.Equal(without.LogLikelihood, fit.LogLikelihood, 1e-9);
    }

    [Fact]
    public void Spend_without_a_mean_over_customers_is_told_and_the_observed_mean_stands_in()
    {
        SpendSummary[] drawn = new GammaGammaModel(3, 0.7, 10, observedMean: 1).Simulate(Frequencies(3000), seed: 4);

        SpendFit fit = GammaGamma.Fit(drawn);

        Assert.Contains(SpendWarning.NoPopulationMean, fit.Warnings);
        Assert.False(fit.Model!.HasPopulationMean);
        Assert.Equal(fit.ObservedMean, fit.Model.PopulationMean);
        Assert.Equal(fit.ObservedMean, fit.Model.ExpectedSpend(new SpendSummary(0, 0)));
        Assert.InRange(fit.Model.ExpectedSpend(new SpendSummary(1, 5)), 5, fit.ObservedMean);
    }

    [Fact]
    public void Mean_that_the_interval_of_q_does_not_pin_down_is_told()
    {
        SpendFit fit = GammaGamma.Fit(new GammaGammaModel(3, 1.2, 10).Simulate(Frequencies(120), seed: 5));

        Assert.True(fit.Model!.Q > 1, $"seed 5 was chosen for a q above 1, not {fit.Model.Q}");
        Assert.Contains(SpendWarning.PopulationMeanUncertain, fit.Warnings);
    }

    [Fact]
    public void Nobody_with_a_repeat_purchase_gives_no_model()
    {
        SpendFit fit = GammaGamma.Fit([new SpendSummary(0, 0), new SpendSummary(3, 0)]);

        Assert.Null(fit.Model);
        Assert.Equal([SpendWarning.NoRepeatPurchase, SpendWarning.SpendNotPositive], fit.Warnings);
    }

    [Fact]
    public void Customers_who_all_spend_the_same_are_told_and_expected_to_go_on()
    {
        SpendFit fit = GammaGamma.Fit([.. Enumerable.Range(1, 50).Select(x => new SpendSummary(x, 20))]);

        Assert.Contains(SpendWarning.BoundaryOptimum, fit.Warnings);
        Near(20, fit.Model!.ExpectedSpend(new SpendSummary(4, 20)), 0.01);
        Assert.Empty(fit.StandardErrors);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Few_customers_are_told_and_leave_no_nan(int customers)
    {
        SpendFit fit = GammaGamma.Fit([.. Enumerable.Range(1, customers).Select(i => new SpendSummary(i, 10 * i * i))]);

        Assert.Contains(SpendWarning.FewCustomers, fit.Warnings);
        Assert.True(double.IsFinite(fit.LogLikelihood));
        Assert.InRange(fit.Model!.ExpectedSpend(new SpendSummary(1, 10)), 0.1, 1000);
    }

    [Fact]
    public void Mean_spend_that_is_no_number_is_a_fault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GammaGamma.Fit([new SpendSummary(1, double.NaN)]));

    internal static int[] Frequencies(int customers) => [.. Enumerable.Range(0, customers).Select(i => i % 7)];

    internal static void Near(double expected, double actual, double relative) => Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}
