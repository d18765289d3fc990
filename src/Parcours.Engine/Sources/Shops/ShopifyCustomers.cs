using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Shops;

/// <summary>Reads the customers of Shopify's REST Admin API and webhooks.</summary>
internal static class ShopifyCustomers
{
    /// <summary>Reads a customer.</summary>
    /// <returns>Why it is put aside; null when it was read.</returns>
    public static Fault? Read(SourceEvents events, JsonElement customer, out ShopCustomer? read)
    {
        read = null;
        if (Member.Text(customer, "id") is not { } id)
        {
            return Fault.NoIdentity;
        }

        Instant changed = Member.Time(customer, null, "updated_at") ?? events.Scene.ReceivedAt;
        read = new ShopCustomer
        {
            Id = id,
            Who = events.Who(id, Member.Of(customer, "email"), Member.Of(customer, "phone")),
            ChangedAt = changed,
            RegisteredAt = Member.Time(customer, null, "created_at"),
            Attributes =
            [
                ("first_name", Member.Text(customer, "first_name")),
                ("last_name", Member.Text(customer, "last_name")),
                ("country", Member.Text(customer, "default_address", "country_code")),
                ("city", Member.Text(customer, "default_address", "city")),
                ("zip", Member.Text(customer, "default_address", "zip")),
            ],
            Consents = [.. new[] { Consent(customer, "email_marketing_consent", Channel.Email, changed) ?? Accepted(customer, changed), Consent(customer, "sms_marketing_consent", Channel.Sms, changed) }.OfType<ShopConsent>()],
            Raw = customer,
        };
        return null;
    }

    private static ShopConsent? Consent(JsonElement customer, string member, Channel channel, Instant changed)
    {
        JsonElement consent = Member.Of(customer, member);
        bool? isGiven = Given(Member.Text(consent, "state"));
        string? time = Member.Text(consent, "consent_updated_at");
        return isGiven is { } given ? new ShopConsent(channel, given, Member.Time(consent, null, "consent_updated_at") ?? changed, time ?? string.Empty) : null;
    }

    // Never asked, and asked without an answer yet, are no permission and no refusal.
    private static bool? Given(string? state) => state?.ToLowerInvariant() switch { "subscribed" => true, "unsubscribed" => false, _ => null };

    // Versions of the API before 2022-04 say yes or no; their no may mean never asked.
    private static ShopConsent? Accepted(JsonElement customer, Instant changed) => Member.IsTrue(customer, "accepts_marketing")
        ? new ShopConsent(Channel.Email, true, Member.Time(customer, null, "accepts_marketing_updated_at") ?? changed, Member.Text(customer, "accepts_marketing_updated_at") ?? string.Empty)
        : null;
}
