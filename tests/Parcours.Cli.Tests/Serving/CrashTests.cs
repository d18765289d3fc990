using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite;

namespace Parcours.Cli.Serving;

public sealed class CrashTests : IDisposable
{
    private const int Senders = 3;
    private const int EventsInBatch = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-crash-").FullName;
    private readonly ConcurrentDictionary<int, bool> _acknowledged = [];
    private readonly ConcurrentQueue<int> _unsure = [];
    private int _number;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("PARCOURS_TEST_KILLS"), CultureInfo.InvariantCulture, out int kills) ? kills : 20;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Server_killed_at_any_moment_keeps_what_it_acknowledged_once_and_accounts_for_it()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        string key = NewKey();
        for (int kill = 0; kill < Kills; kill++)
        {
            await LoadAndKill(key, TimeSpan.FromMilliseconds(random.Next(20, 400)));
        }

        // What was not acknowledged is sent again, as clients do; then the server ends in order.
        (Process process, Uri address) = Serve();
        while (_unsure.TryDequeue(out int first))
        {
            Assert.True(await Send(address, key, first));
        }

        JsonElement accounts = await Accounts();
        Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        Assert.True(process.WaitForExit(60_000));
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {Kills} kills, {_acknowledged.Count * EventsInBatch} events acknowledged");
        CheckStore(accounts);
    }

    private void CheckStore(JsonElement accounts)
    {
        Assert.NotEmpty(_acknowledged);
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: false);
        HistoryBase histories = store.Load(null);
        var links = new Dictionary<int, int>();
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            History history = histories[subject];
            for (int i = 0; i < history.Count; i++)
            {
                if (history.Facts[i].Kind == FactKind.Order)
                {
                    links[history.Links[i]] = links.GetValueOrDefault(history.Links[i]) + 1;
                }
            }
        }

        Assert.DoesNotContain(links, link => link.Value > 1);
        foreach (int first in _acknowledged.Keys)
        {
            Assert.All(Enumerable.Range(first, EventsInBatch), number => Assert.True(links.ContainsKey(LinkHash.Of($"O{number}")), $"order {number} was acknowledged and is lost"));
        }

        Assert.Equal(links.Count, accounts.GetProperty("stored").GetInt64());
        Assert.Equal(0, accounts.GetProperty("quarantined").GetInt64());
        Assert.Equal(accounts.GetProperty("received").GetInt64(), accounts.GetProperty("stored").GetInt64() + accounts.GetProperty("duplicates").GetInt64());
    }

    private async Task LoadAndKill(string key, TimeSpan after)
    {
        (Process process, Uri address) = Serve();
        using var stop = new CancellationTokenSource();
        Task[] senders = [.. Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                int first = Interlocked.Add(ref _number, EventsInBatch);
                if (!await Send(address, key, first))
                {
                    _unsure.Enqueue(first);
                    return;
                }
            }
        }))];
        await Task.Delay(after);
        process.Kill(entireProcessTree: true); // SIGKILL: nothing of it runs any more
        await process.WaitForExitAsync();
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        process.Dispose();
    }

    private async Task<bool> Send(Uri address, string key, int first)
    {
        string now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var body = new StringBuilder("{\"batch\":[");
        for (int number = first; number < first + EventsInBatch; number++)
        {
            body.Append(number == first ? string.Empty : ",").Append(CultureInfo.InvariantCulture, $$$"""
                {"type":"track","messageId":"m{{{number}}}","userId":"C{{{number % 97}}}","event":"Order Completed","timestamp":"{{{now}}}","properties":{"order_id":"O{{{number}}}","total":12.5,"currency":"EUR"}}
                """);
        }

        body.Append(CultureInfo.InvariantCulture, $"],\"sentAt\":\"{now}\"}}");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/v1/batch")) { Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request);
            bool taken = answer.IsSuccessStatusCode;
            if (taken)
            {
                _acknowledged[first] = true;
            }

            return taken;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<JsonElement> Accounts()
    {
        using var owner = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder, "parcours.sock")), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        return JsonDocument.Parse(await owner.GetStringAsync(new Uri("http://localhost/api/accounting"))).RootElement.GetProperty("total");
    }

    private string NewKey()
    {
        using Process process = Verb("key", "create", "--kind", "write", "--json");
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
        return JsonDocument.Parse(said).RootElement.GetProperty("key").GetString()!;
    }

    private (Process Process, Uri Address) Serve()
    {
        Process process = Verb("serve", "--port", "0", "--json");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string? said = process.StandardOutput.ReadLine();
        Assert.True(said is not null, said is null ? error.Result : string.Empty);
        return (process, new Uri(JsonDocument.Parse(said!).RootElement.GetProperty("address").GetString()!));
    }

    private Process Verb(params string[] words) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "parcours"), [.. words, "--workspace", _folder, "--lang", "en"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
