using System.Globalization;
using Parcours.Domain.Features;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments.Quality;

/// <summary>Something by which customers are held against each other, with the words for standing high or low in it.</summary>
/// <param name="Feature">What is read of the history.</param>
/// <param name="Condition">The language's condition on it, with {0} for the comparison and {1} for the number; null when the language has none.</param>
/// <param name="High">What those high in it are called.</param>
/// <param name="Low">What those low in it are called.</param>
public sealed record CustomerIndicator(Feature Feature, string? Condition, LocalText High, LocalText Low)
{
    /// <summary>All of them. Homogeneity is measured on them, and groups are looked for among them.</summary>
    public static IReadOnlyList<CustomerIndicator> All { get; } =
    [
        Of("days_since_last_order", "silence(order) {0} {1} days", new("silent for long", "sans commande depuis longtemps"), new("bought lately", "commande récente")),
        Of("orders", "orders {0} {1}", new("frequent buyers", "acheteurs fréquents"), new("occasional buyers", "acheteurs occasionnels")),
        Of("spend", "spend {0} {1}", new("much spent", "grosses dépenses"), new("little spent", "petites dépenses")),
        Of("average_basket", "average_basket {0} {1}", new("large baskets", "gros paniers"), new("small baskets", "petits paniers")),
        Of("own_rhythm_days", null, new("orders far apart", "commandes espacées"), new("orders close together", "commandes rapprochées")),
        Of("coupons_365d", "count(coupon_used within 365 days) {0} {1}", new("many coupons", "beaucoup de bons de réduction"), new("few coupons", "peu de bons de réduction")),
        Of("web_share", "count(order where channel in (web, app, marketplace)) {0} {1} * orders", new("mostly online", "surtout en ligne"), new("mostly in stores", "surtout en magasin")),
        Of("visits_90d", "count(visit, store_visit within 90 days) {0} {1}", new("many visits", "visites fréquentes"), new("few visits", "visites rares")),
        Of("clicks_90d", "count(message_clicked within 90 days) {0} {1}", new("many clicks", "clics fréquents"), new("few clicks", "clics rares")),
        Of("last_nps", "last(survey_answer where item = 'nps') {0} {1}", new("would recommend", "prêts à recommander"), new("would not recommend", "peu enclins à recommander")),
    ];

    /// <summary>The condition with a comparison and a number; null when the language has none.</summary>
    public string? Where(string comparison, double number) =>
        Condition is null ? null : string.Format(CultureInfo.InvariantCulture, Condition, comparison, number.ToString("0.##", CultureInfo.InvariantCulture));

    private static CustomerIndicator Of(string feature, string? condition, LocalText high, LocalText low) =>
        new(FeatureList.All.First(known => known.Id == feature), condition, high, low);
}
