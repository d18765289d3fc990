using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Makes the facts of orders and refunds: the same that a file of orders makes.</summary>
/// <param name="workspaceCurrency">The currency of amounts that name none; 0 when the workspace has none yet.</param>
/// <param name="skuFirst">Whether products are known by their SKU where both are given.</param>
internal sealed class OrderFacts(byte workspaceCurrency, bool skuFirst)
{
    private readonly PropertySlots _product = new();
    private readonly List<(IncomingFact Fact, long? Worth)> _lines = [];

    /// <summary>The channel that properties name, else the store's, else that of the message.</summary>
    public static Channel ChannelOf(PropertySlots slots, in EventScene scene)
    {
        Channel channel = slots.Has(PropertyField.Channel) ? Channels.Of(slots.Text(PropertyField.Channel)) : Channel.None;
        return channel != Channel.None ? channel : slots.Has(PropertyField.Store) ? Channel.Store : scene.Channel;
    }

    /// <summary>Adds an order, its lines and its coupons. A total below zero is a refund.</summary>
    /// <param name="isUpdate">Whether it was changed: lines that it had not are new.</param>
    public Fault? Order(PropertySlots slots, in EventScene scene, string messageId, bool isUpdate, ImmutableArray<IncomingFact>.Builder facts)
    {
        byte currency = workspaceCurrency;
        long? total = null;
        if ((Amounts.ReadCurrency(slots, ref currency, out bool isStated)
            ?? Amounts.Read(slots, ref currency, isStated, out total, PropertyField.Total, PropertyField.Revenue, PropertyField.Value, PropertyField.Amount, PropertyField.Subtotal)) is { } fault)
        {
            return fault;
        }

        string? number = slots.Text(PropertyField.Order);
        Channel channel = ChannelOf(slots, scene);
        if ((fault = ReadLines(slots, ref currency, isStated || total is not null)) is not null)
        {
            return fault;
        }

        if (total is null && _lines.TrueForAll(line => line.Worth is null))
        {
            return Fault.NoAmount;
        }

        byte same = currency;
        if (total is null && (fault = Amounts.Read(slots, ref same, isStated: true, out long? discount, PropertyField.Discount)) is null)
        {
            long sum = _lines.Sum(line => Math.Max(0, line.Worth ?? 0));
            total = Math.Max(0, sum - Math.Abs(discount ?? 0));
        }

        if (fault is not null)
        {
            return fault;
        }

        bool hasParts = _lines.Count > 0 || slots.Has(PropertyField.Coupon);
        string? link = number ?? (hasParts ? messageId : null);
        if (total < 0)
        {
            facts.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.Refund), Value = -total.Value, Currency = currency, Channel = channel, Link = number, Rule = IncomingRule.RefundPart });
            return null;
        }

        facts.Add(new IncomingFact
        {
            Kind = FactKinds.NameOf(FactKind.Order),
            Value = total!.Value,
            Currency = currency,
            Channel = channel,
            Link = link,
            Rule = number is null ? IncomingRule.Append : IncomingRule.OrderTotal,
        });
        AddLines(currency, channel, link, number is null ? IncomingRule.Append : isUpdate ? IncomingRule.UpdatedLine : IncomingRule.OrderLine, slots.Has(PropertyField.Total) || slots.Has(PropertyField.Revenue), facts);
        AddCoupons(slots, currency, channel, link, facts);
        return null;
    }

    /// <summary>Adds what was given back of an order: an amount, what the products named are worth, or all of it.</summary>
    public Fault? Refund(PropertySlots slots, in EventScene scene, ImmutableArray<IncomingFact>.Builder facts)
    {
        byte currency = workspaceCurrency;
        long? amount = null;
        long? soFar = null;
        if ((Amounts.ReadCurrency(slots, ref currency, out bool isStated)
            ?? Amounts.Read(slots, ref currency, isStated, out amount, PropertyField.Refund, PropertyField.Amount, PropertyField.Total, PropertyField.Revenue, PropertyField.Value)
            ?? Amounts.Read(slots, ref currency, isStated, out soFar, PropertyField.RefundedSoFar)
            ?? ReadLines(slots, ref currency, isStated || amount is not null)) is { } fault)
        {
            return fault;
        }

        string? link = slots.Text(PropertyField.Order);
        var refund = new IncomingFact { Kind = FactKinds.NameOf(FactKind.Refund), Currency = currency, Channel = ChannelOf(slots, scene), Link = link, Rule = IncomingRule.RefundPart };
        long worth = _lines.Sum(line => Math.Abs(line.Worth ?? 0));
        if (amount is null && soFar is not null && link is not null)
        {
            facts.Add(refund with { Value = Math.Abs(soFar.Value), Rule = IncomingRule.RefundTotal });
        }
        else if (worth != 0 && (amount is null || Math.Abs(amount.Value) == worth))
        {
            facts.AddRange(_lines.Where(line => line.Worth is not (null or 0)).Select(line => line.Fact with
            {
                Kind = refund.Kind,
                Value = Math.Abs(line.Worth!.Value),
                Currency = currency,
                Channel = refund.Channel,
                Link = link,
                Rule = refund.Rule,
            }));
        }
        else if ((amount ?? soFar) is { } given)
        {
            facts.Add(refund with { Value = Math.Abs(given), Item = _lines.Count == 1 ? _lines[0].Fact.Item : null });
        }
        else if (link is null || _lines.Count > 0)
        {
            return Fault.NoAmount;
        }
        else
        {
            facts.Add(refund with { Rule = IncomingRule.RefundRest });
        }

        return null;
    }

    private Fault? ReadLines(PropertySlots slots, ref byte currency, bool isStated)
    {
        _lines.Clear();
        JsonElement products = slots[PropertyField.Products];
        if (products.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (JsonElement product in products.EnumerateArray())
        {
            if (product.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            _product.Read(product);
            byte own = currency;
            Number quantity = Number.One;
            int thousandths = 1000;
            if ((Amounts.ReadCurrency(_product, ref own, out bool saysCurrency) ?? Amounts.ReadQuantity(_product, out quantity, out thousandths)) is { } fault)
            {
                return fault;
            }

            if (saysCurrency && own != currency)
            {
                if (isStated)
                {
                    return Fault.OrderCurrency;
                }

                currency = own;
            }

            isStated |= saysCurrency;
            if (currency == 0)
            {
                return Fault.NoCurrency;
            }

            if ((fault = ProductReading.Worth(_product, currency, quantity, out long? worth)) is not null)
            {
                return fault;
            }

            var line = new IncomingFact { Kind = FactKinds.NameOf(FactKind.OrderLine), Quantity = Math.Abs(thousandths), Payload = product.GetRawText() };
            line = ProductReading.Of(line, _product, skuFirst);
            if (line.Item is not null || worth is not null)
            {
                _lines.Add((line, worth));
            }
        }

        return null;
    }

    private void AddLines(byte currency, Channel channel, string? link, IncomingRule rule, bool totalIsNet, ImmutableArray<IncomingFact>.Builder facts)
    {
        foreach ((IncomingFact line, long? worth) in _lines)
        {
            bool cameBack = worth < 0;
            facts.Add(line with
            {
                // What came back is a refund beside the sales; a total that is stated has it off already.
                Kind = !cameBack ? line.Kind : FactKinds.NameOf(totalIsNet ? FactKind.ProductReturn : FactKind.Refund),
                Value = cameBack && totalIsNet ? 0 : Math.Abs(worth ?? 0),
                Currency = cameBack && totalIsNet ? (byte)0 : currency,
                Channel = channel,
                Link = link,
                Rule = cameBack && rule != IncomingRule.Append ? IncomingRule.WithOrder : rule,
            });
        }
    }

    private static void AddCoupons(PropertySlots slots, byte currency, Channel channel, string? link, ImmutableArray<IncomingFact>.Builder facts)
    {
        JsonElement coupons = slots[PropertyField.Coupon];
        if (coupons.ValueKind != JsonValueKind.Array)
        {
            AddCoupon(slots.Text(PropertyField.Coupon), IncomingRule.Once);
            return;
        }

        IncomingRule rule = IncomingRule.Once;
        foreach (JsonElement coupon in coupons.EnumerateArray())
        {
            JsonElement code = coupon.ValueKind == JsonValueKind.Object && coupon.TryGetProperty("code"u8, out JsonElement found) ? found : coupon;
            rule = AddCoupon(MessageText.Of(code, 200), rule) ? IncomingRule.WithOrder : rule;
        }

        bool AddCoupon(string? item, IncomingRule rule)
        {
            if (item is not null)
            {
                facts.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.CouponUsed), Item = item, Currency = currency, Channel = channel, Link = link, Rule = rule });
            }

            return item is not null;
        }
    }
}
