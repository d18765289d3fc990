using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Parcours.Bench.Live;

/// <summary>
/// A start after the server was killed while it received, and profiles of random customers, in a base of a million customers.
/// Usage: profiles [--facts 10000000] [--folder DIR] [--program PATH] [--kills 3] [--profiles 2000] [--rate 500].
/// </summary>
internal static class ProfileBench
{
    public static int Run(string[] options)
    {
        string program = ServerBench.Text(options, "--program", "src/Parcours.Cli/bin/Release/net10.0/parcours");
        string folder = ServerBench.Text(options, "--folder", Path.Combine(Path.GetTempPath(), "parcours-bench-profiles"));
        int count = ServerBench.Number(options, "--profiles", 2000);
        int rate = ServerBench.Number(options, "--rate", 500);
        string workspace = LargeWorkspace.In(program, folder, ServerBench.Number(options, "--facts", 10_000_000));
        using (var first = new ServedProcess(program, workspace))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first start ever: {first.StartedIn.TotalSeconds:0.00} s"));
            SettleAsync(first).GetAwaiter().GetResult();
        }

        for (int kill = 0; kill < ServerBench.Number(options, "--kills", 3); kill++)
        {
            KillAndStartAsync(program, workspace, rate).GetAwaiter().GetResult();
        }

        using var server = new ServedProcess(program, workspace);
        SettleAsync(server).GetAwaiter().GetResult();
        ProfilesAsync(server, count, "idle").GetAwaiter().GetResult();
        using var stop = new CancellationTokenSource();
        Task load = LoadAsync(server, rate, stop.Token);
        ProfilesAsync(server, count, string.Create(CultureInfo.InvariantCulture, $"under {rate} events/s")).GetAwaiter().GetResult();
        stop.Cancel();
        load.GetAwaiter().GetResult();
        return 0;
    }

    private static async Task KillAndStartAsync(string program, string workspace, int rate)
    {
        using (var server = new ServedProcess(program, workspace))
        {
            using var stop = new CancellationTokenSource();
            Task load = LoadAsync(server, rate * 4, stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(5));
            server.Kill();
            await stop.CancelAsync();
            await load;
        }

        long began = Stopwatch.GetTimestamp();
        using var after = new ServedProcess(program, workspace);
        using var client = new HttpClient();
        await client.GetAsync(new Uri(after.Address, "/ready"));
        double ready = after.StartedIn.TotalSeconds;
        (double milliseconds, JsonElement profile) = await ProfileAsync(Reader(after), after, LargeWorkspace.Key(new Random(1)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"after kill -9: ready in {ready:0.00} s, first profile {milliseconds:0.0} ms with {profile.GetProperty("stages").GetArrayLength()} lifecycles ({profile.GetProperty("stages_pending").GetArrayLength()} pending), keys and all {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s"));
    }

    private static async Task ProfilesAsync(ServedProcess server, int count, string when)
    {
        var draw = new Random(11);
        var times = new List<double>(count);
        HttpClient client = Reader(server);
        while (times.Count < count)
        {
            (double milliseconds, JsonElement profile) = await ProfileAsync(client, server, LargeWorkspace.Key(draw));
            if (profile.ValueKind != JsonValueKind.Undefined)
            {
                times.Add(milliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} profiles, {when}: p50 {times[count / 2]:0.0} ms, p95 {times[(int)(count * 0.95)]:0.0} ms, p99 {times[(int)(count * 0.99)]:0.0} ms, most {times[^1]:0.0} ms"));
    }

    // A few of the million happen to have no order, and are not known: nothing is returned for them.
    private static async Task<(double Milliseconds, JsonElement Profile)> ProfileAsync(HttpClient client, ServedProcess server, string key)
    {
        long began = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await client.GetAsync(new Uri(server.Address, $"/api/customers/{key}"));
        byte[] body = await answer.Content.ReadAsByteArrayAsync();
        double took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return (took, default);
        }

        return answer.StatusCode == HttpStatusCode.OK ? (took, JsonDocument.Parse(body).RootElement) : throw new InvalidOperationException($"{key}: {answer.StatusCode}");
    }

    /// <summary>Waits until every lifecycle is resolved and the snapshot is written.</summary>
    private static async Task SettleAsync(ServedProcess server)
    {
        HttpClient client = Reader(server);
        long began = Stopwatch.GetTimestamp();
        while ((await ProfileAsync(client, server, LargeWorkspace.Key(new Random(1)))).Profile.GetProperty("stages_pending").GetArrayLength() > 0)
        {
            await Task.Delay(500);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"every lifecycle is resolved after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
        await Task.Delay(TimeSpan.FromSeconds(10));
    }

    private static async Task LoadAsync(ServedProcess server, int rate, CancellationToken stop)
    {
        using HttpClient client = ServerBench.Client(server.WriteKey);
        var under = new ConcurrentBag<Task>();
        string run = Guid.NewGuid().ToString("N");
        long began = Stopwatch.GetTimestamp();
        for (int number = 0; !stop.IsCancellationRequested; number++)
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < (double)number / rate)
            {
                await Task.Delay(1, CancellationToken.None);
            }

            byte[] body = ServerBench.Track($"{run}-{number}", number % 50_000);
            under.Add(Task.Run(async () =>
            {
                try
                {
                    using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                    using HttpResponseMessage answer = await client.PostAsync(new Uri(server.Address, "/v1/track"), content, CancellationToken.None);
                }
                catch (HttpRequestException)
                {
                    // It was killed.
                }
            }, CancellationToken.None));
        }

        await Task.WhenAll(under);
    }

    private static HttpClient Reader(ServedProcess server)
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ReadKey);
        return client;
    }
}
