using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Parcours.Cli.Serving;

/// <summary>A server that is killed while it sends webhooks: every transition arrives, and what arrives twice has one id and one content.</summary>
public sealed class WebhookCrashTests : IDisposable
{
    private const int Kills = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-webhook-crash-").FullName;
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Id, string Body)> _received = new();
    private int _order;

    public void Dispose()
    {
        ((IDisposable)_listener).Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_server_loses_no_transition_and_what_comes_twice_has_the_same_id()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owner's socket");
        int seed = Environment.TickCount;
        var random = new Random(seed);
        Uri hook = Listen();
        (Process process, Uri address) = Serve();
        string key = JsonDocument.Parse(await PostAsync("/api/keys", "{\"kind\":\"write\"}")).RootElement.GetProperty("key").GetString()!;
        await PostAsync("/api/webhooks", $"{{\"url\":\"{hook}\"}}");
        for (int kill = 0; kill < Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            Task sending = SendAsync(address, key, stop.Token);
            await HeardAsync(_received.Count + 10);
            await Task.Delay(random.Next(0, 60));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            await stop.CancelAsync();
            await sending;
            process.Dispose();
            (process, address) = Serve();
        }

        Dictionary<string, string> announced = await AnnouncedAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (announced.Keys.Except(_received.Select(one => one.Id)).Any())
        {
            await Task.Delay(50, limit.Token);
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {Kills} kills, {announced.Count} transitions, {_received.Count - announced.Count} came again");
        Assert.NotEmpty(announced);
        Assert.All(_received.GroupBy(one => one.Id), same => Assert.Single(same.Select(one => one.Body).Distinct()));
        Assert.All(_received, one => Assert.Equal(announced[one.Id], JsonDocument.Parse(one.Body).RootElement.GetProperty("data").GetProperty("customer").GetString()));
    }

    private async Task HeardAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (_received.Count < count)
        {
            await Task.Delay(5, limit.Token);
        }
    }

    // New customers one after another: each order is a transition.
    private async Task SendAsync(Uri address, string key, CancellationToken stop)
    {
        using var client = new HttpClient();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                int number = Interlocked.Increment(ref _order);
                string now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/v1/track"))
                {
                    Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
                    Content = new StringContent(
                        $$$"""{"messageId":"m{{{number}}}","userId":"C{{{number}}}","event":"Order Completed","timestamp":"{{{now}}}","properties":{"order_id":"O{{{number}}}","total":5,"currency":"EUR"}}""",
                        Encoding.UTF8, "application/json"),
                };
                using HttpResponseMessage answer = await client.SendAsync(request, CancellationToken.None);
                await Task.Delay(5, CancellationToken.None);
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed.
        }
    }

    private async Task<Dictionary<string, string>> AnnouncedAsync()
    {
        var announced = new Dictionary<string, string>(StringComparer.Ordinal);
        string path = "/api/transitions?limit=200";
        while (true)
        {
            using HttpClient owner = Owner();
            JsonElement page = JsonDocument.Parse(await owner.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
            JsonElement[] items = [.. page.GetProperty("items").EnumerateArray()];
            foreach (JsonElement item in items)
            {
                announced[string.Create(CultureInfo.InvariantCulture, $"transition_{item.GetProperty("id").GetInt64()}")] = item.GetProperty("customer").GetString()!;
            }

            if (items.Length == 0)
            {
                return announced;
            }

            path = $"/api/transitions?limit=200&after={items[^1].GetProperty("id").GetInt64()}";
        }
    }

    private async Task<string> PostAsync(string path, string body)
    {
        using HttpClient owner = Owner();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await owner.PostAsync(new Uri(path, UriKind.Relative), content);
        string said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return said;
    }

    private HttpClient Owner() => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder, "parcours.sock")), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri("http://localhost") };

    private Uri Listen()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var address = new Uri($"http://127.0.0.1:{port}/hook/");
        _listener.Prefixes.Add(address.AbsoluteUri);
        _listener.Start();
        _ = TakeAsync();
        return address;
    }

    // Slow enough that a kill often comes between the message and the note that it was taken.
    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                _received.Enqueue((context.Request.Headers["webhook-id"]!, await reader.ReadToEndAsync()));
                await Task.Delay(10);
                context.Response.StatusCode = 204;
                try
                {
                    context.Response.Close();
                }
                catch (HttpListenerException)
                {
                    // Who sent it was killed.
                }
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private (Process Process, Uri Address) Serve()
    {
        Process process = Process.Start(ServedWorkspace.Words(["serve", "--port", "0", "--json", "--webhooks-reach-private"], _folder))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string? said = process.StandardOutput.ReadLine();
        Assert.True(said is not null, said is null ? error.Result : string.Empty);
        return (process, new Uri(JsonDocument.Parse(said!).RootElement.GetProperty("address").GetString()!));
    }
}
