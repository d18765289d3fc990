using System.Text;
using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

public sealed class OrderFormatTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public void French_till_file_in_windows_1252_is_read_without_a_word()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = _shop.Write(
            """
            N° ticket;Date;Heure;Carte fidélité;Code article;Libellé;Rayon;Taille;Qté;PU TTC;Remise;Montant TTC;Magasin
            1001;03/04/2021;14:05;2990001;A1;Robe été;Prêt-à-porter;38;1;59,90;10,00;49,90 €;Orléans
            1001;03/04/2021;14:05;2990001;A2;Écharpe;Accessoires;;2;1 200,50;;2 401,00 €;Orléans
            1002;04/04/2021;09h30;2990002;A1;Robe été;Prêt-à-porter;40;-1;59,90;;-59,90 €;Orléans

            """,
            encoding: Encoding.GetEncoding(1252));

        ImportOutcome outcome = _shop.ImportFile(path);

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(3, 3, 0, 0, 2, 1, 1), outcome.Counts);
        StoredFact order = Assert.Single(_shop.Store.Of(FactKind.Order));
        Assert.Equal(245_090, order.Fact.Value);
        Assert.Equal("EUR", Currencies.CodeOf(order.Fact.Currency));
        Assert.Equal("2021-04-03T14:05:00Z", order.Fact.At.ToString());
        Assert.Equal("""{"store":"Orléans"}""", order.Payload);
        Assert.Equal(("Prêt-à-porter", """{"name":"Robe été","size":"38"}"""), _shop.Store.Products["A1"]);
        Assert.Equal(5990, Assert.Single(_shop.Store.Of(FactKind.Refund)).Fact.Value);
    }

    [Fact]
    public void Uci_online_retail_headers_month_first_and_cancellations()
    {
        ImportOutcome outcome = _shop.Import(
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
            536365,71053,"WHITE ""METAL"" LANTERN",6,12/1/2010 8:26,3.39,17850,United Kingdom
            C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,United Kingdom
            536380,22961,JAM MAKING SET PRINTED,24,12/13/2010 9:41,1.45,17809,United Kingdom

            """,
            request => request with { Currency = "GBP" });

        Assert.Equal(new ImportCounts(4, 4, 0, 0, 3, 2, 1), outcome.Counts);
        Assert.Equal([3564L, 3480L], _shop.Store.Of(FactKind.Order).Select(order => order.Fact.Value));
        Assert.Equal("2010-12-01T08:26:00Z", _shop.Store.Of(FactKind.Order).First().Fact.At.ToString());
        StoredFact refund = Assert.Single(_shop.Store.Of(FactKind.Refund));
        Assert.Equal((2750L, 0), (refund.Fact.Value, refund.Link));
        Assert.Equal("""{"Country":"United Kingdom"}""", _shop.Store.Of(FactKind.OrderLine).First().Payload);
    }

    [Fact]
    public void Day_first_is_found_over_the_whole_column_or_assumed_from_other_signs()
    {
        string ambiguous = string.Concat(Enumerable.Repeat("1,3/4/2020,5\n", 1500));

        Assert.Equal((false, true), Dates("customer,date,amount\n" + ambiguous + "1,3/14/2020,5\n"));
        Assert.Equal((true, true), Dates("customer,date,amount\n" + ambiguous + "1,14/3/2020,5\n"));
        Assert.Equal((false, false), Dates("customer,date,amount\n" + ambiguous));
        Assert.Equal((true, false), Dates("client;date;montant\n1;3/4/2020;5\n"));
        Assert.Equal((null, false), Dates("customer,date,amount\n1,2020-03-04,5\n"));

        (bool? DayFirst, bool Proven) Dates(string text)
        {
            ImportPlan plan = _shop.Plan(text);
            return (plan.DayFirst, plan.DateOrderProven);
        }
    }

    [Fact]
    public void Shopify_order_level_columns_stand_on_the_first_line_of_an_order()
    {
        const string text =
            """
            Name,Email,Financial Status,Paid at,Fulfillment Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Refunded Amount,Cancelled at,Source,Phone
            S1001,ann@shop.com,paid,2020-01-05 10:11:12 +0100,fulfilled,yes,EUR,30.00,5.00,0.00,32.00,HELLO,3.00,2020-01-05 10:11:00 +0100,1,Mug,10.00,MUG,,,web,
            S1001,ann@shop.com,,,,,,,,,,,,2020-01-05 10:11:00 +0100,2,Tea,10.00,,,,,
            S1002,bob@shop.com,refunded,2020-01-06 10:00:00 +0100,,no,EUR,10.00,0,0,10.00,,0,2020-01-06 10:00:00 +0100,1,Mug,10.00,MUG,10.00,2020-01-07 09:00:00 +0100,web,

            """;
        ImportOutcome outcome = _shop.Import(text);

        Assert.Equal(new ImportCounts(3, 3, 0, 0, 2, 2, 1), outcome.Counts);
        Assert.Equal([3200L, 1000L], _shop.Store.Of(FactKind.Order).Select(order => order.Fact.Value));
        Assert.Equal("S1001", _shop.Store.Of(FactKind.Order).First().LinkKey);
        Assert.Equal(["MUG", "Tea", "MUG"], _shop.Store.Of(FactKind.OrderLine).Select(_shop.Store.ItemOf));
        Assert.Equal(1000, Assert.Single(_shop.Store.Of(FactKind.Refund)).Fact.Value);
        StoredFact cancelled = Assert.Single(_shop.Store.Of(FactKind.Cancellation));
        Assert.Equal(("2020-01-07T08:00:00Z", LinkHash.Of("S1002")), (cancelled.Fact.At.ToString(), cancelled.Link));
        Assert.Equal("HELLO", _shop.Store.ItemOf(Assert.Single(_shop.Store.Of(FactKind.CouponUsed))));
        Assert.Equal("ann@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.OptIn))));
        Assert.Equal(new ImportCounts(3, 0, 3, 0, 2, 2, 1), _shop.Import(text).Counts);
    }

    [Fact]
    public void Shopify_order_refunded_since_adds_its_refund_only()
    {
        const string head = "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount\n";
        _shop.Import(head + "S1,ann@shop.com,paid,2020-01-05,EUR,10.00,1,Mug,10.00,0.00\n");

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 1, 1, 1), _shop.Import(head + "S1,ann@shop.com,refunded,2020-01-05,EUR,10.00,1,Mug,10.00,10.00\n").Counts);
        Assert.Single(_shop.Store.Of(FactKind.Order));
        Assert.Equal(LinkHash.Of("S1"), Assert.Single(_shop.Store.Of(FactKind.Refund)).Link);
    }

    [Fact]
    public void WooCommerce_repeats_the_total_on_each_line_and_has_a_status()
    {
        ImportOutcome outcome = _shop.Import(
            """
            Order Number,Order Status,Order Date,Email (Billing),Phone (Billing),Item #,Item Name,SKU,Quantity,Item Cost,Order Total Amount,Coupon Code,Order Refund Amount
            501,Completed,2021-02-01 10:00,ann@shop.com,,1,Mug,MUG,2,9.50,24.00,,0
            501,Completed,2021-02-01 10:00,ann@shop.com,,2,Tea,TEA,1,5.00,24.00,,0
            502,Failed,2021-02-02 11:00,bob@shop.com,,1,Mug,MUG,1,9.50,9.50,,0
            503,Refunded,2021-02-03 11:00,bob@shop.com,,1,Mug,MUG,1,9.50,9.50,,9.50
            504,Cancelled,2021-02-04 11:00,eve@shop.com,,1,Mug,MUG,1,9.50,9.50,,

            """);

        Assert.Equal(new ImportCounts(5, 5, 0, 0, 3, 3, 1), outcome.Counts);
        Assert.Equal([2400L, 950L, 950L], _shop.Store.Of(FactKind.Order).Select(order => order.Fact.Value));
        Assert.Equal("bob@shop.com", _shop.Store.KeyOf(Assert.Single(_shop.Store.Of(FactKind.Checkout))));
        Assert.Equal(LinkHash.Of("504"), Assert.Single(_shop.Store.Of(FactKind.Cancellation)).Link);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(";")]
    [InlineData(",")]
    public void Delimiter_is_recognised(string delimiter) =>
        Assert.Equal(delimiter[0], _shop.Plan($"customer,date,amount\n1,2020-01-01,5\n\"2{delimiter}3\",2020-01-01,5\n".Replace(",", delimiter)).Delimiter);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Marked_encoding_is_recognised(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        string path = _shop.Write([.. encoding.GetPreamble(), .. encoding.GetBytes("client,date,montant\r\nZoé,2020-01-01,5\r\n")]);

        Assert.Equal(1, _shop.ImportFile(path).Counts!.Stored);
        Assert.Equal("Zoé", _shop.Store.Identities[0].Key);
    }

    [Fact]
    public void Excel_separator_line_trailing_separators_and_old_line_ends_are_understood() =>
        Assert.Equal(2, _shop.Import("sep=;\r\ncustomer;date;amount;\r1;2020-01-01;5;\r2;2020-01-02;6;\r").Counts!.Stored);

    public void Dispose() => _shop.Dispose();
}
