using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Events;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Sources.Shops;

/// <summary>
/// Reads the orders and customers of PrestaShop's web service, as JSON. Its numbers are texts in one version and numbers in another; its times are those of the shop's
/// clock, without a zone; its currencies are numbers of its own.
/// </summary>
/// <param name="currencies">The codes of the shop's currencies, by their numbers there.</param>
internal sealed class PrestaShopOrders(IReadOnlyDictionary<string, byte> currencies)
{
    private const string UsualNumber = "reference";

    // The numbers that every installation gives to these three states.
    private const string Cancelled = "6";
    private const string Refunded = "7";
    private const string PaymentError = "8";

    /// <summary>Reads an order.</summary>
    /// <returns>Why it is put aside; null when it was read.</returns>
    public Fault? Read(SourceEvents events, JsonElement order, out ShopOrder? read)
    {
        read = null;
        string? id = Member.Text(order, "id");
        string? number = Member.Text(order, events.Source.OrderMember ?? UsualNumber) ?? id;
        if (id is null || number is null)
        {
            return Fault.NoOrder;
        }

        string currencyId = Member.Text(order, "id_currency") ?? string.Empty;
        if (!currencies.TryGetValue(currencyId, out byte currency) && (currency = events.Scene.Currency) == 0)
        {
            return Fault.Currency(currencyId);
        }

        if (!Member.TryAmount(order, currency, out long total, "total_paid_tax_incl") && !Member.TryAmount(order, currency, out total, "total_paid"))
        {
            return Fault.Amount("total_paid", Member.Of(order, "total_paid").ToString());
        }

        if (Member.Time(order, events.Scene.Calendar, "date_add") is not { } at)
        {
            return Fault.Time("date_add", Member.Text(order, "date_add") ?? string.Empty);
        }

        string state = Member.Text(order, "current_state") ?? string.Empty;
        Instant changed = Member.Time(order, events.Scene.Calendar, "date_upd") ?? at;
        read = new ShopOrder
        {
            Id = id,
            Number = number,
            Who = events.Who(Member.Text(order, "id_customer"), default, default),
            At = at,
            ChangedAt = changed,
            Total = total,
            Currency = currency,
            Channel = Channel.Web,
            IsWaiting = state == PaymentError || (state is not (Cancelled or Refunded) && !Member.IsTrue(order, "valid")),
            CancelledAt = state == Cancelled ? changed : null,
            IsRefunded = state == Refunded,
            Lines = [.. Member.List(order, "associations", "order_rows").Select(row => Row(row, currency))],
            Raw = order,
        };
        return null;
    }

    /// <summary>Reads a customer.</summary>
    /// <returns>Why it is put aside; null when it was read.</returns>
    public static Fault? Read(SourceEvents events, JsonElement customer, out ShopCustomer? read)
    {
        read = null;
        if (Member.Text(customer, "id") is not { } id)
        {
            return Fault.NoIdentity;
        }

        Calendar calendar = events.Scene.Calendar;
        Instant? registered = Member.Time(customer, calendar, "date_add");
        Instant changed = Member.Time(customer, calendar, "date_upd") ?? registered ?? events.Scene.ReceivedAt;
        read = new ShopCustomer
        {
            Id = id,
            Who = events.Who(id, Member.Of(customer, "email"), default),
            ChangedAt = changed,
            RegisteredAt = Member.IsTrue(customer, "is_guest") ? null : registered,
            Attributes =
            [
                ("first_name", Member.Text(customer, "firstname")),
                ("last_name", Member.Text(customer, "lastname")),
                ("birthday", Member.Text(customer, "birthday") is { } day && day != "0000-00-00" ? day : null),
            ],
            Consents = Consent(customer, calendar, changed) is { } consent ? [consent] : [],
            Raw = customer,
        };
        return null;
    }

    // A no counts only after a yes: it is also what was never asked.
    private static ShopConsent? Consent(JsonElement customer, Calendar calendar, Instant changed)
    {
        bool isGiven = Member.IsTrue(customer, "newsletter");
        Instant? given = Member.Time(customer, calendar, "newsletter_date_add");
        string mark = Member.Text(customer, "newsletter_date_add") ?? string.Empty;
        return isGiven ? new ShopConsent(Channel.Email, true, given ?? changed, mark) : given is null ? null : new ShopConsent(Channel.Email, false, changed, mark);
    }

    private static ShopLine Row(JsonElement row, byte currency)
    {
        Amounts.TryNumber(Member.Of(row, "product_quantity"), out Number quantity, out _);
        quantity.TryThousandths(out int thousandths);
        long worth = 0;
        if (Amounts.TryNumber(Member.Of(row, "unit_price_tax_incl"), out Number price, out _))
        {
            price.TryMinorTimes(quantity, currency, out worth);
        }

        string? name = Member.Text(row, "product_name");
        return new ShopLine(Member.Text(row, "product_reference") ?? name ?? Member.Text(row, "product_id"), name, thousandths, Math.Max(0, worth));
    }
}
