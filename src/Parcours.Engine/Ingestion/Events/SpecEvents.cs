using System.Collections.Frozen;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>
/// The events of Segment's specifications (ecommerce v2, B2B SaaS, e-mail, mobile) that become typed facts, by their name in small letters and underscores.
/// The names of other tools lead here by <see cref="EventNames"/>.
/// </summary>
internal static class SpecEvents
{
    // Kinds that say nothing without what other facts beside them say, or that only people and imports may state.
    private static readonly FactKind[] NotByName = [FactKind.AttributeChanged, FactKind.Assignment, FactKind.StageSet, FactKind.Note, FactKind.OrderLine, FactKind.OrderAdjusted];

    /// <summary>The meaning of each name.</summary>
    public static readonly FrozenDictionary<string, EventMeaning> All = Everything().ToFrozenDictionary(pair => pair.Name, pair => pair.Meaning, StringComparer.Ordinal);

    private static IEnumerable<(string Name, EventMeaning Meaning)> Everything()
    {
        var all = new Dictionary<string, EventMeaning>(StringComparer.Ordinal);
        foreach (FactKind kind in FactKinds.All)
        {
            all[FactKinds.NameOf(kind)] = Array.IndexOf(NotByName, kind) >= 0 ? EventMeaning.Custom(FactKinds.NameOf(kind) + "_event") : EventMeaning.Of(kind, ShapeOf(kind));
        }

        foreach ((string name, EventMeaning meaning) in Commerce().Concat(Software()).Concat(Messages()))
        {
            all[name] = meaning;
        }

        return all.Select(pair => (pair.Key, pair.Value));
    }

    private static EventShape ShapeOf(FactKind kind) => kind switch
    {
        FactKind.Order => EventShape.Order,
        FactKind.Refund => EventShape.Refund,
        FactKind.Cancellation or FactKind.Delivery or FactKind.Checkout => EventShape.OnceOfOrder,
        FactKind.ProductView or FactKind.Cart or FactKind.ProductReturn => EventShape.Products,
        FactKind.Search => EventShape.Search,
        FactKind.MessageSent or FactKind.MessageBounced or FactKind.MessageOpened or FactKind.MessageClicked or FactKind.MessageAnswered => EventShape.Message,
        FactKind.OptIn or FactKind.OptOut => EventShape.Consent,
        FactKind.CouponUsed => EventShape.Coupon,
        FactKind.Review => EventShape.Review,
        FactKind.SurveyAnswer => EventShape.Survey,
        _ => EventShape.Typed,
    };

    private static IEnumerable<(string Name, EventMeaning Meaning)> Commerce() =>
    [
        ("products_searched", EventMeaning.Of(FactKind.Search, EventShape.Search)),
        ("product_searched", EventMeaning.Of(FactKind.Search, EventShape.Search)),
        ("product_viewed", EventMeaning.Of(FactKind.ProductView, EventShape.Products)),
        ("product_added", EventMeaning.Of(FactKind.Cart, EventShape.Products)),
        ("product_removed", CustomProducts("product_removed")),
        ("product_clicked", CustomProducts("product_clicked")),
        ("product_shared", CustomProducts("product_shared") with { IsAboutOthers = true }),
        ("product_added_to_wishlist", CustomProducts("product_added_to_wishlist")),
        ("product_removed_from_wishlist", CustomProducts("product_removed_from_wishlist")),
        ("wishlist_product_added_to_cart", EventMeaning.Of(FactKind.Cart, EventShape.Products)),
        ("cart_updated", new EventMeaning(FactKinds.NameOf(FactKind.Cart), EventShape.CartChange, FactKind.Cart)),
        ("cart_shared", EventMeaning.Custom("cart_shared") with { IsAboutOthers = true }),
        ("checkout_started", EventMeaning.Of(FactKind.Checkout, EventShape.OnceOfOrder)),
        ("order_completed", EventMeaning.Of(FactKind.Order, EventShape.Order)),
        ("completed_order", EventMeaning.Of(FactKind.Order, EventShape.Order)),
        ("order_updated", EventMeaning.Of(FactKind.Order, EventShape.OrderUpdated)),
        ("order_refunded", EventMeaning.Of(FactKind.Refund, EventShape.Refund)),
        ("order_cancelled", EventMeaning.Of(FactKind.Cancellation, EventShape.OnceOfOrder)),
        ("order_canceled", EventMeaning.Of(FactKind.Cancellation, EventShape.OnceOfOrder)),
        ("order_delivered", EventMeaning.Of(FactKind.Delivery, EventShape.OnceOfOrder)),
        ("product_returned", EventMeaning.Of(FactKind.ProductReturn, EventShape.Products)),
        ("coupon_applied", EventMeaning.Of(FactKind.CouponUsed, EventShape.Coupon)),
        ("product_reviewed", EventMeaning.Of(FactKind.Review, EventShape.Review)),
    ];

