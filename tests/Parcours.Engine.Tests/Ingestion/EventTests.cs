namespace Parcours.Engine.Ingestion;

/// <summary>Events as real clients send them, and the facts they become.</summary>
public sealed class EventTests
{
    [Theory]
    // Segment, ecommerce v2.
    [InlineData("Products Searched", """{"query":"blue roses"}""", "search item=blue roses")]
    [InlineData("Product List Viewed", """{"list_id":"hot_deals_1","category":"Deals","products":[{"product_id":"507f"}]}""", "product_list_viewed")]
    [InlineData("Product Viewed", """{"product_id":"507f1f77bcf86cd799439011","sku":"G-32","category":"Games","name":"Monopoly: 3rd Edition","price":18.99,"quantity":1,"currency":"usd"}""",
        """product_view item=507f1f77bcf86cd799439011 category=Games product={"name":"Monopoly: 3rd Edition"}""")]
    [InlineData("Product Added", """{"cart_id":"sk9","product_id":"507f","category":"Games","name":"UNO","price":"9","quantity":2}""", """cart item=507f category=Games product={"name":"UNO"} quantity=2""")]
    [InlineData("Product Removed", """{"product_id":"507f"}""", "product_removed item=507f")]
    [InlineData("Checkout Started", """{"order_id":"50314b8e","value":30,"products":[{"product_id":"507f","price":19}]}""", "checkout link=50314b8e rule=Once")]
    [InlineData("Order Completed", """{"checkout_id":"fks","order_id":"50314b8e","affiliation":"Google Store","total":27.50,"subtotal":22.50,"revenue":25.00,"shipping":3,"tax":2,"discount":2.5,"coupon":"hasbros","currency":"USD","products":[{"product_id":"507f1","sku":"45790-32","name":"Monopoly: 3rd Edition","price":19,"quantity":1,"category":"Games"},{"product_id":"505bd","sku":"46493-32","name":"Uno Card Game","price":3,"quantity":2,"category":"Games"}]}""",
        """
        order value=27.50 USD link=50314b8e rule=OrderTotal
        order_line value=19.00 USD item=507f1 category=Games product={"name":"Monopoly: 3rd Edition"} link=50314b8e rule=OrderLine
        order_line value=6.00 USD item=505bd category=Games product={"name":"Uno Card Game"} link=50314b8e quantity=2 rule=OrderLine
        coupon_used value=0.00 USD item=hasbros link=50314b8e rule=Once
        """)]
    [InlineData("Order Updated", """{"order_id":"50314b8e","total":30}""", "order value=30.00 EUR link=50314b8e rule=OrderTotal")]
    [InlineData("Order Refunded", """{"order_id":"50314b8e"}""", "refund value=0.00 EUR link=50314b8e rule=RefundRest")]
    [InlineData("Order Refunded", """{"order_id":"50314b8e","total":30,"currency":"USD","products":[{"product_id":"507f","price":19,"quantity":1},{"product_id":"505b","price":3,"quantity":2}]}""", "refund value=30.00 USD link=50314b8e rule=RefundPart")]
    [InlineData("Order Refunded", """{"order_id":"50314b8e","products":[{"product_id":"505b","price":3,"quantity":2}]}""", "refund value=6.00 EUR item=505b link=50314b8e quantity=2 rule=RefundPart")]
    [InlineData("Order Cancelled", """{"order_id":"50314b8e","total":27.5}""", "cancellation link=50314b8e rule=Once")]
    [InlineData("Coupon Applied", """{"order_id":"50314b8e","coupon_id":"may_deals_2016","coupon_name":"May Deals 2016","discount":23.32}""", "coupon_used value=0.00 EUR item=may_deals_2016 link=50314b8e rule=Once")]
    [InlineData("Product Reviewed", """{"product_id":"507f","review_id":"k3","review_body":"I love this product","rating":"5"}""", "review value=5 item=507f")]
    // B2B SaaS and e-mail.
    [InlineData("Signed Up", """{"type":"organic","plan":"Pro"}""", "registration rule=Once")]
    [InlineData("Signed In", """{"username":"pgibbons"}""", "visit")]
    [InlineData("Trial Started", """{"trial_start_date":"2026-03-10","trial_end_date":"2026-04-10T00:00:00.000Z","trial_plan_name":"Business"}""", "trial_started item=Business until=2026-04-10T00:00:00Z")]
    [InlineData("Trial Ended", """{"trial_plan_name":"Business"}""", "trial_ended item=Business")]
    [InlineData("Invite Sent", """{"invitee_email":"b@example.org","invitee_role":"Owner"}""", "invite_sent")]
    [InlineData("Email Delivered", """{"campaign_id":"c1","campaign_name":"Spring"}""", "message_delivered item=Spring link=Spring channel=Email")]
    [InlineData("Email Opened", """{"campaign_name":"Spring","machine_open":true}""", "message_opened item=Spring link=Spring channel=Email flags=Automated")]
    [InlineData("Email Link Clicked", """{"campaign_name":"Spring","link_url":"https://shop.example"}""", "message_clicked item=Spring link=Spring channel=Email")]
    [InlineData("Email Bounced", """{"email_subject":"Hello"}""", "message_bounced item=Hello link=Hello channel=Email")]
    [InlineData("Email Marked as Spam", "{}", "opt_out item=marketing channel=Email")]
    [InlineData("Unsubscribed", """{"campaign_name":"Spring"}""", "opt_out item=marketing link=Spring channel=Email")]
    // Klaviyo.
    [InlineData("Placed Order", """{"$event_id":"1234","$value":29.98,"OrderId":"1234","Categories":["Fiction"],"DiscountCode":"Free Shipping","Items":[{"ProductID":"1111","SKU":"WINNIEPOOH","ProductName":"Winnie the Pooh","Quantity":1,"ItemPrice":9.99,"RowTotal":9.99,"Categories":["Fiction","Children"]},{"ProductID":"1112","SKU":"TALEOFTWO","ProductName":"A Tale of Two Cities","Quantity":1,"ItemPrice":19.99,"RowTotal":19.99,"Categories":["Fiction","Classics"]}]}""",
        """
        order value=29.98 EUR link=1234 rule=OrderTotal
        order_line value=9.99 EUR item=1111 category=Fiction product={"name":"Winnie the Pooh"} link=1234 rule=OrderLine
        order_line value=19.99 EUR item=1112 category=Fiction product={"name":"A Tale of Two Cities"} link=1234 rule=OrderLine
        coupon_used value=0.00 EUR item=Free Shipping link=1234 rule=Once
        """)]
    [InlineData("Received Email", """{"Campaign Name":"Winter","Subject":"Sales"}""", "message_sent item=Winter link=Winter channel=Email")]
    [InlineData("Unsubscribed from SMS Marketing", "{}", "opt_out item=marketing channel=Sms")]
    // Braze.
    [InlineData("ecommerce.order_placed", """{"order_id":"o7","total_value":55.5,"currency":"GBP","products":[{"product_id":"p1","product_name":"Cap","variant_id":"cap-s","quantity":3,"price":18.5}]}""",
        """
        order value=55.50 GBP link=o7 rule=OrderTotal
        order_line value=55.50 GBP item=p1 product={"name":"Cap"} link=o7 quantity=3 rule=OrderLine
        """)]
    [InlineData("ecommerce.cart_updated", """{"cart_id":"c","action":"remove","products":[{"product_id":"p1","quantity":1}]}""", "product_removed item=p1")]
    [InlineData("users.messages.pushnotification.Open", """{"campaign_name":"Flash"}""", "message_opened item=Flash link=Flash channel=Push")]
    // Shopify.
    [InlineData("orders/create", """{"id":450789469,"order_number":1001,"total_price":"409.94","currency":"EUR","discount_codes":[{"code":"TENOFF","amount":"10.00"}],"line_items":[{"product_id":632910392,"sku":"IPOD2008PINK","title":"IPod Nano - 8GB","quantity":1,"price":"199.00"}]}""",
        """
        order value=409.94 EUR link=1001 rule=OrderTotal
        order_line value=199.00 EUR item=632910392 product={"name":"IPod Nano - 8GB"} link=1001 rule=OrderLine
        coupon_used value=0.00 EUR item=TENOFF link=1001 rule=Once
        """)]
    [InlineData("product_added_to_cart", """{"product_id":"p1","quantity":1}""", "cart item=p1")]
    // Anything else.
    [InlineData("Song Played", """{"name":"Smells Like Teen Spirit","artist":"Nirvana"}""", "song_played")]
    [InlineData("Wheel Spun", """{"value":12.5,"currency":"EUR"}""", "wheel_spun value=12.50 EUR")]
    [InlineData("Level Reached", """{"value":7}""", "level_reached value=7")]
    [InlineData("Attribute Changed", "{}", "attribute_changed_event")]
    [InlineData("Assignment", "{}", "assignment_event")]
    [InlineData("购买", "{}", "event_52ebc117")]
    // Kinds by their own names.
    [InlineData("store_visit", """{"store":"Orléans"}""", "store_visit item=Orléans channel=Store")]
    [InlineData("complaint", """{"complaint_id":"R7","category":"late"}""", "complaint item=late link=R7")]
    [InlineData("Survey Answered", """{"nps":9}""", "survey_answer value=9 item=nps")]
    public void Event_becomes_its_facts(string name, string properties, string facts) => Assert.Equal(facts.ReplaceLineEndings("\n"), Posted.Track(name, properties));

