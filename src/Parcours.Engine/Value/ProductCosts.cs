using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Value;

/// <summary>What products cost, from the catalogue.</summary>
public static class ProductCosts
{
    /// <summary>By term: the cost of one unit in minor units of a currency; -1 when the catalogue does not say, or says it in another currency.</summary>
    public static long[] Of(IWorkspaceStore store, int terms, byte currency)
    {
        var costs = new long[terms];
        Array.Fill(costs, -1);
        foreach (StoredProduct product in store.Products())
        {
            if (product.Product < terms && product.Detail is { } detail && CostIn(detail, currency) is { } cost)
            {
                costs[product.Product] = cost;
            }
        }

        return costs;
    }

    private static long? CostIn(string detail, byte currency)
    {
        using var document = JsonDocument.Parse(detail);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("cost", out JsonElement cost) || cost.ValueKind != JsonValueKind.String
            || !decimal.TryParse(cost.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) || amount < 0)
        {
            return null;
        }

        bool same = !root.TryGetProperty("currency", out JsonElement code) || (Currencies.TryFind(code.GetString() ?? string.Empty, out byte own) && own == currency);
        return same ? Money.Round(amount, currency).Minor : null;
    }
}
