using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Headers and names that several figures share.</summary>
internal static class CommonWords
{
    public static readonly LocalText Stage = new("Stage", "Phase");
    public static readonly LocalText Customers = new("Customers", "Clients");
    public static readonly LocalText Share = new("Share", "Part");
    public static readonly LocalText YearEarlier = new("A year earlier", "Un an plus tôt");
    public static readonly LocalText Change = new("Change", "Évolution");
    public static readonly LocalText Orders = new("Orders", "Commandes");
    public static readonly LocalText Total = new("Total", "Total");
    public static readonly LocalText YearEarlierIs = new("a year earlier: {0}", "un an plus tôt\u00a0: {0}");
    public static readonly LocalText CustomersAre = new("{0} customers", "{0} clients");
}
