using System.Text;
using System.Text.Json;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources.Shops;

namespace Parcours.Engine.Sources;

/// <summary>
/// Finds the orders of shops in the store by the shop's own number, which only what the shop said of them holds: the first question reads what was said of all orders, later ones
/// what was said since. Some 40 bytes an order stay in memory. Any number of threads may use it.
/// </summary>
/// <param name="records">Where they are read from.</param>
public sealed class StoredOrders(ILiveRecords records)
{
    private const int AtOnce = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, long> _facts = [];
    private long _last;

    /// <summary>An order of the shop's number; null when none is stored.</summary>
    internal OrderBook.Entry? Find(string id)
    {
        long fact;
        lock (_gate)
        {
            Learn();
            if (!_facts.TryGetValue(MessageHash.Of(id), out fact))
            {
                return null;
            }
        }

        return records.OrderOf(fact) is { } order
            ? new OrderBook.Entry(order.Number, [new IncomingIdentity(order.Kind, order.Key)], order.Currency, order.Channel)
            : null;
    }

    private void Learn()
    {
        while (records.OrderPayloads(_last, AtOnce) is { Count: > 0 } page)
        {
            foreach ((long fact, string payload) in page)
            {
                if (NumberIn(payload) is { } id)
                {
                    _facts[MessageHash.Of(id)] = fact;
                }
            }

            _last = page[^1].Fact;
        }
    }

    /// <summary>The shop's own number of the order that a payload is; null when it is none of Shopify's.</summary>
    private static string? NumberIn(string payload)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(payload));
        string? id = null;
        bool isOrder = false;
        try
        {
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = json.ValueTextEquals("id"u8);
                isOrder |= json.ValueTextEquals("total_price"u8);
                json.Read();
                id = isId && json.TokenType is (JsonTokenType.Number or JsonTokenType.String) ? Encoding.UTF8.GetString(json.ValueSpan) : id;
                json.Skip();
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return isOrder ? id : null;
    }
}
