using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Makes the facts of an event out of what its name means and its properties. Used from one thread.</summary>
/// <param name="currency">The currency of amounts that name none; 0 when the workspace has none yet.</param>
/// <param name="skuFirst">Whether products are known by their SKU where both are given.</param>
internal sealed class EventFacts(byte currency, bool skuFirst)
{
    private readonly OrderFacts _orders = new(currency, skuFirst);
    private readonly PropertySlots _product = new();

    /// <summary>Adds the facts of an event; on a fault nothing of it counts.</summary>
    /// <param name="meaning">What its name means.</param>
    /// <param name="properties">The object that holds its properties; of kind Undefined for none.</param>
    /// <param name="slots">The same, read.</param>
    public Fault? Add(
        EventMeaning meaning, JsonElement properties, PropertySlots slots, in EventScene scene, string messageId, ImmutableArray<IncomingFact>.Builder facts) => meaning.Shape switch
        {
            EventShape.Order or EventShape.OrderUpdated => _orders.Order(slots, scene, messageId, meaning.Shape == EventShape.OrderUpdated, facts),
            EventShape.Refund => _orders.Refund(slots, scene, facts),
            EventShape.OnceOfOrder => OnceOfOrder(meaning, slots, scene, facts),
            EventShape.Products => Products(meaning, slots, scene, facts),
            EventShape.CartChange => Products(slots.Text(PropertyField.Action) == "remove" ? EventMeaning.Custom("product_removed") : meaning, slots, scene, facts),
            EventShape.Search => Put(facts, new IncomingFact { Kind = meaning.Kind, Item = slots.Text(PropertyField.Query), Channel = ChannelOf(meaning, slots, scene) }),
            EventShape.Message => MessageFacts.Message(meaning, slots, scene, facts),
            EventShape.Consent => MessageFacts.Consent(meaning, slots, scene, facts),
            EventShape.Coupon => Coupon(meaning, slots, scene, facts),
            EventShape.Review => Review(meaning, slots, scene, facts),
            EventShape.Survey => Survey(meaning, properties, slots, scene, facts),
            EventShape.Custom or EventShape.Typed => Typed(meaning, slots, scene, facts),
        };

    private static Fault? OnceOfOrder(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        string? link = slots.Text(PropertyField.Order);
        return link is null && meaning.Typed == FactKind.Cancellation
            ? Fault.NoOrder
            : Put(facts, new IncomingFact { Kind = meaning.Kind, Channel = OrderFacts.ChannelOf(slots, scene), Link = link, Rule = link is null ? IncomingRule.Append : IncomingRule.Once });
    }

    private Fault? Products(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        var fact = new IncomingFact { Kind = meaning.Kind, Channel = ChannelOf(meaning, slots, scene), Link = meaning.Typed == FactKind.ProductReturn ? slots.Text(PropertyField.Order) : null };
        JsonElement products = slots[PropertyField.Products];
        if (products.ValueKind != JsonValueKind.Array)
        {
            return Product(fact, slots, facts);
        }

        int before = facts.Count;
        foreach (JsonElement product in products.EnumerateArray())
        {
            if (product.ValueKind == JsonValueKind.Object)
            {
                _product.Read(product);
                if (Product(fact, _product, facts) is { } fault)
                {
                    return fault;
                }
            }
        }

        return facts.Count > before ? null : Product(fact, slots, facts);
    }

    private Fault? Product(IncomingFact fact, PropertySlots slots, ImmutableArray<IncomingFact>.Builder facts) =>
        Amounts.ReadQuantity(slots, out _, out int quantity) ?? Put(facts, ProductReading.Of(fact with { Quantity = Math.Abs(quantity) }, slots, skuFirst));

    private Fault? Coupon(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        byte own = currency;
        string? link = slots.Text(PropertyField.Order);
        return Amounts.ReadCurrency(slots, ref own, out _) ?? Put(facts, new IncomingFact
        {
            Kind = meaning.Kind,
            Item = slots.Text(PropertyField.Coupon),
            Currency = own,
            Channel = OrderFacts.ChannelOf(slots, scene),
            Link = link,
            Rule = link is null ? IncomingRule.Append : IncomingRule.Once,
        });
    }

    private Fault? Review(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts) =>
        Score(slots[PropertyField.Score], 1, 5, out long score)
            ?? Put(facts, ProductReading.Of(new IncomingFact { Kind = meaning.Kind, Value = score, Channel = ChannelOf(meaning, slots, scene) }, slots, skuFirst));

    private static Fault? Survey(EventMeaning meaning, JsonElement properties, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        string named = slots.Text(PropertyField.Survey)?.ToLowerInvariant() ?? string.Empty;
        JsonElement score = slots[PropertyField.Score];
        foreach (string survey in (ReadOnlySpan<string>)["nps", "ces", "csat"])
        {
            JsonElement own = default;
            if (named.Contains(survey, StringComparison.Ordinal) || (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(survey, out own)))
            {
                (long low, long high) = survey switch { "nps" => (0, 10), "ces" => (1, 7), _ => (1L, 5L) };
                return Score(own.ValueKind == JsonValueKind.Undefined ? score : own, low, high, out long value)
                    ?? Put(facts, new IncomingFact { Kind = meaning.Kind, Item = survey, Value = value, Channel = ChannelOf(meaning, slots, scene) });
            }
        }

        return Fault.Field("survey", named.Length == 0 ? "it must be nps, ces or csat" : named);
    }

    private Fault? Typed(EventMeaning meaning, PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        bool ofAccount = meaning.IsOfAccount && scene.OfAccount;
        var fact = new IncomingFact
        {
            Kind = meaning.Kind,
            Channel = ChannelOf(meaning, slots, scene),
            OfAccount = ofAccount,
            Actor = ofAccount ? scene.Actor : null,
            Rule = meaning.Typed == FactKind.Registration ? IncomingRule.Once : IncomingRule.Append,
        };
        if (TypedFields.Value(meaning, slots, currency, out long value, out byte own) is { } fault)
        {
            return fault;
        }

        if ((fault = TypedFields.Until(meaning, slots, out Domain.Time.Instant until)) is not null)
        {
            return fault;
        }

        fact = fact with { Value = value, Currency = own, Until = until, Link = TypedFields.Link(meaning.Typed, slots), Item = TypedFields.Item(meaning.Typed, slots, scene) };
        bool isOfProduct = meaning.Shape == EventShape.Custom && fact.Item is null && (slots.Has(PropertyField.ProductId) || slots.Has(PropertyField.Sku));
        return Put(facts, isOfProduct ? ProductReading.Of(fact, slots, skuFirst) : fact);
    }

    private static Fault? Score(JsonElement value, long low, long high, out long score)
    {
        score = 0;
        if (!Amounts.TryNumber(value, out Number number, out _) || !number.TryThousandths(out int thousandths) || thousandths % 1000 != 0
            || thousandths / 1000 < low || thousandths / 1000 > high)
        {
            return Fault.Score(value.ValueKind == JsonValueKind.Undefined ? "there is none" : value.GetRawText(), low, high);
        }

        score = thousandths / 1000;
        return null;
    }

    private static Channel ChannelOf(EventMeaning meaning, PropertySlots slots, in EventScene scene) =>
        meaning.Channel != Channel.None ? meaning.Channel : OrderFacts.ChannelOf(slots, scene);

    private static Fault? Put(ImmutableArray<IncomingFact>.Builder facts, IncomingFact fact)
    {
        facts.Add(fact);
        return null;
    }
}
