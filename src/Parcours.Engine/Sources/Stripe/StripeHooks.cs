using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Stripe;

/// <summary>
/// Reads Stripe's events. A subscription names only Stripe's number of the customer; an invoice names the e-mail too, and so joins them. A number of the company's own in
/// the metadata (<c>user_id</c>, <c>userId</c> or <c>customer_id</c>) counts as such.
/// </summary>
internal static class StripeHooks
{
    /// <summary>A payment that failed: its value is what was due.</summary>
    public const string PaymentFailed = "payment_failed";

    private static readonly string[] OwnNumbers = ["user_id", "userId", "customer_id"];

    /// <summary>Reads an event.</summary>
    public static void Read(SourceEvents events, JsonElement said)
    {
        JsonElement thing = Member.Of(said, "data", "object");
        string type = Member.Text(said, "type") ?? string.Empty;
        Fault? fault = null;
        ImmutableArray<IncomingFact> facts = [];
        switch (type)
        {
            case "customer.subscription.created":
                fault = StripeSubscriptions.Created(thing, out facts);
                break;
            case "customer.subscription.updated":
                fault = StripeSubscriptions.Updated(thing, Member.Of(said, "data", "previous_attributes"), out facts);
                break;
            case "customer.subscription.deleted":
                fault = StripeSubscriptions.Deleted(thing, out facts);
                break;
            case "invoice.paid" or "invoice.payment_succeeded":
                fault = Paid(thing, out facts);
                break;
            case "invoice.payment_failed":
                fault = Failed(thing, out facts);
                break;
            case "charge.refunded":
                fault = Refunded(thing, Member.Of(said, "data", "previous_attributes"), out facts);
                break;
            case "customer.created" or "customer.updated":
                break; // its keys are all it says
            default:
                fault = SourceFaults.Topic(type);
                break;
        }

        if (fault is null && (Member.Text(said, "id") is null || Member.Time(said, null, "created") is null))
        {
            fault = Fault.NotAnObject;
        }

        if (fault is not null)
        {
            events.PutAside(fault, said);
            return;
        }

        // invoice.paid and invoice.payment_succeeded tell the same payment: the order's number makes it one.
        events.Add(events.IdOf(Member.Text(said, "id")!), Member.Time(said, null, "created")!.Value, Who(events, thing, type), facts, thing);
    }

    /// <summary>The currency of an object; 0 for none.</summary>
    public static byte CurrencyOf(JsonElement thing) => CurrencySigns.TryFind(Member.Text(thing, "currency")?.ToUpperInvariant() ?? string.Empty, out byte found) ? found : (byte)0;

    /// <summary>An amount in the minor units of ISO 4217. Stripe writes hundredths for the króna and the Ugandan shilling, which have none.</summary>
    public static long Minor(long amount, byte currency) => Currencies.CodeOf(currency) is "ISK" or "UGX" ? amount / 100 : amount;

    private static ImmutableArray<IncomingIdentity> Who(SourceEvents events, JsonElement thing, string type)
    {
        bool isCustomer = type.StartsWith("customer.", StringComparison.Ordinal) && !type.StartsWith("customer.subscription.", StringComparison.Ordinal);
        string? number = isCustomer ? Member.Text(thing, "id") : Member.Text(thing, "customer") ?? Member.Text(thing, "customer", "id");
        JsonElement email = First(Member.Of(thing, "customer_email"), Member.Of(thing, "billing_details", "email"), Member.Of(thing, "receipt_email"), isCustomer ? Member.Of(thing, "email") : default);
        JsonElement phone = First(Member.Of(thing, "customer_phone"), Member.Of(thing, "billing_details", "phone"), isCustomer ? Member.Of(thing, "phone") : default);
        ImmutableArray<IncomingIdentity> who = events.Who(number, email, phone);
        foreach (JsonElement metadata in new[] { Member.Of(thing, "metadata"), Member.Of(thing, "subscription_details", "metadata"), Member.Of(thing, "parent", "subscription_details", "metadata") })
        {
            if (OwnNumbers.Select(name => Member.Text(metadata, name)).OfType<string>().FirstOrDefault() is { } own
                && who.All(key => key.Kind != IdentityKind.Customer) && new PersonKeys().Read(IdentityKind.Customer, own) is { } identity)
            {
                return who.Insert(0, identity);
            }
        }

        return who;
    }