    [Theory]
    [InlineData("Order Completed", """{"order_id":"1"}""", "missing_amount")]
    [InlineData("Order Completed", """{"order_id":"1","total":"a lot"}""", "bad_amount")]
    [InlineData("Order Completed", """{"order_id":"1","total":1e400}""", "bad_amount")]
    [InlineData("Order Completed", """{"order_id":"1","total":9999999999999999999999}""", "bad_amount")]
    [InlineData("Order Completed", """{"order_id":"1","total":"NaN"}""", "bad_amount")]
    [InlineData("Order Completed", """{"order_id":"1","total":[12]}""", "bad_amount")]
    [InlineData("Order Completed", """{"order_id":"1","total":1,"currency":"XXX"}""", "unknown_currency")]
    [InlineData("Order Completed", """{"order_id":"1","total":1,"currency":"EUR","products":[{"product_id":"a","price":1,"currency":"USD"}]}""", "order_currency")]
    [InlineData("Order Completed", """{"order_id":"1","total":1,"products":[{"product_id":"a","quantity":"many"}]}""", "bad_quantity")]
    [InlineData("Order Cancelled", "{}", "missing_order")]
    [InlineData("Order Refunded", """{"order_id":"1","products":[{"product_id":"a"}]}""", "missing_amount")]
    [InlineData("Product Reviewed", """{"product_id":"1","rating":11}""", "bad_score")]
    [InlineData("Survey Answered", """{"nps":"often"}""", "bad_score")]
    [InlineData("Trial Started", """{"trial_end_date":"next week"}""", "bad_time")]
    public void Event_that_cannot_be_read_is_put_aside(string name, string properties, string reason) =>
        Assert.Equal(reason, Posted.Reason(IngestionEndpoint.Track, $$"""{"userId":"42","event":"{{name}}","properties":{{properties}}}"""));

