using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;
using static Parcours.Domain.Features.FeatureUnit;

namespace Parcours.Domain.Features;

/// <summary>
/// Every feature of a customer. Windows count local days back from the date, that day included; orders are those that count at the date
/// (cancelled and fully refunded ones are out), spend is net. What never happened is missing, not zero, where a delay or a mean is asked.
/// </summary>
public static class FeatureList
{
    /// <summary>The features, in the order of the columns.</summary>
    public static ImmutableArray<Feature> All { get; } =
    [
        Of("days_since_last_order", Days, "days since the last order", "jours depuis la dernière commande"),
        Of("days_since_first_order", Days, "days since the first order", "jours depuis la première commande"),
        Of("tenure_days", Days, "days since first known", "jours depuis le premier contact"),
        Of("orders", Count, "orders", "commandes"),
        Of("purchase_days", Count, "days with an order", "jours avec une commande"),
        Of("orders_30d", Count, "orders in 30 days", "commandes en 30 jours"),
        Of("orders_90d", Count, "orders in 90 days", "commandes en 90 jours"),
        Of("orders_180d", Count, "orders in 180 days", "commandes en 180 jours"),
        Of("orders_365d", Count, "orders in a year", "commandes en un an"),
        Of("orders_same_season", Count, "orders in the coming 90 days of last year", "commandes dans les 90 jours à venir de l'an dernier"),
        Of("spend", Money, "net spend", "dépense nette"),
        Of("spend_90d", Money, "net spend in 90 days", "dépense nette en 90 jours"),
        Of("spend_365d", Money, "net spend in a year", "dépense nette en un an"),
        Of("average_basket", Money, "average basket", "panier moyen"),
        Of("last_basket", Money, "last basket", "dernier panier"),
        Of("basket_trend", Ratio, "last three baskets against those before", "trois derniers paniers par rapport aux précédents"),
        Of("own_rhythm_days", Days, "usual days between orders", "jours habituels entre deux commandes"),
        Of("last_gap_days", Days, "days between the last two orders", "jours entre les deux dernières commandes"),
        Of("gap_variation", Ratio, "irregularity of the rhythm", "irrégularité du rythme"),
        Of("silence_ratio", Ratio, "silence against the own rhythm", "silence par rapport au rythme propre"),
        Of("categories", Count, "categories bought", "catégories achetées"),
        Of("favourite_share", Share, "share of the favourite category", "part de la catégorie favorite"),
        Of("lines_per_order", Ratio, "lines an order", "lignes par commande"),
        Of("web_share", Share, "share of orders made online", "part des commandes en ligne"),
        Of("coupons_365d", Count, "coupons used in a year", "coupons utilisés en un an"),
        Of("visits_30d", Count, "visits in 30 days", "visites en 30 jours"),
        Of("visits_90d", Count, "visits in 90 days", "visites en 90 jours"),
        Of("days_since_visit", Days, "days since the last visit", "jours depuis la dernière visite"),
        Of("product_views_90d", Count, "products looked at in 90 days", "produits vus en 90 jours"),
        Of("carts_90d", Count, "carts in 90 days", "paniers remplis en 90 jours"),
        Of("engagement_30d", Count, "reactions in 30 days", "réactions en 30 jours"),
        Of("engagement_90d", Count, "reactions in 90 days", "réactions en 90 jours"),
        Of("days_since_engagement", Days, "days since the last reaction", "jours depuis la dernière réaction"),
        Of("days_since_activity", Days, "days since the last sign of life", "jours depuis le dernier signe d'activité"),
        Of("messages_90d", Count, "marketing messages in 90 days", "messages marketing en 90 jours"),
        Of("clicks_90d", Count, "clicks in 90 days", "clics en 90 jours"),
        Of("days_since_click", Days, "days since the last click", "jours depuis le dernier clic"),
        Of("opt_outs", Count, "permissions withdrawn", "consentements retirés"),
        Of("complaints_365d", Count, "complaints in a year", "réclamations en un an"),
        Of("days_since_complaint", Days, "days since the last complaint", "jours depuis la dernière réclamation"),
        Of("returns_365d", Count, "returns and refunds in a year", "retours et remboursements en un an"),
        Of("tickets_180d", Count, "support tickets in 180 days", "demandes au support en 180 jours"),
        Of("last_nps", Score, "last recommendation score", "dernière note de recommandation"),
        Of("last_satisfaction", Score, "last satisfaction score", "dernière note de satisfaction"),
        Of("last_review", Score, "last review's stars", "étoiles du dernier avis"),
        Of("referrals", Count, "people referred", "personnes parrainées"),
        Of("contacts_180d", Count, "meetings and calls in 180 days", "rendez-vous et appels en 180 jours"),
        Of("product_use_30d", Count, "uses of the product in 30 days", "utilisations du produit en 30 jours"),
        Of("product_use_90d", Count, "uses of the product in 90 days", "utilisations du produit en 90 jours"),
        Of("renewals", Count, "renewals", "renouvellements"),
        Of("days_to_end", Days, "days to the end of what runs (subscription, trial, contract)", "jours avant la fin de l'abonnement, de l'essai ou du contrat"),
    ];

    private static Feature Of(string id, FeatureUnit unit, string en, string fr) => new(id, new LocalText(en, fr), unit);
}
