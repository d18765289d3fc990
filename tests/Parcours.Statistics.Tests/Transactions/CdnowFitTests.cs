namespace Parcours.Statistics.Transactions;

/// <summary>What the papers and the best packages print on CDNOW.</summary>
public sealed class CdnowFitTests
{
    private const double LogLikelihoodTolerance = 0.01;
    private const double ParameterTolerance = 0.001;
    private const double ForecastTolerance = 0.001;

    [Theory]
    [InlineData("bgnbd", -9582.4292, 0.2425945, 4.4136019, 0.7929199, 2.4258881, 1653.4)]
    [InlineData("mbgnbd", -9582.1357, 0.5248436, 6.183093, 0.8913878, 1.614048, 1576.7)]
    [InlineData("pnbd", -9594.9762, 0.55327, 10.5778, 0.60602, 11.66391, 1665.5)]
    public void Fit_of_the_sample_is_the_published_one(string model, double logLikelihood, double p1, double p2, double p3, double p4, double forecast) =>
        Check(Cdnow.Sample, 2_357, 1_882, model, logLikelihood, [p1, p2, p3, p4], forecast);

    [Theory]
    [InlineData("bgnbd", -95368.4439, 0.2516238, 4.788941, 0.7234296, 2.161077, 16873.8)]
    [InlineData("mbgnbd", -95336.958, 0.6371297, 7.310225, 0.8074913, 1.228443, 15933.5)]
    [InlineData("pnbd", -95415.1186, 0.5974136, 11.58511, 0.5221701, 8.825979, 17153.0)]
    public void Fit_of_all_customers_is_the_published_one(string model, double logLikelihood, double p1, double p2, double p3, double p4, double forecast) =>
        Check(Cdnow.All, 23_570, 19_684, model, logLikelihood, [p1, p2, p3, p4], forecast);

    [Fact]
    public void Standard_errors_of_Pareto_NBD_are_the_published_ones()
    {
        TransactionFit fit = TransactionFits.ParetoNbd(Cdnow.Sample.Groups);
        double[] published = [0.0476, 0.8427, 0.1873, 6.2105];

        for (int i = 0; i < published.Length; i++)
        {
            Assert.Equal(published[i], fit.StandardErrors[i], published[i] * 0.005);
        }
    }

    [Fact]
    public void Nbd_is_below_every_model_that_knows_attrition()
    {
        Cdnow cdnow = Cdnow.Sample;
        TransactionFit nbd = TransactionFits.Nbd(cdnow.Groups);

        Assert.True(nbd.Converged);
        Assert.Equal(cdnow.Summaries.Sum(nbd.Model!.LogLikelihood), nbd.LogLikelihood, 1e-6);
        Assert.True(nbd.LogLikelihood < TransactionFits.BgNbd(cdnow.Groups).LogLikelihood - 100);
    }

    [Fact]
    public void Order_of_the_customers_changes_no_bit_of_the_fit()
    {
        PurchaseSummary[] customers = Cdnow.Sample.Summaries;
        TransactionFit fit = TransactionFits.BgNbd(PurchaseGroups.Of(customers));
        Array.Reverse(customers);

        Assert.Equal(fit.Model!.Parameters, TransactionFits.BgNbd(PurchaseGroups.Of(customers)).Model!.Parameters);
    }

    private static void Check(Cdnow cdnow, int customers, int actual, string model, double logLikelihood, double[] parameters, double forecast)
    {
        TransactionFit fit = model switch
        {
            "bgnbd" => TransactionFits.BgNbd(cdnow.Groups),
            "mbgnbd" => TransactionFits.MbgNbd(cdnow.Groups),
            _ => TransactionFits.ParetoNbd(cdnow.Groups),
        };
        Assert.Equal(model, fit.Model!.Id);
        Assert.Equal(customers, fit.Customers);
        Assert.Equal(actual, cdnow.HeldBackOrders);
        Assert.True(fit.Converged);
        Assert.Empty(fit.Warnings);
        Assert.Equal(logLikelihood, fit.LogLikelihood, LogLikelihoodTolerance);
        Assert.Equal(logLikelihood, cdnow.Summaries.Sum(fit.Model.LogLikelihood), LogLikelihoodTolerance);
        for (int i = 0; i < parameters.Length; i++)
        {
            Assert.Equal(parameters[i], fit.Model.Parameters[i], parameters[i] * ParameterTolerance);
        }

        double expected = cdnow.Summaries.Sum(customer => fit.Model.ExpectedPurchases(customer, cdnow.HeldBackWeeks));
        Assert.Equal(forecast, expected, forecast * ForecastTolerance);
    }
}