    [Fact]
    public void Order_without_a_number_ties_its_lines_by_the_message() =>
        Assert.Equal(
            """
            order value=4.00 EUR link=m1
            order_line value=5.00 EUR item=a link=m1
            """.ReplaceLineEndings("\n"), Posted.Track("Order Completed", """{"discount":1,"products":[{"product_id":"a","price":5}]}"""));

    [Fact]
    public void Order_below_zero_is_a_refund() => Assert.Equal("refund value=12.50 EUR link=7 rule=RefundPart", Posted.Track("Order Completed", """{"order_id":7,"total":-12.5}"""));

    [Fact]
    public void Line_below_zero_is_a_refund_where_no_total_has_it_off_already()
    {
        Assert.EndsWith("refund value=2.00 EUR item=b link=7 rule=WithOrder", Posted.Track("Order Completed", """{"order_id":7,"products":[{"product_id":"a","price":5},{"product_id":"b","price":-2}]}"""), StringComparison.Ordinal);
        Assert.EndsWith("product_return item=b link=7 rule=WithOrder", Posted.Track("Order Completed", """{"order_id":7,"total":3,"products":[{"product_id":"a","price":5},{"product_id":"b","price":-2}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Amount_without_a_currency_is_put_aside_where_the_workspace_has_none()
    {
        IngestionAnswer answer = Posted.ReaderOf(EventNames.BuiltIn, currency: 0)
            .Read(IngestionEndpoint.Track, """{"userId":"42","event":"Order Completed","properties":{"order_id":"1","total":3}}"""u8.ToArray(), Posted.ReceivedAt, Trust.Company);

        Assert.Equal("no_currency", answer.Messages[0].Quarantined!.Reason);
    }

    [Fact]
    public void Permission_from_a_browser_is_only_a_claim_and_its_withdrawal_counts()
    {
        Assert.Equal("opt_in item=marketing channel=Email", Posted.Track("Subscribed", "{}"));
        Assert.Equal("opt_in_claimed item=marketing channel=Email", Posted.Track("Subscribed", "{}", Trust.Public));
        Assert.Equal("opt_out item=marketing channel=Email", Posted.Track("Unsubscribed", "{}", Trust.Public));
    }

    [Fact]
    public void Fact_of_a_company_is_its_accounts_with_the_person_as_actor()
    {
        IncomingEvent read = Posted.Event(IngestionEndpoint.Track, """{"userId":"42","event":"Trial Started","properties":{"trial_end_date":"2026-04-01T00:00:00Z"},"context":{"groupId":"ACME"}}""");

        Assert.Equal("trial_started until=2026-04-01T00:00:00Z account=yes actor=42", Posted.Lines(read));
        Assert.Equal(new IncomingGroup("ACME", null), read.Group);
    }

    [Fact]
    public void Company_that_names_no_person_is_itself_the_subject()
    {
        IncomingEvent read = Posted.Event(IngestionEndpoint.Track, """{"event":"Trial Started","context":{"groupId":"ACME"}}""");

        Assert.Equal("Account=ACME", Posted.Who(read));
        Assert.Equal("trial_started", Posted.Lines(read));
        Assert.Null(read.Group);
    }
}
