namespace Parcours.Statistics.Transactions;

/// <summary>Bases from which nothing, or little, can be learned.</summary>
public sealed class FitWarningTests
{
    private static readonly Func<PurchaseGroups, TransactionFit>[] _fits =
        [TransactionFits.BgNbd, TransactionFits.MbgNbd, TransactionFits.ParetoNbd, TransactionFits.Nbd, groups => TransactionFits.MbgCnbd(groups, 2)];

    [Fact]
    public void No_customers_give_no_model() => Refused(FitWarning.NoCustomers, []);

    [Fact]
    public void Nobody_with_a_repeat_purchase_gives_no_model() =>
        Refused(FitWarning.NoRepeatPurchase, [.. Enumerable.Range(1, 100).Select(i => new PurchaseSummary(0, 0, i))]);

    [Fact]
    public void One_single_date_gives_no_model() => Refused(FitWarning.SingleDate, [.. Enumerable.Repeat(new PurchaseSummary(0, 0, 0), 100)]);

    [Fact]
    public void Fewer_than_30_customers_are_told()
    {
        PurchaseSummary[] customers = TransactionSimulation.Draw(new ParetoNbd(0.6, 5, 0.6, 9), [.. Enumerable.Repeat(60.0, 29)], 3);

        Assert.All(_fits, fit => Assert.Contains(FitWarning.FewCustomers, fit(PurchaseGroups.Of(customers)).Warnings));
        Assert.All(_fits, fit => Assert.DoesNotContain(FitWarning.FewCustomers, fit(PurchaseGroups.Of([.. customers, new(1, 1, 60)])).Warnings));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Customers_who_never_stop_fall_back_to_NBD(ulong seed)
    {
        // With other seeds chance makes a few customers seem to stop, and the fit says that its likelihood is flat.
        PurchaseSummary[] customers = WhoNeverStop(seed);
        PurchaseGroups groups = PurchaseGroups.Of(customers);
        foreach (Func<PurchaseGroups, TransactionFit> fit in _fits.Take(3))
        {
            TransactionFit found = fit(groups);
            Assert.IsType<Nbd>(found.Model);
            Assert.Contains(FitWarning.NoAttritionVisible, found.Warnings);
            Assert.Equal(TransactionFits.Nbd(groups).LogLikelihood, found.LogLikelihood, 1e-6);
            Assert.Equal(2, found.StandardErrors.Count);
        }
    }

    [Fact]
    public void Stops_that_chance_alone_may_suggest_are_told_to_be_unsure()
    {
        TransactionFit fit = TransactionFits.BgNbd(PurchaseGroups.Of(WhoNeverStop(4)));

        Assert.IsType<BgNbd>(fit.Model);
        Assert.Contains(FitWarning.FlatLikelihood, fit.Warnings);
    }

    [Fact]
    public void Regular_customers_who_never_stop_fall_back_to_NBD()
    {
        PurchaseSummary[] customers = TransactionSimulation.Draw(new MbgCnbd(2, 0.8, 2, 1e-6, 10), [.. Enumerable.Repeat(60.0, 2_000)], 1);
        TransactionFit fit = TransactionFits.MbgCnbd(PurchaseGroups.Of(customers), 2, sumOfLogGaps: 1_000);

        Assert.IsType<Nbd>(fit.Model);
        Assert.Equal(FitWarning.NoAttritionVisible, fit.Warnings[0]);
    }

    [Fact]
    public void Customers_who_are_all_alike_end_on_a_boundary_or_a_flat_ridge()
    {
        // One pace for all: r and alpha run to infinity together.
        PurchaseSummary[] customers = TransactionSimulation.Draw(new Nbd(1e6, 5e6), [.. Enumerable.Repeat(50.0, 500)], 9);
        TransactionFit fit = TransactionFits.Nbd(PurchaseGroups.Of(customers));

        Assert.True(
            fit.Warnings.Contains(FitWarning.BoundaryOptimum) || fit.Warnings.Contains(FitWarning.FlatLikelihood) || fit.Warnings.Contains(FitWarning.NotConverged),
            $"{fit}");
        Assert.Equal(10, fit.Model!.ExpectedPurchasesOfNew(50), 0.5);
    }

    internal static PurchaseSummary[] WhoNeverStop(ulong seed) => TransactionSimulation.Draw(new Nbd(0.8, 4), [.. Enumerable.Repeat(60.0, 2_000)], seed);

    private static void Refused(FitWarning warning, PurchaseSummary[] customers)
    {
        foreach (Func<PurchaseGroups, TransactionFit> fit in _fits)
        {
            TransactionFit found = fit(PurchaseGroups.Of(customers));
            Assert.Null(found.Model);
            Assert.False(found.Converged);
            Assert.Equal([warning], found.Warnings);
            Assert.Empty(found.StandardErrors);
        }
    }
}
