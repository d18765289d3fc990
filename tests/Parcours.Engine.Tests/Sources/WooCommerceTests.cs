using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Sources;

public sealed class WooCommerceTests
{
    [Fact]
    public void Order_becomes_its_total_its_lines_with_tax_and_its_coupons()
    {
        IncomingEvent read = Told.By(SourceKind.WooCommerce).Event("order.created", Order("processing"));
        Assert.Equal(
            """
            order value=38.44 EUR link=897 channel=Web rule=OrderTotal
            order_line value=17.99 EUR item=TOPE-1 product={"name":"Tope"} link=897 channel=Web rule=OrderLine
            coupon_used value=0.00 EUR item=summer link=897 channel=Web rule=WithOrder
            """, Posted.Lines(read));
        Assert.Equal("Email=uyi@mail.example Phone=08171263283 External=shop:26", Posted.Who(read));
        Assert.Equal("2026-02-06T17:05:09Z", read.At.ToString());
    }

    [Fact]
    public void Guest_is_known_by_the_email_alone() =>
        Assert.Equal("Email=uyi@mail.example Phone=08171263283",
            Posted.Who(Told.By(SourceKind.WooCommerce).Event("order.created", Order("processing").Replace("\"customer_id\": 26", "\"customer_id\": 0", StringComparison.Ordinal))));

    [Theory]
    [InlineData("pending", "checkout value=38.44 EUR link=897 channel=Web rule=Once")]
    [InlineData("failed", "checkout value=38.44 EUR link=897 channel=Web rule=Once")]
    public void Order_that_waits_for_its_payment_is_a_checkout(string status, string line) => Assert.Equal(line, Posted.Lines(Told.By(SourceKind.WooCommerce).Event("order.updated", Order(status))));

    [Fact]
    public void Refunds_are_known_by_their_numbers_in_the_order_of_them()
    {
        IReadOnlyList<Received> read = Told.By(SourceKind.WooCommerce).Hook("order.updated", Order("processing", """[ { "id": 905, "reason": "", "total": "-5.00" }, { "id": 901, "reason": "late", "total": "-10.00" } ]"""));
        Assert.Equal(["source:shop:order.updated:d1", "source:shop:refund:901", "source:shop:refund:905"], read.Select(message => message.Event!.MessageId));
        Assert.Equal(
            """
            refund value=10.00 EUR link=897 channel=Web at=2026-02-07T09:00:00Z rule=RefundTotal
            refund value=15.00 EUR link=897 channel=Web at=2026-02-07T09:00:00Z rule=RefundTotal
            """, Told.Lines(read.Skip(1)));
    }

    [Theory]
    [InlineData("cancelled", "cancellation link=897 channel=Web at=2026-02-07T09:00:00Z rule=Once")]
    [InlineData("refunded", "refund value=38.44 EUR link=897 channel=Web at=2026-02-07T09:00:00Z rule=RefundRest")]
    public void Order_taken_back_is_an_order_and_what_took_it_back(string status, string last)
    {
        string lines = Posted.Lines(Told.By(SourceKind.WooCommerce).Event("order.updated", Order(status)));
        Assert.StartsWith("order value=38.44 EUR", lines, StringComparison.Ordinal);
        Assert.EndsWith(last, lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Customer_brings_attributes_and_registration()
    {
        IncomingEvent read = Told.By(SourceKind.WooCommerce).Event("customer.created", """
            { "id": 26, "date_created": "2026-02-06T18:00:00", "date_created_gmt": "2026-02-06T17:00:00", "date_modified": null, "date_modified_gmt": null, "email": "uyi@mail.example",
              "first_name": "Uyi", "last_name": "Moses", "role": "customer", "username": "uyi", "billing": { "city": "Lagos", "postcode": "23401", "country": "NG", "phone": "" },
              "is_paying_customer": false, "avatar_url": "", "meta_data": [] }
            """);
        Assert.Equal(
            """
            registration at=2026-02-06T17:00:00Z rule=Once
            attribute_changed text=Uyi item=first_name rule=IfChanged
            attribute_changed text=Moses item=last_name rule=IfChanged
            attribute_changed text=NG item=country rule=IfChanged
            attribute_changed text=Lagos item=city rule=IfChanged
            attribute_changed text=23401 item=zip rule=IfChanged
            """, Posted.Lines(read));
    }

    [Fact]
    public void Only_the_body_that_WooCommerce_sends_on_saving_is_a_ping()
    {
        Assert.True(Told.By(SourceKind.WooCommerce).IsPing("webhook_id=12"u8));
        Assert.False(Told.By(SourceKind.WooCommerce).IsPing("webhook_id=12&order=1"u8));
        Assert.False(Told.By(SourceKind.Shopify).IsPing("webhook_id=12"u8));
    }

    private static string Order(string status, string refunds = "[]") => $$"""
        {
          "id": 897, "parent_id": 0, "status": "{{status}}", "currency": "EUR", "version": "9.9.0", "prices_include_tax": false, "date_created": "2026-02-06T18:05:09",
          "date_modified": "2026-02-07T10:00:00", "discount_total": "0.00", "shipping_total": "20.45", "total": "38.44", "total_tax": "3.00", "customer_id": 26,
          "order_key": "wc_order_G2pZ", "billing": { "first_name": "Uyi", "last_name": "Moses", "city": "Lagos", "country": "NG", "email": "uyi@mail.example", "phone": "08171263283" },
          "payment_method": "stripe", "created_via": "checkout", "number": "897", "meta_data": [ { "id": 3550, "key": "x", "value": "87" } ],
          "line_items": [ { "id": 58, "name": "Tope", "product_id": 753, "variation_id": 0, "quantity": 1, "subtotal": "14.99", "total": "14.99", "total_tax": "3.00", "sku": "TOPE-1", "price": 14.99 } ],
          "tax_lines": [], "shipping_lines": [], "fee_lines": [], "coupon_lines": [ { "id": 60, "code": "summer", "discount": "0" } ], "refunds": {{refunds}},
          "date_created_gmt": "2026-02-06T17:05:09", "date_modified_gmt": "2026-02-07T09:00:00", "currency_symbol": "€"
        }
        """;
}
