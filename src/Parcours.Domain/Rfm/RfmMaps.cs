using System.Collections.Immutable;

namespace Parcours.Domain.Rfm;

/// <summary>
/// The maps the product knows, with the same cuts as the lifecycles rfm-10, shopify-rfm and klaviyo-rfm. Vendors publish their groups' names,
/// not their cuts: Shopify's and Klaviyo's below are ours.
/// </summary>
public static class RfmMaps
{
    /// <summary>The classic map of recency by frequency, in quintiles: ten segments.</summary>
    public static RfmMap Classic { get; } = new("rfm-10", 5, Groups(
        "champions|Champions|Champions", "loyal|Loyal customers|Clients fidèles", "potential-loyalists|Potential loyalists|Fidèles en puissance", "new|New customers|Nouveaux clients",
        "promising|Promising|Prometteurs", "need-attention|Need attention|À surveiller", "about-to-sleep|About to sleep|Sur le point de s'endormir",
        "cannot-lose|Can't lose|À ne pas perdre", "at-risk|At risk|À risque", "hibernating|Hibernating|En hibernation"), NoOrder, ClassicGroup);

    /// <summary>Shopify's groups, in quintiles; <c>FM = (F + M) / 2</c>.</summary>
    public static RfmMap Shopify { get; } = new("shopify", 5, Groups(
        "champions|Champions|Champions", "loyal|Loyal|Fidèles", "active|Active|Actifs", "new|New|Nouveaux", "promising|Promising|Prometteurs",
        "needs-attention|Needs attention|À surveiller", "previously-loyal|Previously loyal|Anciens fidèles", "at-risk|At risk|À risque",
        "almost-lost|Almost lost|Presque perdus", "dormant|Dormant|Dormants"), new("prospects", new("Prospects", "Prospects")), ShopifyGroup);

    /// <summary>Klaviyo's groups, in terciles.</summary>
    public static RfmMap Klaviyo { get; } = new("klaviyo", 3, Groups(
        "champions|Champions|Champions", "loyal|Loyal|Fidèles", "recent|Recent|Récents", "needs-attention|Needs attention|À surveiller",
        "at-risk|At risk|À risque", "inactive|Inactive|Inactifs"), NoOrder, KlaviyoGroup);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RfmMap> All { get; } = [Classic, Shopify, Klaviyo];

    /// <summary>The map of an identifier; null when there is none.</summary>
    public static RfmMap? Find(string id) => All.FirstOrDefault(map => map.Id == id);

    private static RfmGroup NoOrder => new("no-order", new("No order", "Sans commande"));

    private static int ClassicGroup(int recency, int frequency, int money) => (recency, frequency) switch
    {
        (5, >= 4) => 0,
        ( >= 3, >= 4) => 1,
        ( >= 4, >= 2) => 2,
        (5, _) => 3,
        (4, _) => 4,
        (3, 3) => 5,
        (3, _) => 6,
        (_, 5) => 7,
        (_, >= 3) => 8,
        _ => 9,
    };

    // Twice FM, so that it is a whole number: 8 is FM = 4.
    private static int ShopifyGroup(int recency, int frequency, int money) => (recency, frequency + money) switch
    {
        (5, >= 8) => 0,
        ( >= 3, >= 8) => 1,
        ( >= 4, >= 5) => 2,
        (5, _) => 3,
        (4, _) => 4,
        (3, _) => 5,
        (_, >= 8) => 6,
        (_, >= 5) => 7,
        (2, _) => 8,
        _ => 9,
    };

    private static int KlaviyoGroup(int recency, int frequency, int money) => (recency, frequency, money) switch
    {
        (3, 3, 3) => 0,
        ( >= 2, >= 2, _) => 1,
        (3, _, _) => 2,
        (2, _, _) => 3,
        (_, >= 2, _) or (_, _, >= 2) => 4,
        _ => 5,
    };

    private static ImmutableArray<RfmGroup> Groups(params string[] groups) =>
        [.. groups.Select(group => group.Split('|')).Select(parts => new RfmGroup(parts[0], new(parts[1], parts[2])))];
}
