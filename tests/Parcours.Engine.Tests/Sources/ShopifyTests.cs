using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Sources;

public sealed class ShopifyTests
{
    private const string OrderLines =
        """
        order value=409.94 USD link=#1001 channel=Web rule=OrderTotal
        order_line value=195.66 USD item=IPOD2008GREEN product={"name":"IPod Nano - 8gb - green"} link=#1001 channel=Web rule=OrderLine
        order_line value=192.34 USD item=Strap - black product={"name":"Strap - black"} link=#1001 quantity=2 channel=Web rule=OrderLine
        coupon_used value=0.00 USD item=TENOFF link=#1001 channel=Web rule=WithOrder
        """;

    [Fact]
    public void Order_becomes_its_total_its_lines_and_its_coupons_under_the_number_that_the_export_writes()
    {
        IncomingEvent read = Told.By(SourceKind.Shopify).Event("orders/create", ShopifyPayloads.Order());
        Assert.Equal(OrderLines, Posted.Lines(read));
        Assert.Equal("Email=bob@mail.example Phone=+557734881234 External=shopify:207119551", Posted.Who(read));
        Assert.Equal("2026-01-10T16:00:00Z", read.At.ToString());
    }

    [Fact]
    public void Customer_numbers_that_are_the_companys_own_name_the_customer()
    {
        IncomingEvent read = Told.By(SourceKind.Shopify, with: source => source with { OwnsCustomerNumbers = true }).Event("orders/create", ShopifyPayloads.Order());
        Assert.StartsWith("Customer=207119551 Email=bob@mail.example", Posted.Who(read), StringComparison.Ordinal);
    }

    [Fact]
    public void Order_may_be_known_by_another_of_its_numbers()
    {
        IncomingEvent read = Told.By(SourceKind.Shopify, with: source => source with { OrderMember = "id" }).Event("orders/create", ShopifyPayloads.Order());
        Assert.All(read.Facts, fact => Assert.Equal("450789469", fact.Link));
    }

    [Fact]
    public void Cancelled_order_says_when()
    {
        string body = ShopifyPayloads.Order().Replace("\"cancelled_at\": null", "\"cancelled_at\": \"2026-01-11T10:00:00-05:00\"", StringComparison.Ordinal);
        Assert.Contains("cancellation link=#1001 channel=Web at=2026-01-11T15:00:00Z rule=Once", Told.Lines(Told.By(SourceKind.Shopify).Hook("orders/cancelled", body)), StringComparison.Ordinal);
    }

    [Fact]
    public void Refunds_of_an_order_are_messages_of_their_own_that_add_up()
    {
        string refunds = $"[{ShopifyPayloads.Refund(2, "5.00")},{ShopifyPayloads.Refund(1)},{ShopifyPayloads.Refund(3, "9.00", "void")},{ShopifyPayloads.Refund(4, "9.00", status: "failure")}]";
        IReadOnlyList<Received> read = Told.By(SourceKind.Shopify).Hook("orders/updated", ShopifyPayloads.Order(refunds: refunds));
        Assert.Equal(["source:shop:orders/updated:d1", "source:shop:refund:1", "source:shop:refund:2"], read.Select(message => message.Event!.MessageId));
        Assert.Equal(
            """
            refund value=41.94 USD link=#1001 channel=Web at=2026-01-12T13:59:11Z rule=RefundTotal
            refund value=46.94 USD link=#1001 channel=Web at=2026-01-12T13:59:11Z rule=RefundTotal
            """, Told.Lines(read.Skip(1)));
    }

    [Fact]
    public void Refund_by_itself_is_of_the_order_told_before_and_the_same_message_as_with_its_order()
    {
        SourceReader shop = Told.By(SourceKind.Shopify);
        shop.Hook("orders/create", ShopifyPayloads.Order());
        IncomingEvent refund = shop.Event("refunds/create", ShopifyPayloads.Refund());
        Assert.Equal("refund value=41.94 USD link=#1001 channel=Web rule=RefundPart", Posted.Lines(refund));
        Assert.Equal("source:shop:refund:509562969", refund.MessageId);
        Assert.Equal("Email=bob@mail.example Phone=+557734881234 External=shopify:207119551", Posted.Who(refund));
    }

