using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Operations;

public sealed class DiskFloorTests
{
    private const int Megabyte = 1 << 20;
    private const int EventsInBatch = 50;

    [Fact]
    public async Task Writes_are_refused_below_the_floor_while_reading_and_signing_in_go_on()
    {
        await using var server = await StartedServer.StartAsync(options => options with { DiskFloorBytes = long.MaxValue - 1 });
        server.Operator(Role.Owner);

        HttpResponseMessage refused = await server.Owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "disk_low"), (refused.StatusCode, await refused.CodeAsync()));
        Assert.Equal("30", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await server.Owner.GetAsync("/api/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/ready")).StatusCode);
        Assert.NotNull(await server.SignInAsync(Role.Owner));
    }

    [Fact]
    public async Task Small_disk_that_fills_up_refuses_writes_and_takes_them_again_with_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "needs root: a small tmpfs is mounted");
        DirectoryInfo disk = Directory.CreateTempSubdirectory("parcours-disk-");
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.FullName));
        try
        {
            await FillAsync(disk.FullName);
        }
        finally
        {
            Run("umount", disk.FullName);
            disk.Delete();
        }
    }

    private static async Task FillAsync(string folder)
    {
        using var store = SqliteStore.Open(folder, forWriting: true);
        var options = new ServerOptions { Workspace = folder, Port = 0, DiskFloorBytes = 8 * Megabyte };
        await using ParcoursServer server = await ParcoursServer.StartAsync(options, store, TimeProvider.System);
        using HttpClient owner = StartedServer.ThroughSocket(Path.Combine(folder, "parcours.sock"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "filling"), new byte[18 * Megabyte]);
        HttpStatusCode answer = HttpStatusCode.Created;
        int made = 0, files = 0;
        while (answer == HttpStatusCode.Created)
        {
            Assert.True(files < 40, "the disk never filled up");
            await File.WriteAllBytesAsync(Path.Combine(folder, $"filling.{files++}"), new byte[Megabyte]);
            await Task.Delay(TimeSpan.FromSeconds(1.1)); // the floor is looked at once a second
            answer = (await owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }))).StatusCode;
            made += answer == HttpStatusCode.Created ? 1 : 0;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
        Assert.True(new DriveInfo(folder).AvailableFreeSpace > 6 * Megabyte, "it was refused too late");
        Assert.Equal(made, (await (await owner.GetAsync("/api/keys")).JsonAsync()).GetProperty("items").GetArrayLength());

        File.Delete(Path.Combine(folder, "filling.0"));
        File.Delete(Path.Combine(folder, "filling.1"));
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        Assert.Equal(HttpStatusCode.Created, (await owner.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }))).StatusCode);
    }

    [Fact]
    public async Task Full_disk_refuses_messages_loses_none_acknowledged_and_takes_them_again_with_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "needs root: a small tmpfs is mounted");
        DirectoryInfo disk = Directory.CreateTempSubdirectory("parcours-full-");
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.FullName) == 0, "no tmpfs may be mounted here");
        try
        {
            await SendUntilFullAsync(disk.FullName);
        }
        finally
        {
            Run("umount", disk.FullName);
            disk.Delete();
        }
    }

    // Without a floor: the store itself meets the full disk.
    private static async Task SendUntilFullAsync(string folder)
    {
        var options = new ServerOptions { Workspace = folder, Port = 0, DiskFloorBytes = 0 };
        string filling = Path.Combine(folder, "filling");
        List<int> taken = [];
        JsonElement before;
        string key;
        using (var store = SqliteStore.Open(folder, forWriting: true))
        {
            var time = new SetTime();
            await using StartedServer server = await StartedServer.OnAsync(options, store, time);
            key = server.Key(KeyKind.Write);
            await File.WriteAllBytesAsync(filling, new byte[24 * Megabyte]);
            int next = 0;
            HttpResponseMessage answer;
            while ((answer = await SendAsync(server, key, next)).StatusCode == HttpStatusCode.OK)
            {
                taken.Add(next++);
                Assert.True(next < 2000, "the disk never filled up");
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health")).StatusCode);
            await CheckAsync(server, taken);

            File.Delete(filling);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while ((await SendAsync(server, key, next)).StatusCode != HttpStatusCode.OK) // what was refused, sent again
            {
                await Task.Delay(100, limit.Token);
            }

            taken.Add(next);
            before = await CheckAsync(server, taken);
        }

        using (var store = SqliteStore.Open(folder, forWriting: true))
        {
            await using StartedServer server = await StartedServer.OnAsync(options, store, new SetTime());
            Assert.Equal(before.ToString(), (await CheckAsync(server, taken)).ToString());
        }
    }

    /// <summary>Everything acknowledged is there once, and the account says so.</summary>
    private static async Task<JsonElement> CheckAsync(StartedServer server, List<int> taken)
    {
        JsonElement account = (await (await server.Owner.GetAsync("/api/accounting?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z")).JsonAsync()).GetProperty("total");
        Assert.Equal(
            (taken.Count * EventsInBatch, taken.Count * EventsInBatch, 0, 0),
            (account.GetProperty("received").GetInt32(), account.GetProperty("stored").GetInt32(), account.GetProperty("duplicates").GetInt32(), account.GetProperty("quarantined").GetInt32()));
        HistoryBase histories = server.Service<LiveWorkspace>().Histories;
        int[] links = [.. Enumerable.Range(0, histories.SubjectCount).SelectMany(subject => histories[subject].Facts.ToArray()
            .Zip(histories[subject].Links.ToArray()).Where(fact => fact.First.Kind == FactKind.Order).Select(fact => fact.Second)).Order()];
        Assert.Equal(taken.SelectMany(batch => Enumerable.Range(batch * EventsInBatch, EventsInBatch)).Select(number => LinkHash.Of($"O{number}")).Order(), links);
        return account;
    }

    private static Task<HttpResponseMessage> SendAsync(StartedServer server, string key, int batch)
    {
        string at = server.Time.GetUtcNow().ToString("O");
        return server.Client.SendAsync(Calls.Request("POST", "/v1/batch", new
        {
            batch = Enumerable.Range(batch * EventsInBatch, EventsInBatch).Select(number => new
            {
                type = "track",
                messageId = $"m{number}",
                userId = $"C{number % 97}",
                @event = "Order Completed",
                timestamp = at,
                properties = new { order_id = $"O{number}", total = 5, currency = "EUR", note = new string('x', 2000) },
            }),
        }).WithKey(key));
    }

    private static int Run(string program, params string[] words)
    {
        using Process process = Process.Start(program, words);
        process.WaitForExit();
        return process.ExitCode;
    }
}
