using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>The shop's products: always the same, whatever the seed, so that two shops can be compared.</summary>
internal static class Catalogue
{
    /// <summary>How many products a category has.</summary>
    public const int ProductsPerCategory = 25;

    private static readonly string[] Models =
    [
        "Margaux", "Camille", "Ondine", "Céleste", "Apolline", "Victor", "Honoré", "Colette", "Marius", "Simone",
        "Augustin", "Zélie", "Gaspard", "Flore", "Anatole", "Jeanne", "Basile", "Rosalie", "Oscar", "Hortense",
        "Lucien", "Suzanne", "Félix", "Blanche", "Émile",
    ];

    private static readonly string[] Finishes = ["lin", "écru", "indigo", "sauge", "terracotta"];

    /// <summary>The products, by category.</summary>
    public static IReadOnlyList<ShopProduct> Products { get; } = Make();

    /// <summary>Where a category's product is in <see cref="Products"/>.</summary>
    public static int PlaceOf(int category, int place) => (category * ProductsPerCategory) + place;

    private static ShopProduct[] Make()
    {
        var products = new List<ShopProduct>();
        for (int c = 0; c < ShopCategory.All.Count; c++)
        {
            ShopCategory category = ShopCategory.All[c];
            var draw = Draw.Of(0x5ABE, c, 0);
            for (int i = 0; i < ProductsPerCategory; i++)
            {
                string noun = category.Nouns[i % category.Nouns.Length];
                string name = $"{noun} {Models[(i + (7 * c)) % Models.Length]} {Finishes[(i / 5 * 2 + i) % Finishes.Length]}";
                double spread = draw.Unit() * draw.Unit(); // more cheap ones than dear ones
                int euros = category.LowPrice + (int)(spread * (category.HighPrice - category.LowPrice));
                int price = (euros * 100) + 90;
                products.Add(new(name, c, category.Sizes[draw.Below(category.Sizes.Length)], price, (int)(price * (category.CostShare + (0.1 * draw.Unit())))));
            }
        }

        return [.. products];
    }
}
