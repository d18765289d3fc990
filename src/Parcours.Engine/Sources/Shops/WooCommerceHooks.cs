using System.Text.Json;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Shops;

/// <summary>Reads WooCommerce's webhooks.</summary>
internal static class WooCommerceHooks
{
    /// <summary>Whether a body is the one that WooCommerce sends, unsigned, when a webhook is saved: it only wants to hear a 200.</summary>
    public static bool IsPing(ReadOnlySpan<byte> body) => body.StartsWith("webhook_id="u8) && body.Length <= 40 && body[11..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>Reads the body of a webhook.</summary>
    public static void Read(SourceEvents events, string topic, string? deliveryId, JsonElement body)
    {
        string? id = deliveryId is null ? null : $"{topic}:{deliveryId}";
        Fault? fault;
        switch (topic)
        {
            case "order.created" or "order.updated" or "order.restored":
                if ((fault = WooCommerceOrders.Read(events, body, out ShopOrder? order)) is null)
                {
                    ShopFacts.Add(events, order!, id);
                }

                break;
            case "customer.created" or "customer.updated":
                if ((fault = WooCommerceOrders.Read(events, body, out ShopCustomer? customer)) is null)
                {
                    ShopFacts.Add(events, customer!, id);
                }

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
}
