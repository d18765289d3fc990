using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Products;

/// <summary>The products of a workspace, by their terms.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<int, Product> _products;

    private Catalogue(Dictionary<int, Product> products) => _products = products;

    /// <summary>No product at all.</summary>
    public static Catalogue Empty { get; } = new([]);

    /// <summary>What is known of a product; <see cref="Product.Unknown"/> for a term that is none.</summary>
    public Product this[int term] => _products.GetValueOrDefault(term, Product.Unknown);

    /// <summary>The catalogue of a store.</summary>
    public static Catalogue Of(IWorkspaceStore store) => Of(store.Products());

    /// <summary>The catalogue that stored products make.</summary>
    public static Catalogue Of(IEnumerable<StoredProduct> products)
    {
        var read = new Dictionary<int, Product>();
        foreach (StoredProduct product in products)
        {
            if (product.Detail is { } detail)
            {
                read[product.Product] = Read(detail);
            }
        }

        return new(read);
    }

    private static Product Read(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        string Text(string name) => json.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;
        _ = Currencies.TryFind(Text("currency"), out byte currency);
        Money? Amount(string name) =>
            currency != 0 && decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) ? Money.Round(amount, currency) : null;
        return new(Text("name"), Text("size"), IsInStock(Text("stock")), Amount("price"), Amount("cost"));
    }

    private static bool IsInStock(string stock) =>
        decimal.TryParse(stock.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal left) ? left > 0
        : HeaderText.Plain(stock) is not ("outofstock" or "soldout" or "unavailable" or "rupture" or "enrupture" or "rupturedestock" or "epuise" or "indisponible")
            && YesNo.Read(stock) != false;
}
