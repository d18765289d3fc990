namespace Parcours.Statistics.Transactions;

public sealed class PurchaseSummaryTests
{
    [Fact]
    public void Summaries_of_equal_figures_are_equal() =>
        Assert.Equal(new PurchaseSummary(2, 30.43, 38.86), new PurchaseSummary(2, 30.43, 38.86));
}
