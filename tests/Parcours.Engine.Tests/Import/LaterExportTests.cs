using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

/// <summary>What a later export of the same orders changes.</summary>
public sealed class LaterExportTests : IDisposable
{
    private const string Head = "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount\n";
    private readonly Shop _shop = new();

    [Fact]
    public void Order_refunded_further_counts_only_the_difference()
    {
        _shop.Import(Head + Line(refunded: "10.00"));

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 1, 1, 1), _shop.Import(Head + Line(refunded: "15.00")).Counts);
        Assert.Equal(new ImportCounts(1, 0, 1, 0, 1, 1, 1), _shop.Import(Head + Line(refunded: "15.00")).Counts);
        Assert.Equal(new ImportCounts(1, 0, 1, 0, 1, 1, 1), _shop.Import(Head + Line(refunded: "10.00")).Counts);
        Assert.Equal([1000L, 500L], Values(FactKind.Refund));
        Assert.All(_shop.Store.Of(FactKind.Refund), refund => Assert.Equal(LinkHash.Of("S1"), refund.Link));
    }

    [Fact]
    public void Refund_known_from_a_returned_line_is_not_counted_again()
    {
        _shop.Import("order,email,date,product,quantity,amount\nS1,ann@shop.com,2020-01-05,Mug,1,20\nS1,ann@shop.com,2020-01-09,Mug,-1,-8\n");
        _shop.Import("order,email,date,product,quantity,amount,refunded amount\nS1,ann@shop.com,2020-01-05,Mug,1,20,12\n");

        Assert.Equal([800L, 400L], Values(FactKind.Refund));
    }

    [Fact]
    public void Order_refunded_less_than_known_keeps_the_larger_amount_and_says_so()
    {
        _shop.Import(Head + Line(refunded: "10.00"));

        ImportOutcome outcome = _shop.Import(Head + Line(refunded: "4.00"));

        Assert.Equal(1, outcome.RefundedLess);
        Assert.Equal(new ImportCounts(1, 0, 1, 0, 1, 1, 1), outcome.Counts);
        Assert.Equal([1000L], Values(FactKind.Refund));
    }

    [Fact]
    public void Order_of_status_refunded_gives_back_its_whole_sum_once()
    {
        _shop.Import("order,customer,date,product,quantity,amount,status\nA,1,2020-01-01,pen,1,5,refunded\nA,1,2020-01-01,ink,1,6,refunded\n");

        Assert.Equal(1100, Values(FactKind.Refund).Sum());
    }

    [Theory]
    [InlineData("50.00", 2000)]
    [InlineData("12.50", -1750)]
    public void Stated_total_that_changed_adjusts_the_order_and_old_files_change_nothing(string total, long change)
    {
        _shop.Import(Head + Line(total: "30.00"));

        ImportOutcome later = _shop.Import(Head + Line(total: total));

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 1, 1, 0), later.Counts);
        Assert.Equal(1, later.OrdersAdjusted);
        Assert.Equal(0, _shop.Import(Head + Line(total: total)).Counts!.Stored);
        Assert.Equal(0, _shop.Import(Head + Line(total: "30.00")).Counts!.Stored);
        StoredFact adjusted = Assert.Single(_shop.Store.Of(FactKind.OrderAdjusted));
        Assert.Equal((change, LinkHash.Of("S1")), (adjusted.Fact.Value, adjusted.Link));
    }

    [Fact]
    public void Total_and_refund_that_changed_on_one_line_are_one_line_stored()
    {
        _shop.Import(Head + Line(total: "30.00", refunded: "5.00"));

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 1, 1, 1), _shop.Import(Head + Line(total: "40.00", refunded: "9.00")).Counts);
        Assert.Equal((1000L, 900L), (Values(FactKind.OrderAdjusted).Sum(), Values(FactKind.Refund).Sum()));
    }

    [Fact]
    public void Lines_that_name_nothing_are_compared_by_their_sum()
    {
        const string head = "order,customer,date,amount\n";
        _shop.Import(head + "A,1,2020-01-01,5\nB,2,2020-01-01,7\n");

        ImportOutcome fuller = _shop.Import(head + "A,1,2020-01-01,5\nA,1,2020-01-01,6\nB,2,2020-01-01,7\n");

        Assert.Equal(new ImportCounts(3, 1, 2, 0, 2, 2, 0), fuller.Counts);
        Assert.Equal(600, Assert.Single(_shop.Store.Of(FactKind.OrderAdjusted)).Fact.Value);
        Assert.Equal(0, _shop.Import(head + "A,1,2020-01-01,6\nA,1,2020-01-01,5\n").Counts!.Stored);
    }

    [Fact]
    public void Total_of_a_number_that_two_shops_gave_one_customer_changes_nothing()
    {
        const string head = "order,customer,date,total,store\n";
        _shop.Import(head + "7,1,2020-01-01,5,Lyon\n7,1,2020-02-01,9,Paris\n");

        Assert.Equal(0, _shop.Import(head + "7,1,2020-01-01,6,Lyon\n").Counts!.Stored);
    }

    public void Dispose() => _shop.Dispose();

    private static string Line(string total = "30.00", string refunded = "") => $"S1,ann@shop.com,paid,2020-01-05,EUR,{total},1,Mug,30.00,{refunded}\n";

    private IEnumerable<long> Values(FactKind kind) => _shop.Store.Of(kind).Select(fact => fact.Fact.Value);
}
