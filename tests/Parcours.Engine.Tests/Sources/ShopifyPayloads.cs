namespace Parcours.Engine.Sources;

/// <summary>Payloads of the shape that Shopify's REST Admin API and webhooks have.</summary>
internal static class ShopifyPayloads
{
    public static string Order(string more = "", string refunds = "[]", string total = "409.94") => $$"""
        {
          "id": 450789469, "admin_graphql_api_id": "gid://shopify/Order/450789469", "app_id": null, "browser_ip": "0.0.0.0", "buyer_accepts_marketing": false,
          "cancel_reason": null, "cancelled_at": null, "confirmed": true, "contact_email": "bob@mail.example", "created_at": "2026-01-10T11:00:00-05:00",
          "currency": "USD", "current_total_price": "391.00", "discount_codes": [ { "code": "TENOFF", "amount": "10.00", "type": "fixed_amount" } ],
          "email": "Bob@mail.example", "financial_status": "partially_refunded", "fulfillment_status": null, "name": "#1001", "note": null, "number": 1, "order_number": 1001,
          "phone": "+557734881234", "presentment_currency": "EUR", "processed_at": "2026-01-10T11:00:00-05:00", "source_name": "web", "subtotal_price": "388.00", "tags": "",
          "taxes_included": false, "test": false, "total_discounts": "10.00", "total_line_items_price": "398.00", "total_price": "{{total}}",
          "total_price_set": { "shop_money": { "amount": "{{total}}", "currency_code": "USD" }, "presentment_money": { "amount": "377.00", "currency_code": "EUR" } },
          "total_tax": "11.94", "updated_at": "2026-01-12T09:00:00-05:00",
          "customer": { "id": 207119551, "email": "bob@mail.example", "first_name": "Bob", "last_name": "Norman", "phone": "+16136120707", "tags": "loyal" },
          "line_items": [
            { "id": 466157049, "product_id": 632910392, "variant_id": 39072856, "sku": "IPOD2008GREEN", "title": "IPod Nano - 8gb", "name": "IPod Nano - 8gb - green",
              "price": "199.00", "quantity": 1, "total_discount": "0.00", "discount_allocations": [ { "amount": "3.34", "discount_application_index": 0 } ], "properties": [] },
            { "id": 703073504, "product_id": 632910392, "variant_id": 457924702, "sku": "", "title": "Strap", "name": "Strap - black",
              "price": "99.50", "quantity": 2, "total_discount": "0.00", "discount_allocations": [ { "amount": "6.66", "discount_application_index": 0 } ], "properties": [] }
          ],
          "refunds": {{refunds}}{{more}}
        }
        """;

    public static string Refund(long id = 509562969, string amount = "41.94", string kind = "refund", string status = "success") => $$"""
        {
          "id": {{id}}, "order_id": 450789469, "created_at": "2026-01-12T08:59:11-05:00", "note": "it broke", "user_id": 548380009, "processed_at": "2026-01-12T08:59:11-05:00",
          "restock": true, "duties": [], "admin_graphql_api_id": "gid://shopify/Refund/{{id}}", "order_adjustments": [],
          "refund_line_items": [ { "id": 104689539, "quantity": 1, "line_item_id": 703073504, "restock_type": "return", "subtotal": 99.5, "total_tax": 3.98 } ],
          "transactions": [ { "id": 179259969, "order_id": 450789469, "kind": "{{kind}}", "gateway": "bogus", "status": "{{status}}", "amount": "{{amount}}", "currency": "USD" } ]
        }
        """;

    public static string Customer(string consent = """{ "state": "subscribed", "opt_in_level": "single_opt_in", "consent_updated_at": "2026-02-01T08:00:00-05:00" }""") => $$"""
        {
          "id": 207119551, "email": "bob@mail.example", "created_at": "2026-01-10T18:30:56-05:00", "updated_at": "2026-02-01T18:30:56-05:00", "first_name": "Bob", "last_name": "Norman",
          "orders_count": 1, "state": "disabled", "total_spent": "199.65", "last_order_id": 450789469, "note": null, "verified_email": true, "tax_exempt": false, "tags": "",
          "currency": "USD", "phone": "+16136120707", "addresses": [], "email_marketing_consent": {{consent}}, "sms_marketing_consent": null,
          "default_address": { "id": 207119551, "customer_id": 207119551, "city": "Louisville", "country": "United States", "zip": "40202", "country_code": "US", "default": true }
        }
        """;
}
