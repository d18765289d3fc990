using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

public sealed class OrderSemanticsTests : IDisposable
{
    private readonly Shop _shop = new();

    private static ImportCounts Counts(long read, long stored, long duplicates, long quarantined, long customers, long orders, long refunds) =>
        new(read, stored, duplicates, quarantined, customers, orders, refunds);

    [Fact]
    public void Identical_lines_of_one_file_all_count_and_the_file_twice_changes_nothing()
    {
        const string text = "customer,date,amount\n1,2020-01-01,5\n1,2020-01-01,5.00\n2,2020-01-01,0\n";

        Assert.Equal(Counts(3, 3, 0, 0, 2, 3, 0), _shop.Import(text).Counts);
        Assert.Equal(Counts(3, 0, 3, 0, 2, 3, 0), _shop.Import(text, name: "renamed.csv").Counts);
        Assert.Equal(3, _shop.Store.Facts.Count);
    }

    [Fact]
    public void Overlapping_exports_merge()
    {
        _shop.Import("customer,date,amount\n1,2020-01-01,5\n1,2020-01-02,6\n");

        ImportOutcome second = _shop.Import("customer,date,amount\n1,2020-01-02,6\n1,2020-01-03,7\n");

        Assert.Equal(Counts(2, 1, 1, 0, 1, 2, 0), second.Counts);
        Assert.Equal(1800, _shop.Store.Of(FactKind.Order).Sum(order => order.Fact.Value));
    }

    [Fact]
    public void Another_source_of_equal_lines_is_not_the_same()
    {
        const string text = "customer,date,amount\n1,2020-01-01,5\n";
        _shop.Import(text);

        Assert.Equal(1, _shop.Import(text, request => request with { Source = "second-shop" }).Counts!.Stored);
    }

    [Fact]
    public void Lines_of_an_order_need_not_stand_together()
    {
        _shop.Import("order,customer,date,product,quantity,price\nA,1,2020-01-01,pen,2,1.50\nB,2,2020-01-01,ink,1,4\nA,1,2020-01-01,paper,1,5\n");

        Assert.Equal([800L, 400L], _shop.Store.Of(FactKind.Order).Select(order => order.Fact.Value));
        Assert.Equal(["A", "B"], _shop.Store.Of(FactKind.Order).Select(order => order.LinkKey!));
        StoredFact[] lines = [.. _shop.Store.Of(FactKind.OrderLine)];
        Assert.Equal(["pen", "ink", "paper"], lines.Select(_shop.Store.ItemOf));
        Assert.Equal([2000, 1000, 1000], lines.Select(line => line.Extra.Quantity));
        Assert.Equal(LinkHash.Of("A"), lines[0].Link);
        Assert.Equal(lines[0].Link, lines[2].Link);
    }

    [Fact]
    public void Order_cut_by_an_export_is_adjusted_by_the_lines_that_come_later()
    {
        _shop.Import("order,customer,date,product,quantity,price\nA,1,2020-01-01,pen,2,1.50\n");
        const string rest = "order,customer,date,product,quantity,price\nA,1,2020-01-01,pen,2,1.50\nA,1,2020-01-01,paper,1,5\n";

        Assert.Equal(Counts(2, 1, 1, 0, 1, 1, 0), _shop.Import(rest).Counts);
        Assert.Equal(Counts(2, 0, 2, 0, 1, 1, 0), _shop.Import(rest).Counts);
        StoredFact adjusted = Assert.Single(_shop.Store.Of(FactKind.OrderAdjusted));
        Assert.Equal(500, adjusted.Fact.Value);
        Assert.Equal(LinkHash.Of("A"), adjusted.Link);
        Assert.Single(_shop.Store.Of(FactKind.Order));
    }

    [Fact]
    public void Negative_line_is_a_refund_and_no_order()
    {
        ImportOutcome outcome = _shop.Import("order,customer,date,product,quantity,price\nA,1,2020-01-01,pen,2,1.50\nA,1,2020-01-05,pen,-1,1.50\nB,1,2020-01-06,ink,-1,4\n");

        Assert.Equal(Counts(3, 3, 0, 0, 1, 1, 2), outcome.Counts);
        Assert.Equal([150L, 400L], _shop.Store.Of(FactKind.Refund).Select(refund => refund.Fact.Value));
        Assert.Equal(LinkHash.Of("A"), _shop.Store.Of(FactKind.Refund).First().Link);
        Assert.Equal(300, Assert.Single(_shop.Store.Of(FactKind.Order)).Fact.Value);
    }

    [Fact]
    public void Order_without_product_or_quantity_has_no_line()
    {
        ImportOutcome outcome = _shop.Import("order_id,customer,date,amount\nA,1,2020-01-01,5\nA,1,2020-01-01,6\nB,1,2020-01-02,0\n");

        Assert.Equal(Counts(3, 3, 0, 0, 1, 2, 0), outcome.Counts);
        Assert.Empty(_shop.Store.Of(FactKind.OrderLine));
        Assert.Equal([1100L, 0L], _shop.Store.Of(FactKind.Order).Select(order => order.Fact.Value));
    }

