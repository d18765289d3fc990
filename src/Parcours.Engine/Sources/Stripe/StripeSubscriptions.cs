using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Stripe;

/// <summary>Makes facts of what happens to Stripe's subscriptions: trials, beginnings, changes of plan, cancellations and ends. Renewals come with their invoices.</summary>
internal static class StripeSubscriptions
{
    /// <summary>A subscription was made: it begins with a trial, at once, or once it is paid.</summary>
    public static Fault? Created(JsonElement subscription, out ImmutableArray<IncomingFact> facts)
    {
        facts = Member.Text(subscription, "status") switch
        {
            "trialing" => [Trial(subscription)],
            "active" => [Fact(FactKind.SubscriptionStarted, subscription) with { Until = PeriodEnd(subscription), Rule = IncomingRule.Once }],
            _ => [],
        };
        return Check(subscription);
    }

    /// <summary>A subscription was changed.</summary>
    /// <param name="before">What its changed members were.</param>
    public static Fault? Updated(JsonElement subscription, JsonElement before, out ImmutableArray<IncomingFact> facts)
    {
        var all = ImmutableArray.CreateBuilder<IncomingFact>();
        string? was = Member.Text(before, "status");
        string? now = Member.Text(subscription, "status");
        if (was == "trialing" && now != "trialing")
        {
            all.Add(Fact(FactKind.TrialEnded, subscription) with { Value = 0, Currency = 0, Rule = IncomingRule.Once });
        }

        if (now == "trialing" && was is not null)
        {
            all.Add(Trial(subscription));
        }

        if (now == "active" && was is "trialing" or "incomplete")
        {
            all.Add(Fact(FactKind.SubscriptionStarted, subscription) with { Until = PeriodEnd(subscription), Rule = IncomingRule.Once });
        }

        if (Member.Of(before, "items").ValueKind == JsonValueKind.Object && Price(before) is var (_, old) && Price(subscription) is var (_, price))
        {
            all.Add(Fact(FactKind.SubscriptionChanged, subscription) with { Value = price - old, Until = PeriodEnd(subscription) });
        }

        bool wasLeaving = Member.IsTrue(before, "cancel_at_period_end");
        if (!wasLeaving && Member.Of(before, "cancel_at_period_end").ValueKind == JsonValueKind.False && Member.IsTrue(subscription, "cancel_at_period_end"))
        {
            all.Add(Fact(FactKind.SubscriptionCancelled, subscription) with { Value = 0, Currency = 0, Until = PeriodEnd(subscription) });
        }

        facts = all.ToImmutable();
        return Check(subscription);
    }

    /// <summary>A subscription ended.</summary>
    public static Fault? Deleted(JsonElement subscription, out ImmutableArray<IncomingFact> facts)
    {
        facts = [Fact(FactKind.SubscriptionEnded, subscription) with { Value = 0, Currency = 0, At = Member.Time(subscription, null, "ended_at"), Rule = IncomingRule.Once }];
        return Check(subscription);
    }

    /// <summary>The subscription that an invoice is of, wherever its version of the API says it; null for none.</summary>
    public static string? OfInvoice(JsonElement invoice) =>
        Member.Text(invoice, "subscription") ?? Member.Text(invoice, "parent", "subscription_details", "subscription");

    private static Fault? Check(JsonElement subscription) => Member.Text(subscription, "id") is null ? Fault.Field("subscription", "it has no id") : null;

    private static IncomingFact Trial(JsonElement subscription) =>
        Fact(FactKind.TrialStarted, subscription) with { Value = 0, Currency = 0, Until = Member.Time(subscription, null, "trial_end") ?? Instant.Never, Rule = IncomingRule.Once };

    private static IncomingFact Fact(FactKind kind, JsonElement subscription)
    {
        (byte currency, long price) = Price(subscription);
        return new IncomingFact
        {
            Kind = FactKinds.NameOf(kind),
            Value = price,
            Currency = currency,
            Link = Member.Text(subscription, "id"),
            Item = Member.List(subscription, "items", "data").Select(PlanOf).FirstOrDefault(plan => plan is not null),
        };
    }

    private static string? PlanOf(JsonElement item) =>
        Member.Text(item, "price", "nickname") ?? Member.Text(item, "price", "lookup_key") ?? Member.Text(item, "price", "id") ?? Member.Text(item, "plan", "nickname") ?? Member.Text(item, "plan", "id");

    /// <summary>What a period costs: the sum of its items.</summary>
    private static (byte Currency, long Minor) Price(JsonElement subscription)
    {
        byte currency = 0;
        long sum = 0;
        foreach (JsonElement item in Member.List(subscription, "items", "data"))
        {
            JsonElement price = Member.Of(item, "price") is { ValueKind: JsonValueKind.Object } named ? named : Member.Of(item, "plan");
            currency = CurrencySigns.TryFind(Member.Text(price, "currency")?.ToUpperInvariant() ?? string.Empty, out byte found) ? found : currency;
            long unit = Member.Whole(price, "unit_amount") ?? Member.Whole(price, "amount") ?? 0;
            long quantity = Math.Clamp(Member.Whole(item, "quantity") ?? 1, 0, 1_000_000);
            sum += Math.Clamp(unit, 0, 1_000_000_000) * quantity;
        }

        return (currency, StripeHooks.Minor(sum, currency));
    }

    // Since 2025-03-31 each item has a period of its own.
    private static Instant PeriodEnd(JsonElement subscription) =>
        Member.Time(subscription, null, "current_period_end")
        ?? Member.List(subscription, "items", "data").Select(item => Member.Time(item, null, "current_period_end")).FirstOrDefault(end => end is not null)
        ?? Instant.Never;
}
