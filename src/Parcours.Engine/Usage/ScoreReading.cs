using Parcours.Domain.Facts;

namespace Parcours.Engine.Usage;

/// <summary>What the scores look at.</summary>
internal static class ScoreReading
{
    private static readonly FactKind[] _orders = [FactKind.Order, FactKind.OrderAdjusted, FactKind.Refund, FactKind.Cancellation];

    private static readonly FactKind[] _features =
    [
        .. _orders, FactKind.OrderLine, FactKind.ProductReturn, FactKind.CouponUsed, FactKind.MessageSent, FactKind.MessageClicked, FactKind.OptOut, FactKind.Complaint, FactKind.SupportTicketOpened,
        FactKind.Referral, FactKind.Meeting, FactKind.Call, FactKind.ProductUse, FactKind.Review, FactKind.SurveyAnswer, FactKind.TrialStarted, FactKind.TrialEnded, FactKind.SubscriptionStarted,
        FactKind.SubscriptionRenewed, FactKind.SubscriptionEnded, FactKind.Contract, FactKind.Visit, FactKind.StoreVisit, FactKind.ProductView, FactKind.Cart,
    ];

    /// <summary>Every score.</summary>
    public static IReadOnlyList<DataUser> All { get; } =
    [
        DataUser.Of("churn", new("Churn", "Attrition"), _features.Select(FactKinds.NameOf)),
        DataUser.Of("value", new("Customer value", "Valeur vie client"), _orders.Select(FactKinds.NameOf)),
        DataUser.Of("timing", new("Next order", "Prochaine commande"), _orders.Select(FactKinds.NameOf)),
        DataUser.Of("next-need", new("Next need", "Prochain besoin"), _orders.Append(FactKind.OrderLine).Select(FactKinds.NameOf)),
        DataUser.Of("win-back", new("Win-back", "Réactivation"), _features.Append(FactKind.Assignment).Select(FactKinds.NameOf)),
    ];
}
