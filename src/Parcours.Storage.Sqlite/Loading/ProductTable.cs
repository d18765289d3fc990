using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>What the catalogue says of products.</summary>
internal static class ProductTable
{
    private const string SelectDetails = "SELECT product, detail FROM products WHERE detail IS NOT NULL ORDER BY product";

    /// <summary>The products of which more is known than their category.</summary>
    internal static IReadOnlyList<(int Product, string Detail)> Details(Database database)
    {
        var details = new List<(int, string)>();
        using Statement select = database.Prepare(SelectDetails);
        while (select.Step())
        {
            details.Add((select.Int32(0), select.Text(1)!));
        }

        return details;
    }
}
