using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import;

namespace Parcours.Engine.Spend;

public sealed class AdvertisingSpendTests : IDisposable
{
    private const string Head = "date,source,campaign,spend,currency\n";
    private readonly Shop _shop = new();

    [Fact]
    public void Spend_is_read_by_day_source_and_campaign()
    {
        Import("2020-02-02,meta,winter,80,EUR\n2020-02-01,google,brand,120.50,EUR\n2020-02-01,google,brand,10,EUR\n2020-02-01,google,brand,3,GBP\n");

        Assert.Equal(
            [("2020-02-01", "google", "brand", 13050L, "EUR"), ("2020-02-01", "google", "brand", 300L, "GBP"), ("2020-02-02", "meta", "winter", 8000L, "EUR")],
            Read());
    }

    [Fact]
    public void Equal_lines_of_one_file_all_count_and_files_that_overlap_count_once()
    {
        const string both = "2020-02-01,google,brand,5,EUR\n2020-02-01,google,brand,5,EUR\n";
        Import(both);
        ImportOutcome again = Import(both + "2020-02-02,google,brand,7,EUR\n");

        Assert.Equal((1L, 2L), (again.Counts!.Stored, again.Counts.Duplicates));
        Assert.Equal([1000L, 700L], Read().Select(line => line.Minor));
    }

    [Fact]
    public void Figure_of_a_day_given_anew_replaces_the_former_and_an_old_file_brings_nothing_back()
    {
        Import("2020-02-01,google,brand,5,EUR\n2020-02-02,google,brand,1,EUR\n");
        Import("2020-02-02,google,brand,9,EUR\n");
        ImportOutcome old = Import("2020-02-01,google,brand,5,EUR\n2020-02-02,google,brand,1,EUR\n");

        Assert.Equal(0, old.Counts!.Stored);
        Assert.Equal([500L, 900L], Read().Select(line => line.Minor));
    }

    [Fact]
    public void Two_accounts_named_as_two_sources_add_up()
    {
        Import("2020-02-01,google,brand,5,EUR\n", "first");
        Import("2020-02-01,google,brand,9,EUR\n", "second");

        Assert.Equal([1400L], Read().Select(line => line.Minor));
    }

    [Fact]
    public void Workspace_without_spend_has_none() => Assert.Empty(AdvertisingSpend.Of(_shop.Store));

    public void Dispose() => _shop.Dispose();

    private ImportOutcome Import(string lines, string? source = null) => _shop.Import(Head + lines, request => request with { Kind = "spend", Source = source });

    private IEnumerable<(string Day, string Source, string Campaign, long Minor, string Currency)> Read() => AdvertisingSpend.Of(_shop.Store)
        .Select(line => (Calendar.Label(line.Day, CalendarUnit.Day), line.Source, line.Campaign, line.Amount.Minor, Currencies.CodeOf(line.Amount.Currency)));
}
