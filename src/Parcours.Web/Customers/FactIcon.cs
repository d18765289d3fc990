using Parcours.Domain.Facts;

namespace Parcours.Web.Customers;

/// <summary>The drawing before a fact of a timeline. It says nothing that the words beside it do not.</summary>
public static class FactIcon
{
    /// <summary>The drawings, as paths in a square of 16.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["order"] = "M1 2h2l2 8h7l2-6H4M6 13.5a1 1 0 1 0 .1 0M11 13.5a1 1 0 1 0 .1 0",
        ["back"] = "M3 5h7a3 3 0 0 1 0 6H5M6 2 3 5l3 3",
        ["message"] = "M1 3h14v10H1zM1 3l7 6 7-6",
        ["visit"] = "M1 8s3-5 7-5 7 5 7 5-3 5-7 5-7-5-7-5M8 6a2 2 0 1 0 .1 0",
        ["person"] = "M8 2a3 3 0 1 0 .1 0M2 14c0-4 3-5 6-5s6 1 6 5",
        ["consent"] = "M8 1 2 3v5c0 4 3 6 6 7 3-1 6-3 6-7V3zM5 8l2 2 4-4",
        ["star"] = "m8 1 2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z",
        ["help"] = "M8 1a7 7 0 1 0 .1 0M6 6a2 2 0 1 1 3 2c-1 .5-1 1-1 2M8 12v.5",
        ["contract"] = "M3 1h7l3 3v11H3zM6 7h4M6 10h4",
        ["meeting"] = "M2 3h12v11H2zM2 7h12M5 1v3M11 1v3",
        ["note"] = "M2 14l1-4 8-8 3 3-8 8z",
        ["other"] = "M8 5a3 3 0 1 0 .1 0",
    };

    /// <summary>The drawing of a kind, by its name in files.</summary>
    public static string Of(string kind) => !FactKinds.TryFind(kind, out FactKind known) ? "other" : known switch
    {
        FactKind.Order or FactKind.OrderLine or FactKind.OrderAdjusted or FactKind.Cart or FactKind.Checkout or FactKind.CouponUsed or FactKind.Delivery => "order",
        FactKind.Refund or FactKind.Cancellation or FactKind.ProductReturn => "back",
        >= FactKind.MessageSent and <= FactKind.MessageAnswered => "message",
        >= FactKind.AdClick and <= FactKind.ProductView or FactKind.ContentDownloaded or FactKind.ProductUse => "visit",
        FactKind.AttributeChanged or FactKind.StageSet or FactKind.Registration or FactKind.Follow or FactKind.Unfollow or FactKind.Referral => "person",
        FactKind.OptIn or FactKind.OptOut => "consent",
        FactKind.SurveyAnswer or FactKind.Review or FactKind.Testimonial => "star",
        FactKind.Complaint or FactKind.ComplaintResolved or FactKind.SupportTicketOpened or FactKind.SupportTicketClosed => "help",
        FactKind.Note => "note",
        FactKind.Meeting or FactKind.Call or FactKind.Demo or FactKind.EventAttended or FactKind.AccountReview => "meeting",
        >= FactKind.TrialStarted and <= FactKind.SubscriptionEnded or FactKind.Quote or FactKind.Form => "contract",
        _ => "other",
    };
}
