using Parcours.Engine.Workspaces;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>The catalogue, which imports fill when they are sealed.</summary>
internal static class ProductTable
{
    private const string Select = "SELECT product, detail FROM products ORDER BY product";

    /// <summary>Every product something is known of.</summary>
    internal static IReadOnlyList<StoredProduct> Read(Database database)
    {
        var products = new List<StoredProduct>();
        using Statement select = database.Prepare(Select);
        while (select.Step())
        {
            products.Add(new StoredProduct(select.Int32(0), select.Text(1)));
        }

        return products;
    }
}
