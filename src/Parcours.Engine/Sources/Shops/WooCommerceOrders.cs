using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Events;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Shops;

/// <summary>Reads the orders and customers of WooCommerce's REST API, version 3, and webhooks: both write them alike.</summary>
internal static class WooCommerceOrders
{
    private const string UsualNumber = "number";

    /// <summary>Reads an order.</summary>
    /// <returns>Why it is put aside; null when it was read.</returns>
    public static Fault? Read(SourceEvents events, JsonElement order, out ShopOrder? read)
    {
        read = null;
        string? id = Member.Text(order, "id");
        string? number = Member.Text(order, events.Source.OrderMember ?? UsualNumber) ?? id;
        if (id is null || number is null)
        {
            return Fault.NoOrder;
        }

        string code = Member.Text(order, "currency") ?? string.Empty;
        if (!CurrencySigns.TryFind(code, out byte currency) || currency == 0)
        {
            return Fault.Currency(code);
        }

        if (!Member.TryAmount(order, currency, out long total, "total"))
        {
            return Fault.Amount("total", Member.Of(order, "total").ToString());
        }

        if ((Member.Time(order, null, "date_created_gmt") ?? Member.Time(order, events.Scene.Calendar, "date_created")) is not { } at)
        {
            return Fault.Time("date_created_gmt", Member.Text(order, "date_created_gmt") ?? string.Empty);
        }

        string status = Member.Text(order, "status") ?? string.Empty;
        Instant changed = Member.Time(order, null, "date_modified_gmt") ?? Member.Time(order, events.Scene.Calendar, "date_modified") ?? at;
        string via = Member.Text(order, "created_via") ?? string.Empty;
        Channel channel = Channels.Of(via);
        read = new ShopOrder
        {
            Id = id,
            Number = number,
            Who = events.Who(Member.Text(order, "customer_id"), Member.Of(order, "billing", "email"), Member.Of(order, "billing", "phone")),
            At = at,
            ChangedAt = changed,
            Total = total,
            Currency = currency,
            Channel = channel == Channel.None && via is "checkout" or "store-api" ? Channel.Web : channel,
            IsWaiting = status is "pending" or "failed" or "draft" or "checkout-draft" or "auto-draft" or "trash",
            CancelledAt = status == "cancelled" ? changed : null,
            IsRefunded = status == "refunded",
            Lines = [.. Member.List(order, "line_items").Select(line => Line(line, currency))],
            Coupons = [.. Member.List(order, "coupon_lines").Select(coupon => Member.Text(coupon, "code")).OfType<string>()],
            Refunds = Refunds(order, currency, changed),
            Raw = order,
        };
        return null;
    }

    /// <summary>Reads a customer.</summary>
    /// <returns>Why it is put aside; null when it was read.</returns>
    public static Fault? Read(SourceEvents events, JsonElement customer, out ShopCustomer? read)
    {
        read = null;
        if (Member.Text(customer, "id") is not { } id)
        {
            return Fault.NoIdentity;
        }

        Instant? registered = Member.Time(customer, null, "date_created_gmt") ?? Member.Time(customer, events.Scene.Calendar, "date_created");
        read = new ShopCustomer
        {
            Id = id,
            Who = events.Who(id, Member.Of(customer, "email"), Member.Of(customer, "billing", "phone")),
            ChangedAt = Member.Time(customer, null, "date_modified_gmt") ?? registered ?? events.Scene.ReceivedAt,
            RegisteredAt = registered,
            Attributes =
            [
                ("first_name", Member.Text(customer, "first_name") ?? Member.Text(customer, "billing", "first_name")),
                ("last_name", Member.Text(customer, "last_name") ?? Member.Text(customer, "billing", "last_name")),
                ("country", Member.Text(customer, "billing", "country")),
                ("city", Member.Text(customer, "billing", "city")),
                ("zip", Member.Text(customer, "billing", "postcode")),
            ],
            Raw = customer,
        };
        return null;
    }

    // An order lists its refunds without their dates.
    private static ImmutableArray<ShopRefund> Refunds(JsonElement order, byte currency, Instant changed)
    {
        var refunds = ImmutableArray.CreateBuilder<ShopRefund>();
        foreach (JsonElement refund in Member.List(order, "refunds"))
        {
            if (Member.TryAmount(refund, currency, out long amount, "total") && amount != 0)
            {
                refunds.Add(new ShopRefund(Member.Text(refund, "id"), changed, Math.Abs(amount)));
            }
        }

        refunds.Sort((left, right) => string.CompareOrdinal(left.Id?.PadLeft(20, '0'), right.Id?.PadLeft(20, '0')));
        return refunds.ToImmutable();
    }

    private static ShopLine Line(JsonElement line, byte currency)
    {
        Amounts.TryNumber(Member.Of(line, "quantity"), out Number quantity, out _);
        quantity.TryThousandths(out int thousandths);
        Member.TryAmount(line, currency, out long net, "total");
        Member.TryAmount(line, currency, out long tax, "total_tax");
        string? name = Member.Text(line, "name");
        return new ShopLine(Member.Text(line, "sku") ?? name ?? Member.Text(line, "product_id"), name, thousandths, Math.Max(0, net + tax));
    }
}
