using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Sources.Pulling;

/// <summary>The orders and customers of a stand-in for Shopify: pages by cursor, the next one in the header Link, the bucket of calls in its own header.</summary>
internal sealed class ShopifyShop
{
    internal List<(int Id, DateTimeOffset Updated, string Total)> Orders { get; } =
        [.. Enumerable.Range(1, 5).Select(id => (id, new DateTimeOffset(2026, 2, id, 10, 0, 0, TimeSpan.Zero), "10.00"))];

    /// <summary>How full the bucket is said to be.</summary>
    internal string Calls { get; set; } = "1/40";

    internal Task Answer(HttpContext context)
    {
        string list = context.Request.Path.Value!.Split('/')[^1];
        Assert.Equal("key:secret", context.Request.Headers["X-Shopify-Access-Token"]);
        context.Response.Headers["X-Shopify-Shop-Api-Call-Limit"] = Calls;
        context.Response.Headers.Date = "Sun, 01 Mar 2026 12:00:00 GMT";
        context.Response.ContentType = "application/json; charset=utf-8";
        if (list == "customers.json")
        {
            return context.Response.WriteAsync("""{"customers":[{"id":7,"email":"bob@mail.example","created_at":"2026-01-10T18:30:56Z","updated_at":"2026-02-01T18:30:56Z","first_name":"Bob","last_name":null,"phone":null,"email_marketing_consent":null}]}""");
        }

        string? cursor = context.Request.Query["page_info"];
        string? since = context.Request.Query["updated_at_min"];
        int limit = int.Parse(context.Request.Query["limit"]!, CultureInfo.InvariantCulture);
        int from = cursor is null ? 0 : int.Parse(cursor.Split('.')[1], CultureInfo.InvariantCulture);
        string min = cursor is null ? since ?? "0" : cursor.Split('.')[0];
        DateTimeOffset first = min == "0" ? DateTimeOffset.MinValue : DateTimeOffset.Parse(min.Replace('_', ':'), CultureInfo.InvariantCulture);
        var all = Orders.Where(order => order.Updated >= first).OrderBy(order => order.Updated).ToList();
        if (from + limit < all.Count)
        {
            string next = $"{min.Replace(':', '_')}.{from + limit}";
            context.Response.Headers.Link = $"<http://{context.Request.Host}/admin/api/2025-07/orders.json?limit={limit}&page_info=before>; rel=\"previous\", <http://{context.Request.Host}/admin/api/2025-07/orders.json?limit={limit}&page_info={next}>; rel=\"next\"";
        }

        return context.Response.WriteAsync($"{{\"orders\":[{string.Join(',', all.Skip(from).Take(limit).Select(Order))}]}}");
    }

    private static string Order((int Id, DateTimeOffset Updated, string Total) order) => $$"""
        { "id": {{order.Id}}, "name": "#{{1000 + order.Id}}", "created_at": "2026-01-{{order.Id:00}}T10:00:00Z", "processed_at": "2026-01-{{order.Id:00}}T10:00:00Z",
          "updated_at": "{{order.Updated:yyyy-MM-dd'T'HH:mm:ss'Z'}}", "currency": "EUR", "total_price": "{{order.Total}}", "email": "bob@mail.example", "source_name": "web", "test": false,
          "customer": { "id": 7, "email": "bob@mail.example" }, "line_items": [], "discount_codes": [], "refunds": [] }
        """;
}
