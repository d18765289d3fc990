using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Parcours.Bench.Live;

namespace Parcours.Bench.Screens;

/// <summary>Pages of a large base over HTTP, one request after the other, each of another date or threshold, so that nothing kept helps: from the request to the last byte of the HTML.</summary>
internal static partial class ScreensBench
{
    private const int Seed = 7;
    private const int Warm = 2;

    public static int Run(string[] options)
    {
        if (options is not [string workspace, .. string[] rest])
        {
            Console.Error.WriteLine("usage: Parcours.Bench screens <workspace> [program]");
            return 2;
        }

        using var server = new ServedProcess(rest is [string program, ..] ? program : "src/Parcours.Cli/bin/Release/net10.0/parcours", workspace);
        using HttpClient owner = ThroughSocket(Path.Combine(workspace, "parcours.sock"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready in {server.StartedIn.TotalSeconds:0.0} s, {Environment.ProcessorCount} cores"));
        Console.WriteLine();
        Console.WriteLine("| what | requests | median, ms | 95 of 100 within, ms | processor time, ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        MeasureAsync(server, owner).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task MeasureAsync(ServedProcess server, HttpClient owner)
    {
        var random = new Random(Seed);
        string map = await PageAsync(owner, "/lifecycle");
        Match range = DateRange().Match(map);
        DateOnly first = Date(range.Groups[1].Value);
        DateOnly last = Date(range.Groups[2].Value);
        DateOnly Day() => first.AddDays(random.Next((last.DayNumber - first.DayNumber) * 9 / 10, last.DayNumber - first.DayNumber));
        DateOnly AnyDay() => first.AddDays(random.Next(400, last.DayNumber - first.DayNumber));
        await TimeAsync(server, "lifecycle map, a step of the date", 60, () => PageAsync(owner, $"/lifecycle?at={Iso(AnyDay())}"));
        await TimeAsync(server, "lifecycle map, a step of a threshold", 10, () => PageAsync(owner, $"/lifecycle?t.inactive_after={random.Next(30, 700)}"));
        await TimeAsync(server, "lifecycle map, time in stage beside it", 4, () => PageAsync(owner, $"/lifecycle?show=time&at={Iso(AnyDay())}"));
        await TimeAsync(server, "lifecycle map, common paths beside it", 4, () => PageAsync(owner, $"/lifecycle?show=paths&at={Iso(AnyDay())}"));
        await TimeAsync(server, "lifecycle map, another lifecycle beside it", 4, () => PageAsync(owner, $"/lifecycle?with=growth&at={Iso(AnyDay())}"));
        await TimeAsync(server, "first page", 4, () => PageAsync(owner, $"/?at={Iso(Day())}"));
        string[] customers = [.. ProfileLink().Matches(await PageAsync(owner, "/customers")).Select(link => link.Groups[1].Value).Distinct()];
        if (customers.Length > 0)
        {
            await TimeAsync(server, "a customer's profile", 30, () => PageAsync(owner, customers[random.Next(customers.Length)]));
        }
    }

    private static async Task TimeAsync(ServedProcess server, string what, int times, Func<Task<string>> ask)
    {
        for (int i = 0; i < Warm; i++)
        {
            await ask();
        }

        double[] took = new double[times];
        TimeSpan before = server.ProcessorTime;
        for (int i = 0; i < times; i++)
        {
            long began = Stopwatch.GetTimestamp();
            await ask();
            took[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        double processor = (server.ProcessorTime - before).TotalMilliseconds / times;
        Array.Sort(took);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times} | {took[times / 2]:N0} | {took[(int)Math.Ceiling(times * 0.95) - 1]:N0} | {processor:N0} |"));
    }

    private static async Task<string> PageAsync(HttpClient owner, string address)
    {
        using HttpResponseMessage answer = await owner.GetAsync(new Uri(address, UriKind.Relative));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
    }

    private static HttpClient ThroughSocket(string path)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri("http://localhost"), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("""name="at" min="([0-9-]+)" max="([0-9-]+)" """)]
    private static partial Regex DateRange();

    [GeneratedRegex("href=\"(/customers/[^\"?]+)")]
    private static partial Regex ProfileLink();
}
