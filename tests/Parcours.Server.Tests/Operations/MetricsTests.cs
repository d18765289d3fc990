using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Operations;

public sealed partial class MetricsTests
{
    [Fact]
    public async Task Requests_are_counted_by_route_and_status_and_never_by_address()
    {
        await using var server = await StartedServer.StartAsync();
        await server.Owner.DeleteAsync("/api/keys/7");
        await server.Owner.DeleteAsync("/api/keys/8");

        string text = await server.Owner.GetStringAsync("/metrics");

        string counted = Assert.Single(text.Split('\n'), line => line.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal) && line.Contains("api/keys/{id", StringComparison.Ordinal));
        Assert.Contains("http_response_status_code=\"404\"", counted, StringComparison.Ordinal);
        Assert.EndsWith(" 2", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("api/keys/7", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_what_prometheus_reads()
    {
        await using var server = await StartedServer.StartAsync();
        await server.Client.GetAsync("/health");
        HttpResponseMessage answer = await server.Owner.GetAsync("/metrics");
        string[] lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.All(lines, line => Assert.Matches(Line(), line));
        string[] types = [.. lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2])];
        Assert.Equal(types.Length, types.Distinct().Count());
        Assert.Contains("parcours_ready", types);
        Assert.Contains("parcours_disk_free_bytes", types);
        Assert.Contains("parcours_uptime_seconds_total", types);
        Assert.Contains(types, type => type.StartsWith("dotnet_gc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Buckets_of_a_histogram_add_up()
    {
        await using var server = await StartedServer.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            await server.Client.GetAsync("/health");
        }

        string[] lines = [.. (await server.Owner.GetStringAsync("/metrics")).Split('\n')
            .Where(line => line.StartsWith("http_server_request_duration_seconds", StringComparison.Ordinal) && line.Contains("http_route=\"/health\"", StringComparison.Ordinal))];
        double[] buckets = [.. lines.Where(line => line.Contains("_bucket{", StringComparison.Ordinal)).Select(Value)];

        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(5, buckets[^1]);
        Assert.Equal(5, Value(lines.Single(line => line.Contains("_count{", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Metrics_are_read_with_the_scope_of_operations()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Server, Scope.OperationsRead);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/metrics").WithKey(key))).StatusCode);
    }

    private static double Value(string line) => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_:][a-z0-9_:]*.*|[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*",?)*\})? (NaN|[-+]?(Inf|∞|[0-9.]+(E[-+]?[0-9]+)?)))$""")]
    private static partial Regex Line();
}
