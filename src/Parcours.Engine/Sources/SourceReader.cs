using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Messages;
using Parcours.Engine.Sources.Mapping;
using Parcours.Engine.Sources.Shops;
using Parcours.Engine.Sources.Stripe;

namespace Parcours.Engine.Sources;

/// <summary>Reads what a source sends into messages, and into messages put aside. Nothing that is sent can make it throw. Any number of threads may use it.</summary>
public sealed class SourceReader
{
    private static readonly IngestionLimits Limits = new() { EventBytes = 4 << 20 };
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    private readonly SourceProfile _source;
    private readonly SourceMapping? _mapping;
    private readonly OrderBook _orders = new();
    private IReadOnlyDictionary<string, byte> _currencies = new Dictionary<string, byte>(); // as the shop last told them

    /// <summary>A reader of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="mapping">What its JSON means; needed for a generic source, and for no other.</param>
    public SourceReader(SourceProfile source, SourceMapping? mapping = null)
    {
        _source = source;
        _mapping = source.Kind == SourceKind.Generic ? mapping ?? throw new ArgumentNullException(nameof(mapping)) : null;
    }

    /// <summary>Whether a body only wants to hear that somebody listens; such a one is not signed.</summary>
    public bool IsPing(ReadOnlySpan<byte> body) => _source.Kind == SourceKind.WooCommerce && WooCommerceHooks.IsPing(body);

    /// <summary>Reads a call of a webhook.</summary>
    /// <returns>Its messages; one put aside when the body is no JSON. Empty only when a generic source's body lists nothing.</returns>
    public ImmutableArray<Received> Read(Hook hook, SourceScene scene) => Read(hook.Body, scene, (events, body) => Read(events, hook, body));

    /// <summary>Reads what was put aside, as it came or mended: what it is shows in what it holds.</summary>
    /// <param name="body">A body of a webhook, or an entry of a page that was asked for.</param>
    /// <returns>Its messages; one put aside when it still cannot be read.</returns>
    public ImmutableArray<Received> ReadAgain(ReadOnlyMemory<byte> body, SourceScene scene) => Read(body, scene, ReadAgain);

    /// <summary>Reads the entries of a page that was asked for.</summary>
    /// <param name="isCustomers">Whether they are customers; else they are orders.</param>
    /// <param name="entries">The entries, as the shop writes them.</param>
    /// <param name="currencies">For PrestaShop, its currencies by their numbers; for others, none.</param>
    public ImmutableArray<Received> Read(bool isCustomers, IReadOnlyList<JsonElement> entries, IReadOnlyDictionary<string, byte> currencies, SourceScene scene)
    {
        var events = new SourceEvents(_source, scene);
        _currencies = currencies;
        foreach (JsonElement entry in entries)
        {
            Read(events, isCustomers, entry, currencies);
        }

        return events.Take();
    }

    private ImmutableArray<Received> Read(ReadOnlyMemory<byte> body, SourceScene scene, Action<SourceEvents, JsonElement> read)
    {
        var events = new SourceEvents(_source, scene);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            events.PutAside(new Fault("not_json", "The body is no JSON."), MessageText.Raw(body.Span));
            return events.Take();
        }

        using (document)
        {
            Fault? fault = document.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) ? Fault.NotAnObject : MessageText.Check(body.Span, Limits);
            if (fault is not null && _mapping?.HasList(document.RootElement) != true)
            {
                events.PutAside(fault, document.RootElement);
                return events.Take();
            }

            read(events, document.RootElement);
        }

        return events.Take();
    }

    private void ReadAgain(SourceEvents events, JsonElement body)
    {
        switch (_source.Kind)
        {
            case SourceKind.Shopify when Member.Text(body, "order_id") is not null:
                ShopifyHooks.Read(events, "refunds/create", null, body, _orders);
                break;
            case SourceKind.Shopify:
                Read(events, !IsAny(body, "total_price", "line_items"), body, _currencies);
                break;
            case SourceKind.WooCommerce:
                Read(events, !IsAny(body, "line_items", "order_key"), body, _currencies);
                break;
            case SourceKind.PrestaShop:
                Read(events, !IsAny(body, "reference", "id_currency"), body, _currencies);
                break;
            case SourceKind.Generic:
                _mapping!.ReadAgain(events, body);
                break;
            default:
                Read(events, new Hook(string.Empty, null, default), body);
                break;
        }
    }

    private static bool IsAny(JsonElement body, params ReadOnlySpan<string> members)
    {
        foreach (string member in members)
        {
            if (Member.Of(body, member).ValueKind != JsonValueKind.Undefined)
            {
                return true;
            }
        }

        return false;
    }

    private void Read(SourceEvents events, bool isCustomer, JsonElement entry, IReadOnlyDictionary<string, byte> currencies)
    {
        ShopCustomer? customer = null;
        ShopOrder? order = null;
        Fault? fault = entry.ValueKind != JsonValueKind.Object ? Fault.NotAnObject : MessageText.Check(MessageText.Bytes(entry), Limits);
        fault ??= (_source.Kind, isCustomer) switch
        {
            (SourceKind.Shopify, true) => ShopifyCustomers.Read(events, entry, out customer),
            (SourceKind.Shopify, false) => ShopifyOrders.Read(events, entry, out order),
            (SourceKind.WooCommerce, true) => WooCommerceOrders.Read(events, entry, out customer),
            (SourceKind.WooCommerce, false) => WooCommerceOrders.Read(events, entry, out order),
            (SourceKind.PrestaShop, true) => PrestaShopOrders.Read(events, entry, out customer),
            (SourceKind.PrestaShop, false) => new PrestaShopOrders(currencies).Read(events, entry, out order),
            _ => throw new InvalidOperationException($"A source of kind {_source.Kind} is not asked."),
        };
        if (fault is not null)
        {
            events.PutAside(fault, entry);
        }
        else if (customer is not null)
        {
            ShopFacts.Add(events, customer, null);
        }
        else
        {
            _orders.Remember(order!);
            ShopFacts.Add(events, order!, null);
        }
    }

    private void Read(SourceEvents events, Hook hook, JsonElement body)
    {
        switch (_source.Kind)
        {
            case SourceKind.Shopify:
                ShopifyHooks.Read(events, hook.Topic, hook.DeliveryId, body, _orders);
                break;
            case SourceKind.WooCommerce:
                WooCommerceHooks.Read(events, hook.Topic, hook.DeliveryId, body);
                break;
            case SourceKind.Stripe:
                StripeHooks.Read(events, body);
                break;
            case SourceKind.Generic:
                _mapping!.Read(events, hook.DeliveryId, body);
                break;
            case SourceKind.PrestaShop:
                events.PutAside(SourceFaults.Topic(hook.Topic), body);
                break;
        }
    }
}
