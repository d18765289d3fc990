using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Shops;

/// <summary>Reads Shopify's webhooks.</summary>
internal static class ShopifyHooks
{
    /// <summary>What is kept of a customer whose record was deleted in the shop. It erases nothing here.</summary>
    public const string CustomerDeleted = "shop_customer_deleted";

    /// <summary>Reads the body of a webhook.</summary>
    /// <param name="orders">The orders seen so far, for refunds.</param>
    public static void Read(SourceEvents events, string topic, string? deliveryId, JsonElement body, OrderBook orders)
    {
        // One event of the shop may go out under several topics: each is a message of its own.
        string? id = deliveryId is null ? null : $"{topic}:{deliveryId}";
        Fault? fault;
        switch (topic)
        {
            case "orders/create" or "orders/updated" or "orders/cancelled" or "orders/paid" or "orders/edited" or "orders/fulfilled":
                if ((fault = ShopifyOrders.Read(events, body, out ShopOrder? order)) is null)
                {
                    orders.Remember(order!);
                    ShopFacts.Add(events, order!, id);
                }

                break;
            case "refunds/create":
                fault = Refund(events, body, orders);
                break;
            case "customers/create" or "customers/update" or "customers/enable" or "customers/disable":
                if ((fault = ShopifyCustomers.Read(events, body, out ShopCustomer? customer)) is null)
                {
                    ShopFacts.Add(events, customer!, id);
                }

                break;
            case "customers/delete":
                fault = Deleted(events, body, id);
                break;
            default:
                fault = SourceFaults.Topic(topic);
                break;
        }

        if (fault is not null)
        {
            events.PutAside(fault, body);
        }
    }

    private static Fault? Refund(SourceEvents events, JsonElement body, OrderBook orders)
    {
        byte currency = ShopifyOrders.CurrencyOf(body);
        ShopRefund? refund = ShopifyOrders.Refund(body, currency);
        if (Member.Text(body, "order_id") is not { } orderId)
        {
            return Fault.NoOrder;
        }

        if ((orders.Find(orderId) ?? events.Scene.Orders?.Find(orderId)) is not { } order)
        {
            return SourceFaults.UnknownOrder(orderId);
        }

        string id = refund is null ? events.IdOf("refund", body) : ShopFacts.RefundId(events, refund.Id!);
        events.Add(id, refund?.At ?? events.Scene.ReceivedAt, order.Who, refund is null ? [] :
        [
            new IncomingFact { Kind = FactKinds.NameOf(FactKind.Refund), Value = refund.Amount, Currency = order.Currency != 0 ? order.Currency : currency, Channel = order.Channel, Link = order.Number, Rule = IncomingRule.RefundPart },
        ], body);
        return null;
    }

    private static Fault? Deleted(SourceEvents events, JsonElement body, string? deliveryId)
    {
        if (Member.Text(body, "id") is not { } id)
        {
            return Fault.NoIdentity;
        }

        events.Add(events.IdOf(deliveryId ?? $"customer-deleted:{id}"), events.Scene.ReceivedAt, events.Who(id, default, default), [new IncomingFact { Kind = CustomerDeleted, Rule = IncomingRule.Once }], body);
        return null;
    }
}
