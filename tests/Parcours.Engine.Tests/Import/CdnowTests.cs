using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

public sealed class CdnowTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public void Cdnow_without_any_option_gives_its_published_counts()
    {
        ImportOutcome outcome = _shop.ImportFile(TestFile.Required("cdnow.csv"));

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(69_659, 69_659, 0, 0, 23_570, 69_659, 0), outcome.Counts);
        Assert.Equal("USD", outcome.AssumedCurrency);
        Assert.Equal(69_659, _shop.Store.Of(FactKind.Order).Count());
        Assert.Equal(250_031_563, _shop.Store.Of(FactKind.Order).Sum(order => order.Fact.Value));
    }

    [Fact]
    public void Cdnow_twice_changes_nothing()
    {
        string path = TestFile.Required("cdnow.csv");
        _shop.ImportFile(path);

        ImportOutcome again = _shop.ImportFile(path);

        Assert.Equal(new ImportCounts(69_659, 0, 69_659, 0, 23_570, 69_659, 0), again.Counts);
        Assert.Equal(69_659, _shop.Store.Facts.Count);
    }

    [Fact]
    public void Cdnow_sample_takes_its_own_id_for_the_customer()
    {
        ImportOutcome outcome = _shop.ImportFile(TestFile.Required("cdnow-sample.csv"));

        Assert.Equal(2_357, outcome.Counts!.Customers);
        Assert.Equal(6_919, outcome.Counts.Orders);
    }

    [Fact]
    public void Complete_journey_gathers_lines_into_baskets()
    {
        ImportOutcome outcome = _shop.ImportFile(TestFile.Required("complete-journey/transactions_sample.csv"));

        Assert.Null(outcome.Refusal);
        Assert.Equal(75_000, outcome.Counts!.Read);
        Assert.Equal(0, outcome.Counts.Quarantined);
        Assert.Equal(75_000, _shop.Store.Of(FactKind.OrderLine).Count());
        Assert.Equal(_shop.Store.Of(FactKind.Order).Sum(order => order.Fact.Value), _shop.Store.Of(FactKind.OrderLine).Sum(line => line.Fact.Value));
    }

    public void Dispose() => _shop.Dispose();
}
