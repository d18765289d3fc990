using System.Net;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Engine.Webhooks;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Webhooks;

public sealed class WebhookTests
{
    [Fact]
    public async Task Announced_transitions_come_in_order_signed_and_once()
    {
        using var receiver = new Receiver();
        await using StartedServer server = await StartAsync();
        string secret = (await CreateAsync(server, receiver.Url)).Secret;
        await OrderAsync(server, "one", "A1");
        await receiver.WaitAsync(1);
        server.Time.Pass(TimeSpan.FromHours(1));
        await OrderAsync(server, "one", "A2");

        IReadOnlyList<Receiver.Received> all = await receiver.WaitAsync(2);

        Assert.Equal(["new", "active"], all.Select(one => JsonDocument.Parse(one.Body).RootElement.GetProperty("data").GetProperty("to").GetString()));
        Assert.Equal(["transition_1", "transition_2"], all.Select(one => one.Id));
        Assert.All(all, one => Assert.Equal([WebhookSignature.Of(secret, one.Id, one.Timestamp, one.Body)], one.Signatures));
        Assert.Equal(server.Time.GetUtcNow().ToUnixTimeSeconds(), all[1].Timestamp);
    }

    [Fact]
    public async Task What_failed_is_sent_again_with_its_id_and_nothing_overtakes_it()
    {
        using var receiver = new Receiver();
        receiver.Answer(500, 302, 429);
        await using StartedServer server = await StartAsync();
        await CreateAsync(server, receiver.Url);
        await OrderAsync(server, "one", "A1");
        await OrderAsync(server, "two", "B1");

        IReadOnlyList<Receiver.Received> all = await receiver.WaitAsync(5);

        Assert.Equal(["transition_1", "transition_1", "transition_1", "transition_1", "transition_2"], all.Select(one => one.Id));
        Assert.All(all, one => Assert.Equal("/hook", one.Path)); // a redirection leads nowhere
    }

    [Fact]
    public async Task Address_that_is_gone_hears_no_more_until_it_is_enabled()
    {
        using var receiver = new Receiver();
        receiver.Answer(410);
        await using StartedServer server = await StartAsync();
        int id = (await CreateAsync(server, receiver.Url)).Id;
        await OrderAsync(server, "one", "A1");
        await receiver.WaitAsync(1);
        await UntilAsync(server, id, webhook => webhook.Disabled == "gone");

        await server.Owner.SendAsync(Calls.Request("POST", $"/api/webhooks/{id}/enable"));

        Assert.Equal(["transition_1", "transition_1"], (await receiver.WaitAsync(2)).Select(one => one.Id));
        await UntilAsync(server, id, webhook => webhook is { Disabled: null, Progress.Cursor: 1 });
    }

    [Fact]
    public async Task Address_that_fails_for_too_long_is_given_up()
    {
        using var receiver = new Receiver();
        receiver.Answer(500, 500, 500, 500);
        await using StartedServer server = await StartAsync();
        int id = (await CreateAsync(server, receiver.Url)).Id;
        await OrderAsync(server, "one", "A1");

        await UntilAsync(server, id, webhook => webhook is { Disabled: "failing", Progress: { Attempts: 4, Cursor: 0 } });
        Assert.Equal(4, receiver.All.Count);
    }

    [Fact]
    public async Task Both_secrets_sign_for_a_day_after_a_rotation()
    {
        using var receiver = new Receiver();
        await using StartedServer server = await StartAsync();
        (int id, string first) = await CreateAsync(server, receiver.Url);
        HttpResponseMessage rotated = await server.Owner.SendAsync(Calls.Request("POST", $"/api/webhooks/{id}/rotate"));
        string second = (await rotated.JsonAsync()).GetProperty("secret").GetString()!;

        await server.Owner.SendAsync(Calls.Request("POST", $"/api/webhooks/{id}/test"));
        server.Time.Pass(TimeSpan.FromHours(24));
        await server.Owner.SendAsync(Calls.Request("POST", $"/api/webhooks/{id}/test"));

        IReadOnlyList<Receiver.Received> all = await receiver.WaitAsync(2);
        Assert.Equal(Signed(all[0], second, first), all[0].Signatures);
        Assert.Equal(Signed(all[1], second), all[1].Signatures);

        static string[] Signed(Receiver.Received one, params string[] secrets) => [.. secrets.Select(secret => WebhookSignature.Of(secret, one.Id, one.Timestamp, one.Body))];
    }

