using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Parcours.Server.Hosting;

namespace Parcours.Server.Identity;

public sealed class MergeRoutesTests
{
    [Fact]
    public async Task Customers_merged_are_one_until_it_is_undone()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);
        await server.OrderAsync("C2", "o2", 200, 2);

        JsonElement merge = await (await server.Owner.PostAsJsonAsync("/api/merges", new { keys = (string[])["C1", "C2"] })).JsonAsync();
        Assert.Equal(2, await Orders(server, "C2"));
        JsonElement listed = Assert.Single((await Get(server, "/api/merges")).GetProperty("items").EnumerateArray());
        Assert.Equal(("operator", true), (listed.GetProperty("reason").GetString(), listed.GetProperty("stands").GetBoolean()));

        HttpResponseMessage undone = await server.Owner.DeleteAsync(new Uri($"/api/merges/{merge.GetProperty("id").GetInt64()}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal((1, 1), (await Orders(server, "C1"), await Orders(server, "C2")));
        Assert.False(Assert.Single((await Get(server, "/api/merges")).GetProperty("items").EnumerateArray()).GetProperty("stands").GetBoolean());
    }

    [Fact]
    public async Task Merge_that_makes_no_sense_is_refused()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 100, 3);

        Assert.Equal("unknown_customer", await Code(server, "C1", "C9"));
        Assert.Equal("same_customer", await Code(server, "C1", "C1"));
        Assert.Equal("two_keys", await Code(server, "C1"));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Owner.DeleteAsync(new Uri("/api/merges/7", UriKind.Relative))).StatusCode);
    }

    private static async Task<string?> Code(StartedServer server, params string[] keys) => await (await server.Owner.PostAsJsonAsync("/api/merges", new { keys })).CodeAsync();

    private static async Task<int> Orders(StartedServer server, string key) => (await Get(server, $"/api/customers/{key}")).GetProperty("orders").GetProperty("count").GetInt32();

    private static async Task<JsonElement> Get(StartedServer server, string address) =>
        JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
}