    [Fact]
    public void Refund_of_an_order_never_told_is_put_aside() => Assert.Equal("unknown_order", Told.By(SourceKind.Shopify).Reason("refunds/create", ShopifyPayloads.Refund()));

    [Fact]
    public void Customer_brings_attributes_registration_and_a_permission_known_by_its_date()
    {
        IReadOnlyList<Received> read = Told.By(SourceKind.Shopify).Hook("customers/update", ShopifyPayloads.Customer());
        Assert.Equal(
            """
            registration at=2026-01-10T23:30:56Z rule=Once
            attribute_changed text=Bob item=first_name rule=IfChanged
            attribute_changed text=Norman item=last_name rule=IfChanged
            attribute_changed text=US item=country rule=IfChanged
            attribute_changed text=Louisville item=city rule=IfChanged
            attribute_changed text=40202 item=zip rule=IfChanged
            opt_in item=marketing channel=Email
            """, Told.Lines(read));
        Assert.Equal("source:shop:consent:207119551:email:in:2026-02-01T08:00:00-05:00", read[1].Event!.MessageId);
        Assert.Equal("2026-02-01T13:00:00Z", read[1].Event!.At.ToString());
    }

    [Theory]
    [InlineData("not_subscribed", 1)]
    [InlineData("pending", 1)]
    [InlineData("unsubscribed", 2)]
    public void Never_asked_is_no_permission_and_no_refusal(string state, int messages)
    {
        IReadOnlyList<Received> read = Told.By(SourceKind.Shopify).Hook("customers/update", ShopifyPayloads.Customer($$"""{ "state": "{{state}}", "consent_updated_at": null }"""));
        Assert.Equal(messages, read.Count);
        Assert.Equal(messages == 2, Told.Lines(read).Contains("opt_out", StringComparison.Ordinal));
    }

    [Fact]
    public void Deleted_customer_is_noted_and_nothing_is_erased()
    {
        IncomingEvent read = Told.By(SourceKind.Shopify).Event("customers/delete", """{ "id": 207119551, "tax_exemptions": [], "admin_graphql_api_id": "gid://shopify/Customer/207119551" }""");
        Assert.Equal("shop_customer_deleted rule=Once", Posted.Lines(read));
        Assert.Equal("External=shopify:207119551", Posted.Who(read));
    }

    [Theory]
    [InlineData("orders/create", "{", "not_json")]
    [InlineData("orders/create", "3", "not_an_object")]
    [InlineData("orders/create", "{}", "missing_order")]
    [InlineData("orders/create", """{ "id": 1, "name": "#1", "test": true }""", "test_order")]
    [InlineData("orders/create", """{ "id": 1, "name": "#1", "currency": "EUR", "total_price": "1e400", "created_at": "2026-01-10T11:00:00Z", "email": "a@b.example" }""", "bad_amount")]
    [InlineData("orders/create", """{ "id": 1, "name": "#1", "currency": "ZZZ", "total_price": "5", "created_at": "2026-01-10T11:00:00Z", "email": "a@b.example" }""", "unknown_currency")]
    [InlineData("orders/create", """{ "id": 1, "name": "#1", "currency": "EUR", "total_price": "5", "created_at": "2026-01-10T11:00:00Z" }""", "missing_identity")]
    [InlineData("orders/create", """{ "id": 1, "name": "#1", "currency": "EUR", "total_price": "5", "created_at": "2031-01-10T11:00:00Z", "email": "a@b.example" }""", "future_time")]
    [InlineData("orders/create", """{ "id": 1, "name": "\ud800" }""", "invalid_text")]
    [InlineData("products/update", "{}", "unknown_topic")]
    public void Payload_that_cannot_be_taken_is_put_aside(string topic, string body, string reason) => Assert.Equal(reason, Told.By(SourceKind.Shopify).Reason(topic, body));
}
