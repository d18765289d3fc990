using System.Text.Json;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Sources;

/// <summary>The lists of PrestaShop's web service, as JSON.</summary>
public static class PrestaShopLists
{
    /// <summary>The entries of a list: none when it is written <c>[]</c>, as an empty list is; null when the body is no such list.</summary>
    /// <param name="name">As <c>orders</c>.</param>
    public static IReadOnlyList<JsonElement>? Entries(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Array && body.GetArrayLength() == 0 ? []
        : body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;

    /// <summary>The shop's currencies by their numbers; a code that is none of ISO 4217 is left out.</summary>
    public static Dictionary<string, byte> Currencies(JsonElement body)
    {
        var currencies = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (JsonElement currency in Entries(body, "currencies") ?? [])
        {
            if (Member.Text(currency, "id") is { } id && CurrencySigns.TryFind(Member.Text(currency, "iso_code") ?? string.Empty, out byte found) && found != 0)
            {
                currencies[id] = found;
            }
        }

        return currencies;
    }

    /// <summary>When an entry last changed, as the shop writes it; null when it does not say.</summary>
    public static string? ChangedAt(JsonElement entry) => Member.Text(entry, "date_upd");
}
