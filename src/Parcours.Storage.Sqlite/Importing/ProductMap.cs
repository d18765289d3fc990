using Parcours.Engine.Import;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// What an import says of products. It is kept in memory and written when the import is sealed: only the last word on a product counts,
/// and a file read again, whole or after an interruption, says the same in the end.
/// </summary>
internal sealed class ProductMap
{
    private const string Select = "SELECT product, category, detail FROM products";

    private const string SelectOne = "SELECT category, detail FROM products WHERE product = ?1";

    private const string Upsert = """
        INSERT INTO products (product, category, detail) VALUES (?1, ?2, ?3)
        ON CONFLICT (product) DO UPDATE SET category = excluded.category, detail = excluded.detail
        """;

    private readonly Dictionary<int, (int Category, string? Detail)> _stored = [];
    private readonly Dictionary<int, (int Category, string? Detail)> _said = [];

    /// <summary>Whether the store would change.</summary>
    internal bool HasNews => _said.Any(IsNews);

    /// <summary>The products of the store.</summary>
    internal static ProductMap Load(Database database)
    {
        var map = new ProductMap();
        using Statement products = database.Prepare(Select);
        while (products.Step())
        {
            map._stored.Add(products.Int32(0), (products.Int32(1), products.Text(2)));
        }

        return map;
    }

    /// <summary>Takes note of a word on a product; a category of 0 and a null detail leave what was known.</summary>
    internal void Learn(int product, int category, string? detail)
    {
        if (!_said.TryGetValue(product, out (int Category, string? Detail) before))
        {
            _stored.TryGetValue(product, out before);
        }

        _said[product] = (category == 0 ? before.Category : category, ProductDetail.Merge(before.Detail, detail));
    }

    /// <summary>Writes what is new, in the open transaction.</summary>
    internal void Write(Database database)
    {
        using Statement upsert = database.Prepare(Upsert);
        foreach ((int product, (int category, string? detail)) in _said.Where(IsNews).OrderBy(said => said.Key))
        {
            upsert.Bind(1, product).Bind(2, category).Bind(3, detail).Run();
        }
    }

    /// <summary>Writes words on products as they come, in the open transaction.</summary>
    internal static void WriteAll(Database database, IEnumerable<(int Product, int Category, string? Detail)> said)
    {
        using Statement select = database.Prepare(SelectOne);
        using Statement upsert = database.Prepare(Upsert);
        foreach ((int product, int category, string? detail) in said)
        {
            (int Category, string? Detail) before = select.Bind(1, product).Step() ? (select.Int32(0), select.Text(1)) : (0, null);
            select.Reset();
            upsert.Bind(1, product).Bind(2, category == 0 ? before.Category : category).Bind(3, ProductDetail.Merge(before.Detail, detail)).Run();
        }
    }

    private bool IsNews(KeyValuePair<int, (int Category, string? Detail)> said) =>
        !_stored.TryGetValue(said.Key, out (int Category, string? Detail) stored) || stored != said.Value;
}
