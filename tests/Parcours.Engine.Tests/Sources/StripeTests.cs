using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Sources;

public sealed class StripeTests
{
    private const string Monthly = """{ "object": "list", "data": [ { "id": "si_1", "object": "subscription_item", "current_period_end": 1775001600, "quantity": 2, "price": { "id": "price_1", "object": "price", "currency": "eur", "nickname": "Pro monthly", "unit_amount": 2900, "recurring": { "interval": "month" } } } ] }""";
    private const string Yearly = """{ "object": "list", "data": [ { "id": "si_1", "object": "subscription_item", "quantity": 2, "price": { "id": "price_2", "object": "price", "currency": "eur", "nickname": "Team", "unit_amount": 4900 } } ] }""";

    [Theory]
    [InlineData("customer.subscription.created", "trialing", "", "trial_started item=Pro monthly link=sub_1 until=2026-03-24T00:00:00Z rule=Once")]
    [InlineData("customer.subscription.created", "active", "", "subscription_started value=58.00 EUR item=Pro monthly link=sub_1 until=2026-04-01T00:00:00Z rule=Once")]
    [InlineData("customer.subscription.created", "incomplete", "", "")]
    [InlineData("customer.subscription.updated", "active", """{ "status": "trialing" }""", "trial_ended item=Pro monthly link=sub_1 rule=Once\nsubscription_started value=58.00 EUR item=Pro monthly link=sub_1 until=2026-04-01T00:00:00Z rule=Once")]
    [InlineData("customer.subscription.updated", "active", """{ "items": YEARLY }""", "subscription_changed value=-40.00 EUR item=Pro monthly link=sub_1 until=2026-04-01T00:00:00Z")]
    [InlineData("customer.subscription.updated", "active", """{ "cancel_at_period_end": false }""", "subscription_cancelled item=Pro monthly link=sub_1 until=2026-04-01T00:00:00Z")]
    [InlineData("customer.subscription.updated", "active", """{ "default_payment_method": null }""", "")]
    [InlineData("customer.subscription.deleted", "canceled", "", "subscription_ended item=Pro monthly link=sub_1 at=2026-03-05T00:00:00Z rule=Once")]
    public void Subscription_tells_its_life(string type, string status, string before, string lines)
    {
        string subscription = $$"""
            { "id": "sub_1", "object": "subscription", "status": "{{status}}", "customer": "cus_1", "currency": "eur", "cancel_at_period_end": true, "created": 1772323200,
              "trial_end": 1774310400, "ended_at": 1772668800, "items": {{Monthly}}, "metadata": { "user_id": "42" } }
            """;
        IncomingEvent read = Told.By(SourceKind.Stripe).Event(string.Empty, Event(type, subscription, before.Replace("YEARLY", Yearly, StringComparison.Ordinal)));
        Assert.Equal(lines, Posted.Lines(read));
        Assert.Equal("Customer=42 External=stripe:cus_1", Posted.Who(read));
        Assert.Equal("source:shop:evt_1", read.MessageId);
    }

    [Theory]
    [InlineData("\"subscription\": \"sub_1\"")]
    [InlineData("\"parent\": { \"type\": \"subscription_details\", \"subscription_details\": { \"subscription\": \"sub_1\", \"metadata\": {} } }")]
    public void Paid_invoice_is_an_order_and_a_renewal(string subscription)
    {
        IncomingEvent read = Told.By(SourceKind.Stripe).Event(string.Empty, Event("invoice.paid", $$"""
            { "id": "in_1", "object": "invoice", "amount_due": 5800, "amount_paid": 5800, "billing_reason": "subscription_cycle", "currency": "eur", "customer": "cus_1",
              "customer_email": "Ann@mail.example", "customer_phone": null, {{subscription}},
              "lines": { "object": "list", "data": [ { "id": "il_1", "amount": 5800, "period": { "start": 1772323200, "end": 1775001600 } } ] } }
            """));
        Assert.Equal("order value=58.00 EUR link=in_1 rule=OrderTotal\nsubscription_renewed value=58.00 EUR link=sub_1 until=2026-04-01T00:00:00Z rule=WithOrder", Posted.Lines(read));
        Assert.Equal("Email=ann@mail.example External=stripe:cus_1", Posted.Who(read));
    }

    [Theory]
    [InlineData("invoice.paid", """{ "id": "in_1", "amount_paid": 0, "billing_reason": "subscription_create", "currency": "eur", "customer": "cus_1" }""", "")]
    [InlineData("invoice.paid", """{ "id": "in_1", "amount_paid": 500, "billing_reason": "manual", "currency": "jpy", "customer": "cus_1" }""", "order value=500 JPY link=in_1 rule=OrderTotal")]
    [InlineData("invoice.paid", """{ "id": "in_1", "amount_paid": 50000, "billing_reason": "manual", "currency": "isk", "customer": "cus_1" }""", "order value=500 ISK link=in_1 rule=OrderTotal")]
    [InlineData("invoice.payment_failed", """{ "id": "in_1", "amount_due": 5800, "currency": "eur", "customer": "cus_1", "subscription": "sub_1" }""", "payment_failed value=58.00 EUR link=sub_1")]
    [InlineData("charge.refunded", """{ "id": "ch_1", "amount": 5800, "amount_refunded": 3000, "currency": "eur", "customer": "cus_1", "invoice": "in_1" }""", "refund value=30.00 EUR link=in_1 rule=RefundTotal")]
    [InlineData("charge.refunded", """{ "id": "ch_1", "amount": 5800, "amount_refunded": 3000, "currency": "eur", "customer": "cus_1", "payment_intent": "pi_1" }""", "refund value=20.00 EUR")]
    public void Payment_and_refund_are_facts(string type, string thing, string lines) =>
        Assert.Equal(lines, Posted.Lines(Told.By(SourceKind.Stripe).Event(string.Empty, Event(type, thing, """{ "amount_refunded": 1000 }"""))));

    [Theory]
    [InlineData("charge.captured", "{}", "unknown_topic")]
    [InlineData("invoice.paid", """{ "id": "in_1", "amount_paid": 500, "currency": "eur" }""", "missing_identity")]
    [InlineData("invoice.paid", """{ "id": "in_1", "currency": "eur", "customer": "cus_1" }""", "missing_amount")]
    [InlineData("invoice.paid", """{ "id": "in_1", "amount_paid": 500, "currency": "nope", "customer": "cus_1" }""", "unknown_currency")]
    public void Event_that_cannot_be_taken_is_put_aside(string type, string thing, string reason) => Assert.Equal(reason, Told.By(SourceKind.Stripe).Reason(string.Empty, Event(type, thing)));

    private static string Event(string type, string thing, string before = "") => $$"""
        { "id": "evt_1", "object": "event", "api_version": "2025-04-30.basil", "created": 1772668800, "livemode": true, "type": "{{type}}",
          "data": { "object": {{thing}}{{(before.Length == 0 ? "" : ", \"previous_attributes\": " + before)}} } }
        """;
}
