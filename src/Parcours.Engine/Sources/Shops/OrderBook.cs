using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Sources.Shops;

/// <summary>
/// The orders that a source told of lately. Shopify's webhook of a refund says neither who bought nor the order's number, only the shop's own number of the order.
/// Any number of threads may use it; what was told before the server started is found in the store.
/// </summary>
public sealed class OrderBook
{
    /// <summary>How many orders of a source are remembered.</summary>
    public const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _orders = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Remembers an order, unless it says nothing of who bought: it is put aside.</summary>
    internal void Remember(ShopOrder order)
    {
        if (order.Who.IsEmpty)
        {
            return;
        }

        lock (_gate)
        {
            if (!_orders.ContainsKey(order.Id))
            {
                _order.Enqueue(order.Id);
            }

            _orders[order.Id] = new Entry(order.Number, order.Who, order.Currency, order.Channel);
            if (_order.Count > Most)
            {
                _orders.Remove(_order.Dequeue());
            }
        }
    }

    /// <summary>An order of the shop's number; null when it is not remembered.</summary>
    internal Entry? Find(string id)
    {
        lock (_gate)
        {
            return _orders.GetValueOrDefault(id);
        }
    }

    /// <summary>What is remembered of an order.</summary>
    internal sealed record Entry(string Number, ImmutableArray<IncomingIdentity> Who, byte Currency, Channel Channel);
}
