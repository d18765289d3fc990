using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Engine.Identity;

namespace Parcours.Server.Sources.Pulling;

public sealed class WooCommercePullTests
{
    [Fact]
    public async Task Orders_are_read_on_from_the_last_change_and_customers_from_the_last_page()
    {
        var shop = new Shop();
        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("woocommerce", standIn.Address);

        await puller.PullAsync();
        await puller.PullAsync();

        Assert.Equal(5, puller.Count(FactKind.Order));
        Assert.Equal("order:500 order:500 order:500 order:500 order:500 registration:0", puller.Facts(IdentityKind.External, "shop:7"));
        Assert.Equal(
            [
                "/wp-json/wc/v3/customers?per_page=2&page=1&orderby=registered_date&order=asc",
                "/wp-json/wc/v3/orders?per_page=2&page=1&orderby=modified&order=asc&dates_are_gmt=true",
                "/wp-json/wc/v3/orders?per_page=2&page=1&orderby=modified&order=asc&dates_are_gmt=true&modified_after=2026-02-01T10:00:01",
                "/wp-json/wc/v3/orders?per_page=2&page=1&orderby=modified&order=asc&dates_are_gmt=true&modified_after=2026-02-01T10:00:02",
            ],
            standIn.Calls.Where((_, call) => call is 0 or 1 or 2 or 3));
    }

    [Fact]
    public async Task Order_that_changes_while_pages_are_read_hides_no_other()
    {
        var shop = new Shop();
        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("woocommerce", standIn.Address);
        standIn.Fail(shop.Answer, async context =>
        {
            await shop.Answer(context);
            shop.Orders[0] = shop.Orders[0] with { Second = 50 }; // the first order goes to the end: with pages by number, all others move up
        });

        await puller.PullAsync();

        Assert.Equal(5, puller.Count(FactKind.Order));
    }

    [Fact]
    public async Task More_orders_than_a_page_that_changed_in_one_second_are_all_read()
    {
        var shop = new Shop();
        for (int i = 0; i < shop.Orders.Count; i++)
        {
            shop.Orders[i] = shop.Orders[i] with { Second = 9 };
        }

        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("woocommerce", standIn.Address);

        await puller.PullAsync();

        Assert.Equal(5, puller.Count(FactKind.Order));
    }

    private sealed class Shop
    {
        internal List<(int Id, int Second)> Orders { get; } = [.. Enumerable.Range(1, 5).Select(id => (id, id))];

        internal Task Answer(HttpContext context)
        {
            Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("key:secret")), context.Request.Headers.Authorization);
            IQueryCollection query = context.Request.Query;
            int page = int.Parse(query["page"]!, CultureInfo.InvariantCulture);
            int size = int.Parse(query["per_page"]!, CultureInfo.InvariantCulture);
            bool isCustomers = context.Request.Path.Value!.EndsWith("customers", StringComparison.Ordinal);
            string after = query["modified_after"].FirstOrDefault() ?? "0";
            List<string> all = isCustomers
                ? ["""{"id":7,"email":"bob@mail.example","date_created_gmt":"2026-02-20T10:00:00","date_modified_gmt":"2026-02-20T10:00:00","first_name":"","last_name":"","billing":{}}"""]
                : [.. Orders.Where(order => string.CompareOrdinal(Time(order.Second), after) > 0).OrderBy(order => order.Second).ThenBy(order => order.Id).Select(Order)];
            context.Response.Headers["X-WP-Total"] = all.Count.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["X-WP-TotalPages"] = ((all.Count + size - 1) / size).ToString(CultureInfo.InvariantCulture);
            context.Response.ContentType = "application/json; charset=UTF-8";
            return context.Response.WriteAsync($"[{string.Join(',', all.Skip((page - 1) * size).Take(size))}]");
        }

        private static string Time(int second) => $"2026-02-01T10:00:{second:00}";

        private static string Order((int Id, int Second) order) => $$"""
            { "id": {{order.Id}}, "number": "{{order.Id}}", "status": "completed", "currency": "EUR", "total": "5.00", "customer_id": 7, "date_created_gmt": "2026-01-{{order.Id:00}}T10:00:00",
              "date_modified_gmt": "{{Time(order.Second)}}", "created_via": "checkout", "billing": { "email": "bob@mail.example", "phone": "" }, "line_items": [], "coupon_lines": [], "refunds": [] }
            """;
    }
}
