using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Parcours.Bench.Live;

/// <summary>
/// The server under load over loopback, the generator on the same two cores: batches as fast as they go, single events at a rate with their latency, and the time
/// from an acknowledged order to its announced transition.
/// </summary>
internal static class ServerBench
{
    public static int Run(string[] options)
    {
        string program = Text(options, "--program", "src/Parcours.Cli/bin/Release/net10.0/parcours");
        string? workspace = Array.IndexOf(options, "--workspace") >= 0 ? Text(options, "--workspace", string.Empty) : null;
        string folder = workspace ?? Directory.CreateTempSubdirectory("parcours-server-bench-").FullName;
        try
        {
            using var server = new ServedProcess(program, folder);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready in {server.StartedIn.TotalSeconds:0.00} s"));
            Warm(server).GetAwaiter().GetResult();
            Batches(server, Number(options, "--events", 400_000), Number(options, "--batch", 100), Number(options, "--senders", 8), Number(options, "--customers", 100_000)).GetAwaiter().GetResult();
            Singles(server, Number(options, "--rate", 2000), Number(options, "--seconds", 20)).GetAwaiter().GetResult();
            Transitions(server, Number(options, "--orders", 200)).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            if (workspace is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task Warm(ServedProcess server)
    {
        using HttpClient client = Client(server.WriteKey);
        for (int i = 0; i < 200; i++)
        {
            await Post(client, server, "/v1/batch", Batch($"warm{i}", 100, 1000));
        }
    }

    private static async Task Batches(ServedProcess server, int events, int size, int senders, int customers)
    {
        byte[][] bodies = [.. Enumerable.Range(0, events / size).Select(number => Batch($"b{number}", size, customers))];
        TimeSpan before = server.ProcessorTime;
        TimeSpan ownBefore = Process.GetCurrentProcess().TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => Task.Run(async () =>
        {
            using HttpClient client = Client(server.WriteKey);
            for (int own = Interlocked.Increment(ref next); own < bodies.Length; own = Interlocked.Increment(ref next))
            {
                await Post(client, server, "/v1/batch", bodies[own]);
            }
        })));
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"batches of {size}: {events / took.TotalSeconds:0} events/s, {(server.ProcessorTime - before).TotalMicroseconds / events:0.0} us of processor an event in the server, {(Process.GetCurrentProcess().TotalProcessorTime - ownBefore).TotalMicroseconds / events:0.0} in the generator"));
    }

    private static async Task Singles(ServedProcess server, int rate, int seconds)
    {
        var latencies = new ConcurrentBag<double>();
        var all = new List<Task>();
        using HttpClient client = Client(server.WriteKey);
        long began = Stopwatch.GetTimestamp();
        for (int number = 0; number < rate * seconds; number++)
        {
            double due = (double)number / rate;
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < due)
            {
                await Task.Delay(1);
            }

            byte[] body = Encoding.UTF8.GetBytes(Event($"s{number}", number % 50_000, "Product Viewed", ",\"product_id\":\"P1\""));
            all.Add(Task.Run(async () =>
            {
                long sent = Stopwatch.GetTimestamp();
                await Post(client, server, "/v1/track", body);
                latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            }));
        }

        await Task.WhenAll(all);
        double[] sorted = [.. latencies.Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"single events at {rate}/s for {seconds} s: median {sorted[sorted.Length / 2]:0.0} ms, p95 {sorted[(int)(sorted.Length * 0.95)]:0.0} ms, p99 {sorted[(int)(sorted.Length * 0.99)]:0.0} ms, most {sorted[^1]:0.0} ms"));
    }

    private static async Task Transitions(ServedProcess server, int orders)
    {
        using HttpClient writer = Client(server.WriteKey);
        using var reader = new HttpClient();
        reader.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.ReadKey);
        using Stream stream = await reader.GetStreamAsync(new Uri(server.Address, "/api/transitions/stream"));
        var seen = new ConcurrentDictionary<string, long>();
        _ = Task.Run(async () =>
        {
            using var lines = new StreamReader(stream);
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    seen.TryAdd(JsonDocument.Parse(line[6..]).RootElement.GetProperty("customer").GetString()!, Stopwatch.GetTimestamp());
                }
            }
        });
        await Task.Delay(500);
        var acknowledged = new Dictionary<string, long>();
        for (int i = 0; i < orders; i++)
        {
            await Post(writer, server, "/v1/track", Encoding.UTF8.GetBytes(Event($"t{i}", 10_000_000 + i, "Order Completed", $",\"order_id\":\"T{i}\",\"total\":10,\"currency\":\"EUR\"")));
            acknowledged[$"C{10_000_000 + i}"] = Stopwatch.GetTimestamp();
            await Task.Delay(10);
        }

        await Task.Delay(2000);
        double[] waits = [.. acknowledged.Select(one => seen.TryGetValue(one.Key, out long at) ? Stopwatch.GetElapsedTime(one.Value, at).TotalMilliseconds : double.PositiveInfinity).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"from acknowledged order to announced transition: median {waits[waits.Length / 2]:0.0} ms, p95 {waits[(int)(waits.Length * 0.95)]:0.0} ms, most {waits[^1]:0.0} ms"));
    }

    internal static HttpClient Client(string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        return client;
    }

    private static async Task Post(HttpClient client, ServedProcess server, string path, byte[] body)
    {
        for (int attempt = 0; ; attempt++)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using HttpResponseMessage answer = await client.PostAsync(new Uri(server.Address, path), content);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            if (attempt > 20)
            {
                throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
            }

            await Task.Delay(50);
        }
    }

    private static byte[] Batch(string name, int size, int customers)
    {
        var random = new Random(name.GetHashCode(StringComparison.Ordinal));
        var body = new StringBuilder("{\"batch\":[");
        for (int i = 0; i < size; i++)
        {
            int customer = random.Next(customers);
            body.Append(i == 0 ? string.Empty : ",").Append(random.Next(10) switch
            {
                0 => Event($"{name}-{i}", customer, "Order Completed", $",\"order_id\":\"{name}-{i}\",\"total\":{10 + random.Next(90)},\"currency\":\"EUR\""),
                < 5 => Event($"{name}-{i}", customer, "Product Viewed", $",\"product_id\":\"P{random.Next(2000)}\",\"category\":\"Tea\""),
                5 => Event($"{name}-{i}", customer, "Product Added", $",\"product_id\":\"P{random.Next(2000)}\""),
                _ => Event($"{name}-{i}", customer, "Products Searched", ",\"query\":\"tea\""),
            });
        }

        return Encoding.UTF8.GetBytes(body.Append("]}").ToString());
    }

    private static string Event(string id, int customer, string name, string properties)
    {
        string now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return $"{{\"type\":\"track\",\"messageId\":\"{id}\",\"userId\":\"C{customer}\",\"anonymousId\":\"d{customer}\",\"event\":\"{name}\",\"timestamp\":\"{now}\",\"properties\":{{\"from\":\"bench\"{properties}}},\"context\":{{\"library\":{{\"name\":\"bench\",\"version\":\"1\"}},\"page\":{{\"path\":\"/p\",\"url\":\"https://shop.example/p\"}}}}}}";
    }

    /// <summary>A message about a customer.</summary>
    internal static byte[] Track(string id, int customer) => Encoding.UTF8.GetBytes(Event(id, customer, "Product Viewed", ",\"product_id\":\"P1\""));

    internal static int Number(string[] options, string name, int otherwise) => int.Parse(Text(options, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    internal static string Text(string[] options, string name, string otherwise) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : otherwise;
}
