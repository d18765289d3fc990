using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>What is known of products while an import runs, so that only news is written.</summary>
internal sealed class ProductMap
{
    private const string Select = "SELECT product, category, detail FROM products WHERE id <= ?1 ORDER BY id";

    private readonly Dictionary<int, (int Category, string? Detail)> _known = [];

    /// <summary>The products up to the marks.</summary>
    internal static ProductMap Load(Database database, Marks marks)
    {
        var map = new ProductMap();
        using Statement products = database.Prepare(Select).Bind(1, marks.Products);
        while (products.Step())
        {
            map.Learn(products.Int32(0), products.Int32(1), products.Text(2));
        }

        return map;
    }

    /// <summary>Takes note of a word on a product; a category of 0 and a null detail leave what was known.</summary>
    /// <returns>Whether it said anything new.</returns>
    internal bool Learn(int product, int category, string? detail)
    {
        bool isKnown = _known.TryGetValue(product, out (int Category, string? Detail) before);
        var after = (category == 0 ? before.Category : category, detail ?? before.Detail);
        _known[product] = after;
        return !isKnown || before != after;
    }
}
