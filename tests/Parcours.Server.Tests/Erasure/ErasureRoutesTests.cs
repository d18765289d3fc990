using System.Net;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Erasure;

public sealed class ErasureRoutesTests
{
    private const string Email = "canary.server@example.org";

    private static readonly string[] _canaries = [Email, "canary-user-5501", "Canary Given Name", "CANARY-ORDER-5502", "canary-message-5503"];

    [Fact]
    public async Task Person_sent_by_a_client_is_gone_from_every_file_of_the_running_server()
    {
        await using var server = await StartedServer.StartAsync();
        string key = server.Key(KeyKind.Write);
        await SendAsync(server, key, "canary-message-5503");
        Assert.Equal(_canaries, Held(server));

        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("POST", "/api/erasures", new { customer = Email.ToUpperInvariant() }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, (await answer.JsonAsync()).GetProperty("people").GetInt32());
        Assert.Empty(Held(server));
        await SendAsync(server, key, "another message");
        Assert.Empty(Held(server));
        Assert.Equal(["person.erased identity:0"], server.Service<AuditLog>().Read(long.MaxValue, 100).Where(line => line.Action.StartsWith("person", StringComparison.Ordinal)).Select(line => $"{line.Action} {line.Object}"));
    }

    [Fact]
    public async Task Nobody_known_is_refused()
    {
        await using var server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("POST", "/api/erasures", new { customer = "nobody" }));
        Assert.Equal((HttpStatusCode.NotFound, "unknown_customer"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Those_whose_time_is_over_are_erased_on_demand()
    {
        await using var server = await StartedServer.StartAsync();
        await SendAsync(server, server.Key(KeyKind.Write), "canary-message-5503");
        server.Time.Pass(TimeSpan.FromDays(3 * 365));
        Assert.Equal(0, await ExpiredAsync(server));
        server.Time.Pass(TimeSpan.FromDays(2));

        Assert.Equal(1, await ExpiredAsync(server));
        Assert.Equal(0, await ExpiredAsync(server));
        Assert.Empty(Held(server));
    }

    private static async Task<int> ExpiredAsync(StartedServer server) =>
        (await (await server.Owner.SendAsync(Calls.Request("POST", "/api/erasures/expired"))).JsonAsync()).GetProperty("people").GetInt32();

    private static async Task SendAsync(StartedServer server, string key, string messageId)
    {
        string at = server.Time.GetUtcNow().ToString("O");
        string body = JsonSerializer.Serialize(new
        {
            batch = new object[]
            {
                new { type = "identify", userId = "canary-user-5501", traits = new { email = Email, firstName = "Canary Given Name" }, messageId, timestamp = at },
                new { type = "track", userId = "canary-user-5501", @event = "Order Completed", properties = new { order_id = "CANARY-ORDER-5502", total = 12.5, currency = "EUR" }, messageId = messageId + "-2", timestamp = at },
            },
        });
        using HttpRequestMessage request = Calls.Request("POST", "/v1/batch").WithKey(key);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(request)).StatusCode);
    }

    private static IEnumerable<string> Held(StartedServer server)
    {
        byte[][] files = [.. Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal) && !path.EndsWith(".sock", StringComparison.Ordinal)).Select(Bytes)];
        return _canaries.Where(canary => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0)).ToList();
    }

    private static byte[] Bytes(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
