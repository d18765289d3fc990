using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Sources;

namespace Parcours.Server.Sources.Pulling;

/// <summary>
/// PrestaShop's web service, as JSON. Lists are ordered by when their entries changed, and read on from the last one read: places are only counted while a page ends in
/// the second in which it began, so that what changes meanwhile shifts nothing. An empty list is written <c>[]</c>.
/// </summary>
internal sealed class PrestaShopPages(Uri address, string token, PullOptions options, TimeProvider time) : IShopPages
{
    private const string End = "9999-12-31 23:59:59";

    private readonly ShopClient _client = new(options, time, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(token + ":"))), null);
    private Dictionary<string, byte>? _currencies;

    public IReadOnlyDictionary<string, byte> Currencies => _currencies ?? [];

    public async Task<PullPage> ReadAsync(bool isCustomers, PullCursor cursor, CancellationToken cancellation)
    {
        if (!isCustomers && _currencies is null)
        {
            JsonElement list = await _client.GetAsync(Address("currencies?output_format=JSON&display=[id,iso_code]"), null, cancellation);
            _currencies = PrestaShopLists.Currencies(list);
        }

        string name = isCustomers ? "customers" : "orders";
        int from = cursor.Page is null ? 0 : int.Parse(cursor.Page, CultureInfo.InvariantCulture);
        string filter = cursor.Since is null ? string.Empty : $"&filter[date_upd]=[{cursor.Since},{End}]";
        JsonElement body = await _client.GetAsync(
            Address(string.Create(CultureInfo.InvariantCulture, $"{name}?output_format=JSON&display=full&date=1{filter}&sort=[date_upd_ASC,id_ASC]&limit={from},{options.PageSize}")), null, cancellation);
        IReadOnlyList<JsonElement> entries = PrestaShopLists.Entries(body, name) ?? throw new PullFault($"The shop's answer has no {name}.");
        string? last = entries.Select(PrestaShopLists.ChangedAt).OfType<string>().LastOrDefault() ?? cursor.Since;
        bool isLast = entries.Count < options.PageSize;
        bool moved = string.CompareOrdinal(last, cursor.Since) > 0;
        return new PullPage(entries, isLast || moved ? new PullCursor(last) : new PullCursor(last, (from + entries.Count).ToString(CultureInfo.InvariantCulture)), isLast);
    }

    public void Dispose() => _client.Dispose();

    private Uri Address(string rest) => new(address, $"{address.AbsolutePath.TrimEnd('/')}/api/{rest.Replace(" ", "%20", StringComparison.Ordinal)}");
}