    private static IEnumerable<(string Name, EventMeaning Meaning)> Software() =>
    [
        ("account_created", EventMeaning.Of(FactKind.Registration)),
        ("signed_up", EventMeaning.Of(FactKind.Registration)),
        ("user_signed_up", EventMeaning.Of(FactKind.Registration)),
        ("signed_in", EventMeaning.Of(FactKind.Visit)),
        ("account_added_user", EventMeaning.Custom("account_added_user") with { IsAboutOthers = true }),
        ("account_removed_user", EventMeaning.Custom("account_removed_user") with { IsAboutOthers = true }),
        ("invite_sent", EventMeaning.Custom("invite_sent") with { IsAboutOthers = true }),
        ("referral", EventMeaning.Of(FactKind.Referral) with { IsAboutOthers = true }),
        ("friend_referred", EventMeaning.Of(FactKind.Referral) with { IsAboutOthers = true }),
        ("subscription_created", EventMeaning.Of(FactKind.SubscriptionStarted)),
        ("subscription_updated", EventMeaning.Of(FactKind.SubscriptionChanged)),
        ("subscription_canceled", EventMeaning.Of(FactKind.SubscriptionCancelled)),
        ("subscription_expired", EventMeaning.Of(FactKind.SubscriptionEnded)),
        ("application_opened", EventMeaning.Of(FactKind.Visit, channel: Channel.App)),
        ("form_submitted", EventMeaning.Of(FactKind.Form)),
        ("demo_requested", EventMeaning.Of(FactKind.Demo)),
        ("quote_requested", EventMeaning.Of(FactKind.Quote)),
        ("survey_answered", EventMeaning.Of(FactKind.SurveyAnswer, EventShape.Survey)),
        ("survey_submitted", EventMeaning.Of(FactKind.SurveyAnswer, EventShape.Survey)),
        ("ad_clicked", EventMeaning.Of(FactKind.AdClick, channel: Channel.Ads)),
        ("store_visited", EventMeaning.Of(FactKind.StoreVisit, channel: Channel.Store)),
    ];

    private static IEnumerable<(string Name, EventMeaning Meaning)> Messages()
    {
        yield return ("unsubscribed", Consent(FactKind.OptOut, Channel.Email));
        yield return ("subscribed", Consent(FactKind.OptIn, Channel.Email));
        yield return ("email_marked_as_spam", Consent(FactKind.OptOut, Channel.Email));
        foreach ((string prefix, Channel channel) in new[] { ("email", Channel.Email), ("sms", Channel.Sms), ("push", Channel.Push), ("push_notification", Channel.Push) })
        {
            yield return (prefix + "_sent", Message(FactKind.MessageSent, channel));
            yield return (prefix + "_opened", Message(FactKind.MessageOpened, channel));
            yield return (prefix + "_clicked", Message(FactKind.MessageClicked, channel));
            yield return (prefix + "_link_clicked", Message(FactKind.MessageClicked, channel));
            yield return (prefix + "_tapped", Message(FactKind.MessageClicked, channel));
            yield return (prefix + "_bounced", Message(FactKind.MessageBounced, channel));
            yield return (prefix + "_replied", Message(FactKind.MessageAnswered, channel));
            yield return (prefix + "_delivered", new EventMeaning(MessageEvents.Delivered, EventShape.Message, FactKind.None, channel));
            yield return (prefix + "_received", new EventMeaning(MessageEvents.Delivered, EventShape.Message, FactKind.None, channel));
            yield return (prefix + "_blocked", new EventMeaning(MessageEvents.Blocked, EventShape.Message, FactKind.None, channel));
            yield return (prefix + "_subscribed", Consent(FactKind.OptIn, channel));
            yield return (prefix + "_unsubscribed", Consent(FactKind.OptOut, channel));
        }
    }

    private static EventMeaning CustomProducts(string kind) => new(kind, EventShape.Products, FactKind.None);

    private static EventMeaning Message(FactKind kind, Channel channel) => EventMeaning.Of(kind, EventShape.Message, channel);

    private static EventMeaning Consent(FactKind kind, Channel channel) => EventMeaning.Of(kind, EventShape.Consent, channel);
}
