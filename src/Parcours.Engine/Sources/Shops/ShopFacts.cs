using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Events;

namespace Parcours.Engine.Sources.Shops;

/// <summary>
/// Makes facts of what shops tell. Shops tell how things stand, again and again: what is known changes nothing, whichever way it came first.
/// </summary>
internal static class ShopFacts
{
    /// <summary>Adds an order: what it stands at, its lines with the first word of it, its cancellation, and each refund as a message of its own.</summary>
    /// <param name="deliveryId">The id of the delivery; null to know it by its content.</param>
    public static void Add(SourceEvents events, ShopOrder order, string? deliveryId)
    {
        string id = deliveryId is null ? events.IdOf($"order:{order.Id}", order.Raw) : events.IdOf(deliveryId);
        if (order.IsWaiting)
        {
            events.Add(id, order.At, order.Who, [Fact(FactKind.Checkout, order) with { Value = order.Total, Rule = IncomingRule.Once }], order.Raw);
            return;
        }

        var facts = ImmutableArray.CreateBuilder<IncomingFact>();
        facts.Add(Fact(FactKind.Order, order) with { Value = order.Total, Rule = IncomingRule.OrderTotal });
        facts.AddRange(order.Lines.Where(line => line.Item is not null).Select(line => Fact(FactKind.OrderLine, order) with
        {
            Item = line.Item,
            Value = line.Worth,
            Quantity = line.Thousandths,
            Product = line.Name is null ? null : $"{{\"name\":{JsonSerializer.Serialize(line.Name, JsonText.Options)}}}",
            Rule = IncomingRule.OrderLine,
        }));
        facts.AddRange(order.Coupons.Select(code => Fact(FactKind.CouponUsed, order) with { Item = code, Rule = IncomingRule.WithOrder }));
        if (order.CancelledAt is { } cancelled)
        {
            facts.Add(Fact(FactKind.Cancellation, order) with { At = cancelled, Currency = 0, Rule = IncomingRule.Once });
        }

        long soFar = 0;
        var apart = new List<(string Id, IncomingFact Fact)>();
        foreach (ShopRefund refund in order.Refunds)
        {
            // What was refunded so far, not this refund alone: a file may have told of it already.
            soFar += refund.Amount;
            IncomingFact fact = Fact(FactKind.Refund, order) with { At = refund.At, Value = soFar, Rule = IncomingRule.RefundTotal };
            if (refund.Id is null)
            {
                facts.Add(fact);
            }
            else
            {
                apart.Add((RefundId(events, refund.Id), fact));
            }
        }

        if (order.IsRefunded && apart.Count == 0)
        {
            facts.Add(Fact(FactKind.Refund, order) with { At = order.ChangedAt, Value = order.Total, Rule = IncomingRule.RefundRest });
        }

        events.Add(id, order.At, order.Who, facts.ToImmutable(), order.Raw);
        foreach ((string refundId, IncomingFact fact) in apart)
        {
            events.Add(refundId, fact.At!.Value, order.Who, [fact], default);
        }
    }

    /// <summary>The id of a refund's message: the same whether the refund came by itself or with its order.</summary>
    public static string RefundId(SourceEvents events, string refund) => events.IdOf($"refund:{refund}");

    /// <summary>Adds a customer: what changed of what is known of them, when they registered, and each permission as a message of its own.</summary>
    /// <param name="deliveryId">The id of the delivery; null to know it by its content.</param>
    public static void Add(SourceEvents events, ShopCustomer customer, string? deliveryId)
    {
        var facts = ImmutableArray.CreateBuilder<IncomingFact>();
        if (customer.RegisteredAt is { } registered)
        {
            facts.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.Registration), At = registered, Rule = IncomingRule.Once });
        }

        foreach ((string name, string? value) in customer.Attributes)
        {
            if (!string.IsNullOrEmpty(value))
            {
                facts.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.AttributeChanged), Item = name, ValueText = value, Rule = IncomingRule.IfChanged });
            }
        }

        events.Add(deliveryId is null ? events.IdOf($"customer:{customer.Id}", customer.Raw) : events.IdOf(deliveryId), customer.ChangedAt, customer.Who, facts.ToImmutable(), customer.Raw);
        foreach (ShopConsent consent in customer.Consents)
        {
            string channel = consent.Channel.ToString().ToLowerInvariant();
            string id = events.IdOf(string.Create(CultureInfo.InvariantCulture, $"consent:{customer.Id}:{channel}:{(consent.IsGiven ? "in" : "out")}:{consent.Mark}"));
            events.Add(id, consent.At, customer.Who, [MessageFacts.ConsentFact(consent.IsGiven, consent.Channel, null, Trust.Company)], default);
        }
    }

    private static IncomingFact Fact(FactKind kind, ShopOrder order) =>
        new() { Kind = FactKinds.NameOf(kind), Currency = order.Currency, Channel = order.Channel, Link = order.Number };
}
