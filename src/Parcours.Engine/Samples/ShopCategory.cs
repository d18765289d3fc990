namespace Parcours.Engine.Samples;

/// <summary>A category of the shop, and how its products are made up.</summary>
/// <param name="Name">Its French name.</param>
/// <param name="Popularity">Its weight among first lines of orders.</param>
/// <param name="Companions">The two categories bought with it, by place.</param>
/// <param name="InSales">Whether the sales cut its prices.</param>
/// <param name="ByWeight">Whether it sells by the kilogram.</param>
/// <param name="LowPrice">The lowest price, in euros.</param>
/// <param name="HighPrice">The highest price, in euros.</param>
/// <param name="CostShare">What a product costs the shop, as a share of its price.</param>
/// <param name="Nouns">What its products are.</param>
/// <param name="Sizes">The sizes its products come in.</param>
internal sealed record ShopCategory(
    string Name, int Popularity, (int First, int Second) Companions, bool InSales, bool ByWeight,
    int LowPrice, int HighPrice, double CostShare, string[] Nouns, string[] Sizes)
{
    /// <summary>The dozen.</summary>
    public static IReadOnlyList<ShopCategory> All { get; } =
    [
        new("Robes", 13, (1, 5), true, false, 39, 129, 0.38, ["Robe longue", "Robe courte", "Robe chemise", "Jupe plissée", "Combinaison"], ["36", "38", "40", "42", "44"]),
        new("Hauts", 16, (2, 3), true, false, 15, 69, 0.35, ["T-shirt", "Chemise", "Blouse", "Pull", "Cardigan"], ["S", "M", "L", "XL"]),
        new("Pantalons", 11, (1, 4), true, false, 35, 99, 0.36, ["Jean droit", "Pantalon large", "Chino", "Legging", "Short"], ["36", "38", "40", "42", "44"]),
        new("Manteaux", 5, (1, 6), true, false, 79, 249, 0.4, ["Manteau", "Doudoune", "Trench", "Veste", "Caban"], ["S", "M", "L", "XL"]),
        new("Chaussures", 10, (2, 5), true, false, 45, 159, 0.42, ["Baskets", "Bottines", "Sandales", "Mocassins", "Escarpins"], ["37", "38", "39", "40", "41", "42"]),
        new("Sacs", 6, (4, 6), true, false, 29, 189, 0.37, ["Sac à main", "Cabas", "Sac à dos", "Pochette", "Besace"], ["unique"]),
        new("Bijoux", 8, (5, 0), true, false, 12, 89, 0.3, ["Collier", "Bracelet", "Boucles d'oreilles", "Bague", "Broche"], ["unique"]),
        new("Linge de maison", 7, (8, 9), true, false, 19, 119, 0.41, ["Parure de lit", "Drap housse", "Serviettes", "Plaid", "Rideaux"], ["140 x 200", "160 x 200", "200 x 200"]),
        new("Décoration", 8, (7, 9), true, false, 9, 99, 0.39, ["Vase", "Bougie", "Miroir", "Coussin", "Lampe"], ["petit", "moyen", "grand"]),
        new("Cuisine", 7, (8, 10), false, false, 8, 139, 0.45, ["Casserole", "Théière", "Assiettes", "Couteau", "Saladier"], ["petit", "moyen", "grand"]),
        new("Thés et cafés", 9, (9, 11), false, true, 28, 96, 0.43, ["Thé vert", "Thé noir", "Infusion", "Café en grains", "Rooibos"], ["au poids"]),
        new("Beauté", 10, (6, 10), false, false, 7, 59, 0.28, ["Crème", "Savon", "Parfum", "Huile", "Baume"], ["50 ml", "100 ml", "200 ml"]),
    ];
}