    private static JsonElement First(params ReadOnlySpan<JsonElement> candidates)
    {
        foreach (JsonElement candidate in candidates)
        {
            if (candidate.ValueKind == JsonValueKind.String && candidate.GetString()!.Length > 0)
            {
                return candidate;
            }
        }

        return default;
    }

    private static Fault? Paid(JsonElement invoice, out ImmutableArray<IncomingFact> facts)
    {
        facts = [];
        byte currency = CurrencyOf(invoice);
        if (currency == 0)
        {
            return Fault.Currency(Member.Text(invoice, "currency") ?? string.Empty);
        }

        if (Member.Whole(invoice, "amount_paid") is not { } paid || Member.Text(invoice, "id") is not { } id)
        {
            return Fault.NoAmount;
        }

        long value = Minor(paid, currency);
        var all = ImmutableArray.CreateBuilder<IncomingFact>();
        if (value > 0)
        {
            all.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.Order), Value = value, Currency = currency, Link = id, Rule = IncomingRule.OrderTotal });
        }

        if (Member.Text(invoice, "billing_reason") == "subscription_cycle" && StripeSubscriptions.OfInvoice(invoice) is { } subscription)
        {
            all.Add(new IncomingFact
            {
                Kind = FactKinds.NameOf(FactKind.SubscriptionRenewed),
                Value = value,
                Currency = currency,
                Link = subscription,
                Until = LastPeriod(invoice),
                // Told twice under two names; a renewal has no number of its own but its invoice's.
                Rule = value > 0 ? IncomingRule.WithOrder : IncomingRule.Append,
            });
        }

        facts = all.ToImmutable();
        return null;
    }

    private static Instant LastPeriod(JsonElement invoice)
    {
        Instant last = Instant.Beginning;
        foreach (JsonElement line in Member.List(invoice, "lines", "data"))
        {
            last = Member.Time(line, null, "period", "end") is { } end && end > last ? end : last;
        }

        return last == Instant.Beginning ? Instant.Never : last;
    }

    private static Fault? Failed(JsonElement invoice, out ImmutableArray<IncomingFact> facts)
    {
        byte currency = CurrencyOf(invoice);
        facts = [new IncomingFact { Kind = PaymentFailed, Value = Minor(Member.Whole(invoice, "amount_due") ?? 0, currency), Currency = currency, Link = StripeSubscriptions.OfInvoice(invoice) ?? Member.Text(invoice, "id") }];
        return currency == 0 ? Fault.Currency(Member.Text(invoice, "currency") ?? string.Empty) : null;
    }

    private static Fault? Refunded(JsonElement charge, JsonElement before, out ImmutableArray<IncomingFact> facts)
    {
        facts = [];
        byte currency = CurrencyOf(charge);
        if (currency == 0 || Member.Whole(charge, "amount_refunded") is not { } soFar)
        {
            return currency == 0 ? Fault.Currency(Member.Text(charge, "currency") ?? string.Empty) : Fault.NoAmount;
        }

        // Versions of the API from 2025-03-31 on do not say which invoice a charge paid.
        string? invoice = Member.Text(charge, "invoice");
        long value = invoice is null ? soFar - (Member.Whole(before, "amount_refunded") ?? 0) : soFar;
        if (value > 0)
        {
            facts = [new IncomingFact
            {
                Kind = FactKinds.NameOf(FactKind.Refund),
                Value = Minor(value, currency),
                Currency = currency,
                Link = invoice,
                Rule = invoice is null ? IncomingRule.Append : IncomingRule.RefundTotal,
            }];
        }

        return null;
    }
}