    [Fact]
    public void Line_alone_with_a_product_is_an_order_and_its_line()
    {
        _shop.Import("customer,date,product,category,size,amount\n1,2020-01-01,dress,Dresses,38,59.90\n");

        StoredFact order = Assert.Single(_shop.Store.Of(FactKind.Order));
        StoredFact line = Assert.Single(_shop.Store.Of(FactKind.OrderLine));
        Assert.Equal(order.Link, line.Link);
        Assert.NotEqual(0, line.Link);
        Assert.Equal("dress", _shop.Store.ItemOf(line));
        Assert.Equal(("Dresses", """{"size":"38"}"""), _shop.Store.Products["dress"]);
    }

    [Fact]
    public void Person_is_the_strongest_key_and_the_others_are_joined()
    {
        ImportOutcome outcome = _shop.Import("customer,email,phone,date,amount\n1,Ann@Shop.com,06 11 22 33 44,2020-01-01,5\n,ann@shop.com,,2020-01-02,6\n,,0611223344,2020-01-03,7\n");

        Assert.Equal(1, outcome.Counts!.Customers);
        Assert.Contains(_shop.Store.Identities, identity => identity.Key == "ann@shop.com");
        Assert.Contains(_shop.Store.Identities, identity => identity.Key == "0611223344");
        Assert.Equal(2, _shop.Store.Joins.Count);
    }

    [Fact]
    public void Customer_number_written_as_a_decimal_is_the_same_customer() =>
        Assert.Equal(1, _shop.Import("customer,date,amount\n17850,2020-01-01,5\n17850.0,2020-01-02,6\n").Counts!.Customers);

    [Fact]
    public void Bare_id_is_the_customer_unless_another_column_is()
    {
        Assert.Equal([("customer", "id"), ("date", "date"), ("amount", "amount")], Columns("id,date,amount\n1,2020-01-01,5\n"));
        Assert.Equal([("customer", "customer_id"), ("order", "id"), ("date", "date"), ("amount", "amount")], Columns("id,customer_id,date,amount\n1,2,2020-01-01,5\n"));

        (string, string)[] Columns(string text) => [.. _shop.Plan(text).Columns.Select(column => (column.Column, column.Header))];
    }

    [Fact]
    public void Store_makes_the_channel_and_stays_in_the_payload()
    {
        _shop.Import("order,customer,date,product,quantity,price,store,colour\nA,1,2020-01-01,pen,2,1.50,Lyon,blue\n");

        Assert.Equal(Channel.Store, Assert.Single(_shop.Store.Of(FactKind.Order)).Fact.Channel);
        Assert.Equal("""{"store":"Lyon"}""", Assert.Single(_shop.Store.Of(FactKind.Order)).Payload);
        Assert.Equal("""{"colour":"blue"}""", Assert.Single(_shop.Store.Of(FactKind.OrderLine)).Payload);
    }

    [Fact]
    public void Discount_comes_off_price_times_quantity_and_coupon_is_a_fact()
    {
        _shop.Import("order,customer,date,product,quantity,price,discount,coupon\nA,1,2020-01-01,pen,2,10,5,SPRING\nA,1,2020-01-01,ink,1,10,,SPRING\n");

        Assert.Equal(2500, Assert.Single(_shop.Store.Of(FactKind.Order)).Fact.Value);
        Assert.Equal("SPRING", _shop.Store.ItemOf(Assert.Single(_shop.Store.Of(FactKind.CouponUsed))));
    }

    [Theory]
    [InlineData("customer,date,amount,currency\n1,2020-01-01,5,GBP\n", null, "GBP")]
    [InlineData("customer,date,amount\n1,2020-01-01,£5\n", null, "GBP")]
    [InlineData("customer,date,amount\n1,2020-01-01,5\n", "CHF", "CHF")]
    [InlineData("customer,date,amount\n1,2020-01-01,5\n", null, "USD")]
    public void First_amount_gives_the_workspace_its_currency(string text, string? asked, string expected)
    {
        _shop.Import(text, request => request with { Currency = asked });

        Assert.Equal(expected, Currencies.CodeOf(_shop.Store.Settings.Currency));
    }

    [Fact]
    public void Date_without_a_time_is_local_midnight_and_says_so()
    {
        _shop.Store.Save(_shop.Store.Settings with { ZoneId = "Europe/Paris" });
        _shop.Import("customer,date,amount\n1,2020-01-01,5\n1,2020-01-01T00:00,5\n1,2020-01-01T00:00:00Z,5\n");

        StoredFact[] orders = [.. _shop.Store.Of(FactKind.Order)];
        Assert.Equal(["2019-12-31T23:00:00Z", "2019-12-31T23:00:00Z", "2020-01-01T00:00:00Z"], orders.Select(order => order.Fact.At.ToString()));
        Assert.Equal([FactFlags.DateOnly, FactFlags.None, FactFlags.None], orders.Select(order => order.Fact.Flags));
    }

    public void Dispose() => _shop.Dispose();
}