    [Fact]
    public async Task Lifecycles_that_were_not_asked_for_are_not_heard_of()
    {
        using var receiver = new Receiver();
        await using StartedServer server = await StartAsync();
        HttpResponseMessage unknown = await server.Owner.SendAsync(Calls.Request("POST", "/api/webhooks", new { url = receiver.Url, lifecycles = new[] { "none" } }));
        Assert.Equal("webhook_lifecycle_unknown", await unknown.CodeAsync());
        int id = (await CreateAsync(server, receiver.Url, "crm-segments")).Id;

        await OrderAsync(server, "one", "A1");

        await receiver.WaitAsync(1);
        await UntilAsync(server, id, webhook => webhook.Progress.Cursor == 1);
    }

    [Fact]
    public async Task Server_that_stopped_sends_the_rest_after_its_next_start()
    {
        using var receiver = new Receiver();
        receiver.Answer(500);
        string folder = Directory.CreateTempSubdirectory("parcours-webhooks-").FullName;
        var time = new SetTime();
        var options = new ServerOptions
        {
            Workspace = folder,
            Port = 0,
            PasswordRounds = 1000,
            WebhooksReachPrivateAddresses = true,
            WebhookRetries = new([TimeSpan.FromHours(1), TimeSpan.FromHours(1)]),
        };
        try
        {
            using (IWorkspaceStore store = SqliteStore.Open(folder, forWriting: true))
            await using (StartedServer server = await StartedServer.OnAsync(options, store, time))
            {
                await CreateAsync(server, receiver.Url);
                await OrderAsync(server, "one", "A1");
                await receiver.WaitAsync(1);
            }

            time.Pass(TimeSpan.FromHours(2));
            using (IWorkspaceStore store = SqliteStore.Open(folder, forWriting: true))
            await using (StartedServer server = await StartedServer.OnAsync(options, store, time))
            {
                IReadOnlyList<Receiver.Received> all = await receiver.WaitAsync(2);
                Assert.Equal(["transition_1", "transition_1"], all.Select(one => one.Id));
                Assert.Equal(all[0].Text, all[1].Text);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("https://user:word@example.com/hook")]
    [InlineData("ftp://example.com/hook")]
    [InlineData("hook")]
    public async Task Address_that_is_not_plain_https_is_refused(string url)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("POST", "/api/webhooks", new { url }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "webhook_url_invalid"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Address_inside_the_network_is_never_called_unless_allowed()
    {
        using var receiver = new Receiver();
        await using StartedServer server = await StartedServer.StartAsync();
        int id = (await CreateAsync(server, receiver.Url.Replace("http:", "https:", StringComparison.Ordinal))).Id;

        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("POST", $"/api/webhooks/{id}/test"));

        Assert.False((await answer.JsonAsync()).GetProperty("taken").GetBoolean());
        Assert.Empty(receiver.All);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    public void Only_addresses_of_the_internet_are_public(string address, bool expected) => Assert.Equal(expected, PublicAddresses.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task Secret_is_in_no_file_and_the_keys_are_the_owners_alone()
    {
        await using StartedServer server = await StartAsync();
        string secret = (await CreateAsync(server, "https://example.com/hook")).Secret;

        Assert.DoesNotContain(secret, await (await server.Owner.GetAsync("/api/webhooks")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(secret["whsec_".Length..]);
        foreach (string path in Directory.EnumerateFiles(server.Folder, "parcours.db*"))
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] all = new byte[file.Length];
            file.ReadExactly(all);
            Assert.Equal(-1, all.AsSpan().IndexOf(bytes));
        }

        if (!OperatingSystem.IsWindows())
        {
            foreach (string path in Directory.GetFiles(Path.Combine(server.Folder, "keys")))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }
    }

    private static Task<StartedServer> StartAsync() => StartedServer.StartAsync(options => options with
    {
        WebhooksReachPrivateAddresses = true,
        WebhookRetries = new([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero]),
    });

    private static async Task<(int Id, string Secret)> CreateAsync(StartedServer server, string url, params string[] lifecycles)
    {
        HttpResponseMessage answer = await server.Owner.SendAsync(Calls.Request("POST", "/api/webhooks", new { url, lifecycles }));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        JsonElement made = await answer.JsonAsync();
        return (made.GetProperty("webhook").GetProperty("id").GetInt32(), made.GetProperty("secret").GetString()!);
    }

    private static async Task OrderAsync(StartedServer server, string who, string number)
    {
        string at = server.Time.GetUtcNow().ToString("O");
        var body = new { type = "track", userId = who, @event = "Order Completed", properties = new { order_id = number, total = 10, currency = "EUR" }, messageId = number, timestamp = at };
        HttpResponseMessage answer = await server.Client.SendAsync(Calls.Request("POST", "/v1/track", body).WithKey(server.Key(KeyKind.Write)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task UntilAsync(StartedServer server, int id, Func<Webhook, bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds(server.Service<Engine.Webhooks.Webhooks>().Find(id)!))
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
