using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Webhooks;

namespace Parcours.Server.Erasure;

/// <summary>A person who left a trace in every file that a server writes: all bytes of the workspace's folder are looked at.</summary>
public sealed class WholeFolderTests
{
    private const string Email = "canary.folder@example.org";
    private const string Number = "canary-number-77001";

    private static readonly string[] _canaries =
        [Email, Number, "canary bad line", "canary upload line", "canary inbox line", "canary raw body", "canary escaped body", "canary trait", "canary proof text"];

    [Fact]
    public async Task Nothing_a_server_keeps_names_somebody_erased()
    {
        using var receiver = new Receiver();
        await using StartedServer server = await StartedServer.StartAsync(options => options with { WebhooksReachPrivateAddresses = true });
        string key = server.Key(KeyKind.Write);
        await server.Owner.SendAsync(Calls.Request("POST", "/api/webhooks", new { url = receiver.Url }));
        await SayAsync(server, key);
        await UploadAsync(server, "orders.csv", $"""
            order_id,customer_id,email,date,amount,currency,note
            o1,{Number},{Email},2026-01-10,10.00,EUR,canary upload line
            o2,{Number},{Email},someday,10.00,EUR,canary bad line
            o3,other,other@example.org,2026-01-11,11.00,EUR,
            """);
        await receiver.WaitAsync(1);
        Waits(server, "order_id,email\no9,\"" + Email + "\"\no8,other@example.org\n");
        Inbox(server, $"{{\"customer\":\"{Number}\",\"kind\":\"note\",\"text\":\"canary inbox line\"}}\n{{\"customer\":\"other\",\"kind\":\"note\"}}\n");
        Assert.Equal(_canaries, Held(server));

        JsonElement answer = await (await server.Owner.SendAsync(Calls.Request("POST", "/api/erasures", new { customer = Email }))).JsonAsync();

        Assert.Empty(Held(server));
        Assert.Empty(answer.GetProperty("elsewhere").EnumerateArray());
        Assert.Equal("order_id,email\no8,other@example.org\n", await File.ReadAllTextAsync(Path.Combine(server.Folder, "imports", "77", "upload", "waiting.csv")));
        Assert.Equal("{\"customer\":\"other\",\"kind\":\"note\"}\n", await File.ReadAllTextAsync(Path.Combine(server.Folder, "inbox", "done", "till.ndjson")));
    }

    private static async Task SayAsync(StartedServer server, string key)
    {
        string at = server.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await PostAsync(server, key, $$"""{"type":"identify","userId":"{{Number}}","traits":{"email":"{{Email}}","firstName":"canary trait"},"messageId":"c1","timestamp":"{{at}}"}""");
        await PostAsync(server, key, $$"""{"type":"track","userId":"{{Number}}","event":"Order Completed","properties":{"order_id":"A1","total":5,"currency":"EUR"},"messageId":"c2","timestamp":"{{at}}"}""");
        await PostAsync(server, key, $$"""{"type":"track","userId":"{{Number}}","event":"Order Completed","properties":{"total":"canary raw body"},"messageId":"c3","timestamp":"1960-01-01T00:00:00Z"}""");
        await PostAsync(server, key, $$"""{"type":"track","userId":"{{Number.Replace("c", "\\u0063", StringComparison.Ordinal)}}","event":"Order Completed","properties":{"total":"canary escaped body"},"messageId":"c4","timestamp":"1960-01-01T00:00:00Z"}""");
        var consent = new { channel = "email", purpose = "newsletter", given = true, proof = new { text = "canary proof text", how = "form", source = "page" } };
        using HttpRequestMessage named = Calls.Request("PUT", $"/api/customers/{Number}/consent", consent).With("Idempotency-Key", "k1"); // its answer is kept
        (await server.Owner.SendAsync(named)).EnsureSuccessStatusCode();
    }

    private static async Task PostAsync(StartedServer server, string key, string body)
    {
        using HttpRequestMessage request = Calls.Request("POST", "/v1/track").WithKey(key);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(request)).StatusCode);
    }

    private static async Task UploadAsync(StartedServer server, string name, string text)
    {
        using HttpRequestMessage request = Calls.Request("POST", $"/api/imports?name={name}&force=true");
        request.Content = new StringContent(text, Encoding.UTF8, "text/csv");
        int id = (await (await server.Owner.SendAsync(request)).JsonAsync()).GetProperty("id").GetInt32();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await (await server.Owner.GetAsync($"/api/imports/{id}")).JsonAsync()).GetProperty("status").GetString() is "queued" or "running")
        {
            await Task.Delay(20, limit.Token);
        }
    }

    // An upload whose turn has not come, as it lies on the disk.
    private static void Waits(StartedServer server, string text)
    {
        string folder = Path.Combine(server.Folder, "imports", "77");
        Directory.CreateDirectory(Path.Combine(folder, "upload"));
        File.WriteAllText(Path.Combine(folder, "upload", "waiting.csv"), text);
        File.WriteAllText(Path.Combine(folder, "asked.json"), "{}");
    }

    private static void Inbox(StartedServer server, string text)
    {
        Directory.CreateDirectory(Path.Combine(server.Folder, "inbox", "done"));
        File.WriteAllText(Path.Combine(server.Folder, "inbox", "done", "till.ndjson"), text);
    }

    private static List<string> Held(StartedServer server)
    {
        byte[][] files = [.. Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal) && !path.EndsWith(".sock", StringComparison.Ordinal)).Select(Bytes)];
        return [.. _canaries.Where(canary => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) >= 0))];
    }

    private static byte[] Bytes(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
