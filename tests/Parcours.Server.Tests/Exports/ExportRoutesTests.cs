using System.Net;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Exports;

public sealed class ExportRoutesTests
{
    [Fact]
    public async Task Customers_are_exported_with_figures_stage_and_attributes()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1050, 2);
        await server.AttributesAsync("m1", [new(IdentityKind.Customer, "C1")], ("country", "FR"));

        string[] lines = (await server.Owner.GetStringAsync(new Uri("/api/export/customers.csv", UriKind.Relative))).TrimEnd('\n').Split('\n');

        Assert.Equal("id,stage,stage_since,orders,revenue,refunds,spend,currency,first_order_at,last_order_at,gap_median_days,first_fact_at,last_fact_at,country", lines[0]);
        Assert.StartsWith("C1,new,", Assert.Single(lines[1..]), StringComparison.Ordinal);
        Assert.EndsWith(",FR", lines[1], StringComparison.Ordinal);
        JsonElement line = JsonDocument.Parse(await server.Owner.GetStringAsync(new Uri("/api/export/customers.ndjson", UriKind.Relative))).RootElement;
        Assert.Equal("10.50", line.GetProperty("orders").GetProperty("spend").GetString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task Cell_that_a_spreadsheet_would_run_is_made_harmless(string text)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.SayAsync("m1", [new(IdentityKind.Customer, "C1")], 1, new IncomingFact { Kind = "search", Item = text });

        string csv = await server.Owner.GetStringAsync(new Uri("/api/export/facts.csv", UriKind.Relative));

        Assert.Contains("'" + text, csv, StringComparison.Ordinal);
        Assert.DoesNotContain("," + text, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"" + text, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_exported_within_a_window_and_of_a_kind()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        await server.OrderAsync("C1", "o1", 1000, 20);
        await server.OrderAsync("C1", "o2", 2000, 2);
        await server.SayAsync("m1", [new(IdentityKind.Customer, "C1")], 2, new IncomingFact { Kind = "visit" });

        string text = await server.Owner.GetStringAsync(new Uri("/api/export/facts.ndjson?from=2026-02-20&kind=order", UriKind.Relative));

        JsonElement line = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("C1", "20.00", "o2"), (line.GetProperty("customer").GetString(), line.GetProperty("value").GetString(), line.GetProperty("link").GetString()));
    }

    [Fact]
    public async Task Spreadsheet_shows_its_key_in_the_address_and_opens_nothing_else_with_it()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Server, Scope.ExportsRead);
        string other = server.Key(KeyKind.Server, Scope.AnalysesRead);

        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri($"/api/export/customers.csv?key={key}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.GetAsync(new Uri($"/api/export/customers.csv?key={other}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync(new Uri("/api/export/customers.csv?key=nothing", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync(new Uri($"/api/customers?key={key}", UriKind.Relative))).StatusCode);
    }
}
