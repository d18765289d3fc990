using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parcours.Server.Sources.Pulling;

/// <summary>
/// Shopify's REST Admin API. The link to the next page is in the header Link, and holds a cursor of Shopify's own. The header X-Shopify-Shop-Api-Call-Limit says how full
/// the bucket of calls is: it leaks two a second, and is never filled.
/// </summary>
internal sealed partial class ShopifyPages(Uri address, string token, PullOptions options, TimeProvider time) : IShopPages
{
    private const string Version = "2025-07";
    private const string Times = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const double LeakPerSecond = 2;

    // What changes while pages are read may land on a page already read: each round begins a little before the last one began.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly ShopClient _client = new(options, time, null, ("X-Shopify-Access-Token", token));

    public IReadOnlyDictionary<string, byte> Currencies { get; } = new Dictionary<string, byte>();

    public async Task<PullPage> ReadAsync(bool isCustomers, PullCursor cursor, CancellationToken cancellation)
    {
        string list = isCustomers ? "customers" : "orders";
        string query = cursor.Page is { } page ? $"limit={options.PageSize}&page_info={Uri.EscapeDataString(page)}"
            : string.Create(CultureInfo.InvariantCulture, $"limit={options.PageSize}&order=updated_at+asc{(isCustomers ? string.Empty : "&status=any")}{(cursor.Since is null ? string.Empty : "&updated_at_min=" + Uri.EscapeDataString(cursor.Since))}");
        string? next = null;
        double wait = 0;
        JsonElement body;
        try
        {
            body = await _client.GetAsync(new Uri(address, $"/admin/api/{Version}/{list}.json?{query}"), headers =>
            {
                next = Next(headers);
                wait = Wait(headers);
            },
            cancellation);
        }
        catch (PullFault fault) when (cursor.Page is not null && fault.Status is 400 or 422)
        {
            // A cursor that grew too old: the round begins anew.
            return new PullPage([], cursor with { Page = null, Mark = null }, IsLast: false);
        }

        string mark = cursor.Mark ?? (_client.ShopTime - Overlap).UtcDateTime.ToString(Times, CultureInfo.InvariantCulture);
        if (wait > 0)
        {
            await _client.WaitAsync(TimeSpan.FromSeconds(wait), cancellation);
        }

        JsonElement[] entries = body.TryGetProperty(list, out JsonElement found) && found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : throw new PullFault($"The shop's answer has no {list}.");
        return next is null ? new PullPage(entries, new PullCursor(mark), IsLast: true) : new PullPage(entries, new PullCursor(cursor.Since, next, mark), IsLast: false);
    }

    public void Dispose() => _client.Dispose();

    private static string? Next(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out IEnumerable<string>? links) && NextLink().Match(string.Join(", ", links)) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;

    /// <summary>How long to wait for the bucket to be half empty again, once it is three quarters full.</summary>
    private static double Wait(HttpResponseHeaders headers)
    {
        string[] parts = headers.TryGetValues("X-Shopify-Shop-Api-Call-Limit", out IEnumerable<string>? said) ? said.First().Split('/') : [];
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int used) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int size) && used >= size * 0.75
            ? Math.Min(60, (used - (size / 2)) / LeakPerSecond) : 0;
    }

    [GeneratedRegex("[?&]page_info=([^&>]+)[^>]*>; *rel=\"?next\"?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NextLink();
}
