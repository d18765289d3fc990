using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Shops;

/// <summary>Reads the orders and refunds of Shopify's REST Admin API and webhooks: both write them alike.</summary>
internal static class ShopifyOrders
{
    /// <summary>The number of an order that Shopify's own export of orders writes (<c>#1001</c>).</summary>
    private const string UsualNumber = "name";

    /// <summary>Reads an order.</summary>
    /// <returns>Why it is put aside; null when it was read.</returns>
    public static Fault? Read(SourceEvents events, JsonElement order, out ShopOrder? read)
    {
        read = null;
        if (Member.IsTrue(order, "test"))
        {
            return new Fault("test_order", "The order was placed with a test payment.");
        }

        string? id = Member.Text(order, "id");
        string? number = Member.Text(order, events.Source.OrderMember ?? UsualNumber) ?? id;
        if (id is null || number is null)
        {
            return Fault.NoOrder;
        }

        if (!CurrencySigns.TryFind(Member.Text(order, "currency") ?? string.Empty, out byte currency) || currency == 0)
        {
            return Fault.Currency(Member.Text(order, "currency") ?? string.Empty);
        }

        // The total of the day: what stands in current_total_price has the refunds off already.
        if (!Member.TryAmount(order, currency, out long total, "total_price"))
        {
            return Fault.Amount("total_price", Member.Of(order, "total_price").ToString());
        }

        if ((Member.Time(order, null, "processed_at") ?? Member.Time(order, null, "created_at")) is not { } at)
        {
            return Fault.Time("created_at", Member.Text(order, "created_at") ?? string.Empty);
        }

        Channel channel = Channels.Of(Member.Text(order, "source_name") ?? string.Empty);
        read = new ShopOrder
        {
            Id = id,
            Number = number,
            Who = events.Who(Member.Text(order, "customer", "id"), Email(order), Phone(order)),
            At = at,
            ChangedAt = Member.Time(order, null, "updated_at") ?? at,
            Total = total,
            Currency = currency,
            Channel = channel,
            CancelledAt = Member.Time(order, null, "cancelled_at"),
            Lines = [.. Member.List(order, "line_items").Select(line => Line(line, currency))],
            Coupons = [.. Member.List(order, "discount_codes").Select(code => Member.Text(code, "code")).OfType<string>()],
            Refunds = [.. Member.List(order, "refunds").Select(refund => Refund(refund, currency)).OfType<ShopRefund>().OrderBy(refund => refund.At).ThenBy(refund => refund.Id, StringComparer.Ordinal)],
            Raw = order,
        };
        return null;
    }

    /// <summary>Reads a refund; null when no money was given back (only goods put back in stock).</summary>
    /// <param name="currency">The order's currency; 0 to take that of the refund's own payments.</param>
    public static ShopRefund? Refund(JsonElement refund, byte currency)
    {
        if (Member.Text(refund, "id") is not { } id || (Member.Time(refund, null, "processed_at") ?? Member.Time(refund, null, "created_at")) is not { } at)
        {
            return null;
        }

        long amount = 0;
        foreach (JsonElement payment in Member.List(refund, "transactions"))
        {
            bool isMoneyBack = Member.Text(payment, "kind") == "refund" && Member.Text(payment, "status") is "success" or "pending";
            if (isMoneyBack && Member.TryAmount(payment, currency == 0 ? CurrencyOf(refund) : currency, out long part, "amount"))
            {
                amount += part;
            }
        }

        return amount > 0 ? new ShopRefund(id, at, amount) : null;
    }

    /// <summary>The currency of a refund's payments; 0 when there is none.</summary>
    public static byte CurrencyOf(JsonElement refund) =>
        Member.List(refund, "transactions").Select(payment => Member.Text(payment, "currency")).OfType<string>().FirstOrDefault() is { } code && CurrencySigns.TryFind(code, out byte found) ? found : (byte)0;

    private static JsonElement Email(JsonElement order) =>
        Member.Of(order, "email") is { ValueKind: JsonValueKind.String } email && email.GetString()!.Length > 0 ? email
        : Member.Of(order, "contact_email") is { ValueKind: JsonValueKind.String } contact && contact.GetString()!.Length > 0 ? contact : Member.Of(order, "customer", "email");

    private static JsonElement Phone(JsonElement order) => Member.Of(order, "phone") is { ValueKind: JsonValueKind.String } phone ? phone : Member.Of(order, "customer", "phone");

    private static ShopLine Line(JsonElement line, byte currency)
    {
        Ingestion.Events.Amounts.TryNumber(Member.Of(line, "quantity"), out Number quantity, out _);
        quantity.TryThousandths(out int thousandths);
        long worth = 0;
        if (Ingestion.Events.Amounts.TryNumber(Member.Of(line, "price"), out Number price, out _) && price.TryMinorTimes(quantity, currency, out long gross))
        {
            long off = 0;
            ImmutableArray<JsonElement> parts = [.. Member.List(line, "discount_allocations")];
            foreach (JsonElement part in parts)
            {
                off += Member.TryAmount(part, currency, out long less, "amount") ? less : 0;
            }

            if (parts.IsEmpty && Member.TryAmount(line, currency, out long discount, "total_discount"))
            {
                off = discount;
            }

            worth = Math.Max(0, gross - off);
        }

        // As the export of orders names products: by their code, and a product without one by its name.
        string? name = Member.Text(line, "name") ?? Member.Text(line, "title");
        return new ShopLine(Member.Text(line, "sku") ?? name ?? Member.Text(line, "product_id"), name, thousandths, worth);
    }
}
