using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Which properties make the item, the link, the value and the end of a fact, by its kind.</summary>
internal static class TypedFields
{
    /// <summary>What it is about.</summary>
    public static string? Item(FactKind kind, PropertySlots slots, in EventScene scene) => slots.Text(PropertyField.Item) ?? kind switch
    {
        FactKind.TrialStarted or FactKind.TrialEnded or FactKind.SubscriptionStarted or FactKind.SubscriptionRenewed or FactKind.SubscriptionChanged
            or FactKind.SubscriptionCancelled or FactKind.SubscriptionEnded => slots.Text(PropertyField.Plan),
        FactKind.DealStage => slots.Text(PropertyField.Stage),
        FactKind.Complaint or FactKind.SupportTicketOpened => slots.Text(PropertyField.Category),
        FactKind.Registration => slots.Text(PropertyField.Programme),
        FactKind.StoreVisit => slots.Text(PropertyField.Store),
        FactKind.AdClick => slots.Text(PropertyField.Campaign) ?? MessageFacts.CampaignOf(scene.Context) ?? slots.Text(PropertyField.Source),
        FactKind.Form => slots.Text(PropertyField.Form) ?? slots.Text(PropertyField.Name),
        FactKind.ContentDownloaded => slots.Text(PropertyField.Content) ?? slots.Text(PropertyField.Name),
        FactKind.EventAttended => slots.Text(PropertyField.Occasion) ?? slots.Text(PropertyField.Name),
        FactKind.ProductUse => slots.Text(PropertyField.ProductId) ?? slots.Text(PropertyField.Name),
        FactKind.Visit => slots.Text(PropertyField.Name),
        _ => null,
    };

    /// <summary>What it belongs to.</summary>
    public static string? Link(FactKind kind, PropertySlots slots) => kind switch
    {
        FactKind.TrialStarted or FactKind.TrialEnded or FactKind.SubscriptionStarted or FactKind.SubscriptionRenewed or FactKind.SubscriptionChanged
            or FactKind.SubscriptionCancelled or FactKind.SubscriptionEnded => slots.Text(PropertyField.Subscription),
        FactKind.DealCreated or FactKind.DealStage or FactKind.DealWon or FactKind.DealLost or FactKind.Offer => slots.Text(PropertyField.Deal),
        FactKind.Contract or FactKind.GoLive or FactKind.CommitmentMade or FactKind.CommitmentMet => slots.Text(PropertyField.Contract) ?? slots.Text(PropertyField.Subscription),
        FactKind.Complaint or FactKind.ComplaintResolved => slots.Text(PropertyField.Complaint) ?? slots.Text(PropertyField.Ticket),
        FactKind.SupportTicketOpened or FactKind.SupportTicketClosed => slots.Text(PropertyField.Ticket),
        _ => null,
    };

    /// <summary>When a trial, a subscription, a contract or a commitment ends.</summary>
    public static Fault? Until(EventMeaning meaning, PropertySlots slots, out Instant until)
    {
        until = Instant.Never;
        bool ends = meaning.Typed is FactKind.TrialStarted or FactKind.SubscriptionStarted or FactKind.SubscriptionRenewed or FactKind.SubscriptionChanged
            or FactKind.SubscriptionCancelled or FactKind.Contract or FactKind.CommitmentMade;
        if (!ends || !slots.Has(PropertyField.Until))
        {
            return null;
        }

        if (!MessageTime.TryRead(slots[PropertyField.Until], out Instant? end))
        {
            return Fault.Time("its end", slots[PropertyField.Until].GetRawText());
        }

        until = end ?? until;
        return null;
    }

    /// <summary>Its value: money where the kind is worth some or a currency is named, else a whole number. A custom fact's unreadable value is no fault: it stays in the payload.</summary>
    public static Fault? Value(EventMeaning meaning, PropertySlots slots, byte workspaceCurrency, out long value, out byte currency)
    {
        value = 0;
        byte own = workspaceCurrency;
        bool isTyped = meaning.Shape == EventShape.Typed;
        bool isMoney = isTyped && FactKinds.IsMoney(meaning.Typed);
        currency = 0;
        Fault? fault = Amounts.ReadCurrency(slots, ref own, out bool isStated);
        if (fault is null && (isMoney || isStated))
        {
            fault = Amounts.Read(slots, ref own, isStated, out long? minor, PropertyField.Value, PropertyField.Amount, PropertyField.Total, PropertyField.Revenue);
            value = minor ?? 0;
            currency = minor is null || fault is not null ? (byte)0 : own;
        }
        else if (fault is null && Amounts.TryNumber(slots[PropertyField.Value], out Number number, out byte sign))
        {
            currency = number.TryMinor(sign, out value) ? sign : (byte)0;
        }

        return isTyped ? fault : null;
    }
}
