using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Engine.Identity;

namespace Parcours.Server.Sources.Pulling;

public sealed class PrestaShopPullTests
{
    [Fact]
    public async Task Orders_find_the_customer_and_the_currency_by_their_numbers()
    {
        await using StandIn standIn = await StandIn.StartAsync(new Shop().Answer);
        using var puller = new Puller("prestashop", standIn.Address);

        Assert.Null((await puller.PullAsync()).Fault);

        Assert.Equal("order:5520 order_line:4780 order:5520 order_line:4780 order:5520 order_line:4780 registration:0 opt_in:0", puller.Facts(IdentityKind.Email, "bob@mail.example"));
        Assert.Equal(
            [
                "/api/customers?output_format=JSON&display=full&date=1&sort=[date_upd_ASC,id_ASC]&limit=0,2",
                "/api/currencies?output_format=JSON&display=[id,iso_code]",
                "/api/orders?output_format=JSON&display=full&date=1&sort=[date_upd_ASC,id_ASC]&limit=0,2",
                "/api/orders?output_format=JSON&display=full&date=1&filter[date_upd]=[2026-02-01 10:00:02,9999-12-31 23:59:59]&sort=[date_upd_ASC,id_ASC]&limit=0,2",
                "/api/orders?output_format=JSON&display=full&date=1&filter[date_upd]=[2026-02-01 10:00:03,9999-12-31 23:59:59]&sort=[date_upd_ASC,id_ASC]&limit=0,2",
            ],
            standIn.Calls);
    }

    [Fact]
    public async Task Nothing_new_is_an_empty_list_and_no_fault()
    {
        await using StandIn standIn = await StandIn.StartAsync(new Shop().Answer);
        using var puller = new Puller("prestashop", standIn.Address, with: request => request with { Since = new DateOnly(2030, 1, 1) });

        Assert.Null((await puller.PullAsync()).Fault);

        Assert.Equal(0, puller.Count(FactKind.Order));
        Assert.Contains("filter[date_upd]=[2030-01-01 00:00:00,9999-12-31 23:59:59]", standIn.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_in_the_middle_of_a_backfill_loses_and_doubles_nothing()
    {
        var shop = new Shop();
        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("prestashop", standIn.Address, new PullOptions { PageSize = 2, Retries = 1 });
        standIn.Fail(shop.Answer, shop.Answer, shop.Answer, StandIn.Cut, StandIn.Broken);

        Assert.NotNull((await puller.PullAsync()).Fault);
        Assert.Equal(2, puller.Count(FactKind.Order));
        puller.Restart();
        Assert.Null((await puller.PullAsync()).Fault);

        Assert.Equal(3, puller.Count(FactKind.Order));
    }

    private sealed class Shop
    {
        internal Task Answer(HttpContext context)
        {
            Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("key:secret:")), context.Request.Headers.Authorization);
            string list = context.Request.Path.Value!.Split('/')[^1];
            context.Response.ContentType = "application/json;charset=utf-8";
            if (list == "currencies")
            {
                return context.Response.WriteAsync("""{"currencies":[{"id":1,"iso_code":"EUR"}]}""");
            }

            string since = context.Request.Query["filter[date_upd]"].FirstOrDefault()?.Trim('[', ']').Split(',')[0] ?? "0";
            int[] limit = [.. context.Request.Query["limit"].ToString().Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            List<(string Time, string Json)> all = list == "customers" ? [("2026-02-20 10:00:00", Customer)] : [.. Enumerable.Range(1, 3).Select(id => ($"2026-02-01 10:00:0{id}", Order(id)))];
            string[] found = [.. all.Where(entry => string.CompareOrdinal(entry.Time, since) >= 0).Skip(limit[0]).Take(limit[1]).Select(entry => entry.Json)];
            return context.Response.WriteAsync(found.Length == 0 ? "[]" : $"{{\"{list}\":[{string.Join(',', found)}]}}");
        }

        private const string Customer = """
            { "id": 7, "id_default_group": "3", "newsletter_date_add": "2026-02-20 10:00:00", "last_passwd_gen": "2026-02-20 04:00:00", "secure_key": "x", "deleted": "0", "passwd": "x",
              "lastname": "Norman", "firstname": "Bob", "email": "bob@mail.example", "newsletter": "1", "optin": "0", "birthday": "0000-00-00", "active": "1", "is_guest": "0",
              "date_add": "2026-02-20 10:00:00", "date_upd": "2026-02-20 10:00:00" }
            """;

        private static string Order(int id) => $$"""
            { "id": {{id}}, "id_cart": "5", "id_currency": "1", "id_customer": "7", "current_state": "2", "module": "ps_wirepayment", "valid": "1", "date_add": "2026-01-0{{id}} 10:00:00",
              "date_upd": "2026-02-01 10:00:0{{id}}", "payment": "Bank wire", "total_paid": "55.200000", "total_paid_tax_incl": "55.200000", "total_paid_real": "55.200000", "reference": "XKBK{{id}}",
              "associations": { "order_rows": [ { "id": "5", "product_id": "1", "product_attribute_id": "0", "product_quantity": "2", "product_name": "Hummingbird t-shirt",
              "product_reference": "demo_1", "product_price": "19.920000", "unit_price_tax_incl": "23.900000", "unit_price_tax_excl": "19.920000" } ] } }
            """;
    }
}
