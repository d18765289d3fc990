using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Engine.Identity;

namespace Parcours.Server.Sources.Pulling;

public sealed class ShopifyPullTests
{
    private const string Five = "registration:0 order:1000 order:1000 order:1000 order:1000 order:1000";

    [Fact]
    public async Task All_pages_are_read_and_then_only_what_changed()
    {
        var shop = new ShopifyShop();
        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("shopify", standIn.Address);

        PullState state = await puller.PullAsync();

        Assert.Null(state.Fault);
        Assert.Equal(FiveSorted(), puller.Facts(IdentityKind.Email, "bob@mail.example"));
        Assert.Equal(
            [
                "/admin/api/2025-07/customers.json?limit=2&order=updated_at+asc",
                "/admin/api/2025-07/orders.json?limit=2&order=updated_at+asc&status=any",
                "/admin/api/2025-07/orders.json?limit=2&page_info=0.2",
                "/admin/api/2025-07/orders.json?limit=2&page_info=0.4",
            ],
            standIn.Calls);

        shop.Orders[0] = shop.Orders[0] with { Updated = new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero), Total = "8.00" };
        await puller.PullAsync();

        Assert.Equal("/admin/api/2025-07/orders.json?limit=2&order=updated_at+asc&status=any&updated_at_min=2026-03-01T11:58:00Z", standIn.Calls[^1]);
        Assert.Equal(5, puller.Count(FactKind.Order));
        Assert.Equal(1, puller.Count(FactKind.OrderAdjusted));
    }

    [Fact]
    public async Task Shop_that_is_asked_too_often_is_asked_again_when_it_says()
    {
        await using StandIn standIn = await StandIn.StartAsync(new ShopifyShop().Answer);
        using var puller = new Puller("shopify", standIn.Address);
        standIn.Fail(StandIn.TooOften, StandIn.TooOften, StandIn.Broken, StandIn.Cut);

        PullState state = await puller.PullAsync();

        Assert.Null(state.Fault);
        Assert.Equal(5, puller.Count(FactKind.Order));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)], puller.Time.Waits.Where(wait => wait.TotalSeconds < 60).Take(2));
        Assert.Equal(8, standIn.Calls.Count);
    }

    [Fact]
    public async Task Bucket_that_fills_up_is_left_to_leak()
    {
        var shop = new ShopifyShop { Calls = "36/40" };
        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("shopify", standIn.Address);

        await puller.PullAsync();

        Assert.Equal(4, puller.Time.Waits.Count(wait => wait == TimeSpan.FromSeconds(8)));
    }

    [Fact]
    public async Task Shop_that_stays_away_leaves_its_fault_and_goes_on_the_next_time()
    {
        var shop = new ShopifyShop();
        await using StandIn standIn = await StandIn.StartAsync(shop.Answer);
        using var puller = new Puller("shopify", standIn.Address, new PullOptions { PageSize = 2, Retries = 2 });
        standIn.Fail(shop.Answer, shop.Answer, StandIn.Broken, StandIn.Broken, StandIn.Cut);

        PullState state = await puller.PullAsync();

        Assert.NotNull(state.Fault);
        Assert.Equal(2, puller.Count(FactKind.Order));
        puller.Restart();
        Assert.Null((await puller.PullAsync()).Fault);
        Assert.Equal(5, puller.Count(FactKind.Order));
        Assert.Equal("/admin/api/2025-07/orders.json?limit=2&page_info=0.2", standIn.Calls[^2]);
    }

    [Fact]
    public async Task Kill_between_a_page_and_its_cursor_reads_the_page_again_and_doubles_nothing()
    {
        await using StandIn standIn = await StandIn.StartAsync(new ShopifyShop().Answer);
        using var puller = new Puller("shopify", standIn.Address);
        await puller.PullAsync();

        puller.Forget(new PullState { Customers = new PullCursor(null), Orders = new PullCursor(null, "0.2", "2026-03-01T11:58:00Z") });
        puller.Restart();
        PullState state = await puller.PullAsync();

        Assert.Equal(4, state.Entries); // the customer and orders 3 to 5
        Assert.Equal(FiveSorted(), puller.Facts(IdentityKind.Email, "bob@mail.example"));
    }

    [Fact]
    public async Task Cursor_that_grew_too_old_begins_the_round_anew()
    {
        await using StandIn standIn = await StandIn.StartAsync(new ShopifyShop().Answer);
        using var puller = new Puller("shopify", standIn.Address);
        puller.Forget(new PullState { Customers = new PullCursor(null), Orders = new PullCursor(null, "0.2", "2026-03-01T11:58:00Z") });
        standIn.Fail(new ShopifyShop().Answer, context =>
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync("""{"errors":{"page_info":"Invalid value."}}""");
        });

        await puller.PullAsync();

        Assert.Equal(5, puller.Count(FactKind.Order));
    }

    [Theory]
    [InlineData(401, "refuses the token")]
    [InlineData(302, "no redirection is followed")]
    public async Task Answer_that_no_retry_mends_is_told_at_once(int status, string words)
    {
        await using StandIn standIn = await StandIn.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://127.0.0.1:1/";
            return Task.CompletedTask;
        });
        using var puller = new Puller("shopify", standIn.Address);

        PullState state = await puller.PullAsync();

        Assert.Contains(words, state.Fault, StringComparison.Ordinal);
        Assert.Single(standIn.Calls);
    }

    // Orders of January come before and after the registration of the tenth.
    private static string FiveSorted() => string.Join(' ', Five.Split(' ').Skip(1).Append("registration:0"));
}
