using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Parcours.Server.Sources.Pulling;

/// <summary>
/// WooCommerce's REST API, version 3 (WooCommerce 5.8 or later). Pages are numbers: what changes while they are read moves to the last of them, and shifts the others. So
/// each full page is followed by the first page of what changed since its last entry; numbers are only counted while a page ends in the second in which it began.
/// Customers cannot be asked by when they changed: new ones stand at the end of the list, which is read on from its last page.
/// </summary>
internal sealed class WooCommercePages(Uri address, string token, PullOptions options, TimeProvider time) : IShopPages
{
    private const string Times = "yyyy-MM-dd'T'HH:mm:ss";
    private const int MostOfPage = 100;

    private readonly ShopClient _client = new(options, time, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(token))), null);

    public IReadOnlyDictionary<string, byte> Currencies { get; } = new Dictionary<string, byte>();

    public async Task<PullPage> ReadAsync(bool isCustomers, PullCursor cursor, CancellationToken cancellation)
    {
        int page = cursor.Page is null ? 1 : int.Parse(cursor.Page, CultureInfo.InvariantCulture);
        int size = Math.Min(options.PageSize, MostOfPage);
        string query = isCustomers ? "orderby=registered_date&order=asc"
            : "orderby=modified&order=asc&dates_are_gmt=true" + (cursor.Since is null ? string.Empty : "&modified_after=" + Before(cursor.Since));
        int pages = 0;
        JsonElement body = await _client.GetAsync(
            new Uri(address, string.Create(CultureInfo.InvariantCulture, $"{address.AbsolutePath.TrimEnd('/')}/wp-json/wc/v3/{(isCustomers ? "customers" : "orders")}?per_page={size}&page={page}&{query}")),
            headers => pages = headers.TryGetValues("X-WP-TotalPages", out IEnumerable<string>? said) && int.TryParse(said.First(), CultureInfo.InvariantCulture, out int total) ? total : 0,
            cancellation);
        JsonElement[] entries = body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()] : throw new PullFault("The shop's answer is no list.");
        bool isLast = page >= pages && pages > 0 || entries.Length < size;
        if (isCustomers)
        {
            return new PullPage(entries, new PullCursor(null, (isLast ? Math.Max(1, page - (entries.Length == 0 ? 1 : 0)) : page + 1).ToString(CultureInfo.InvariantCulture)), isLast);
        }

        string? last = entries.Select(Modified).OfType<string>().LastOrDefault() ?? cursor.Since;
        bool moved = string.CompareOrdinal(last, cursor.Since) > 0;
        return new PullPage(entries, isLast || moved ? new PullCursor(last) : new PullCursor(last, (page + 1).ToString(CultureInfo.InvariantCulture)), isLast);
    }

    public void Dispose() => _client.Dispose();

    private static string? Modified(JsonElement order) => order.TryGetProperty("date_modified_gmt", out JsonElement time) && time.ValueKind == JsonValueKind.String ? time.GetString() : null;

    // The filter leaves out the second it names.
    private static string Before(string since) =>
        DateTime.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) && time > DateTime.UnixEpoch ? time.AddSeconds(-1).ToString(Times, CultureInfo.InvariantCulture) : "1970-01-01T00:00:00";
}
