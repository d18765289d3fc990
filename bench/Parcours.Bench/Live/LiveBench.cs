using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite;

namespace Parcours.Bench.Live;

/// <summary>Messages into a live workspace, without HTTP: batches are durable, identities resolved, stages kept and transitions announced.</summary>
internal static class LiveBench
{
    public static int Run(string[] options)
    {
        int events = Option(options, "--events", 400_000);
        int customers = Option(options, "--customers", 100_000);
        int batch = Option(options, "--batch", 100);
        int senders = Option(options, "--senders", 16);
        string folder = Directory.CreateTempSubdirectory("parcours-live-bench-").FullName;
        try
        {
            using SqliteStore store = SqliteStore.Open(folder, forWriting: true);
            using LiveWorkspace live = LiveWorkspace.Open(store.BeginLive, null);
            using var stages = new LiveLifecycles(live, () => new LifecycleLibrary(folder, _ => null), new LiveOptions(), TimeProvider.System);
            stages.Start();
            Delivery[] deliveries = [.. Enumerable.Range(0, events / batch).Select(number => DeliveryOf(number, batch, customers))];
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            long began = Stopwatch.GetTimestamp();
            int next = -1;
            Task[] all = [.. Enumerable.Range(0, senders).Select(_ => Task.Run(async () =>
            {
                for (int own = Interlocked.Increment(ref next); own < deliveries.Length; own = Interlocked.Increment(ref next))
                {
                    await live.Take(deliveries[own]);
                }
            }))];
            Task.WaitAll(all);
            TimeSpan took = Stopwatch.GetElapsedTime(began);
            TimeSpan work = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{events} events, batches of {batch}, {customers} customers: {events / took.TotalSeconds:0} events/s, {work.TotalMicroseconds / events:0.0} us of processor an event"));
            while (stages.Announced.Facts < live.Histories.FactCount)
            {
                Thread.Sleep(20);
                if (Stopwatch.GetElapsedTime(began) > took + TimeSpan.FromSeconds(30))
                {
                    break;
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"transitions announced {(Stopwatch.GetElapsedTime(began) - took).TotalMilliseconds:0} ms after the last event"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Delivery DeliveryOf(int number, int batch, int customers)
    {
        var random = new Random(number);
        Instant now = Instant.From(DateTimeOffset.UtcNow);
        ImmutableArray<Received>.Builder messages = ImmutableArray.CreateBuilder<Received>(batch);
        for (int i = 0; i < batch; i++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{number}-{i}");
            int customer = random.Next(customers);
            ImmutableArray<IncomingIdentity> who = random.Next(3) == 0
                ? [new IncomingIdentity(IdentityKind.Customer, $"C{customer}"), new IncomingIdentity(IdentityKind.Anonymous, $"d{customer}")]
                : [new IncomingIdentity(IdentityKind.Anonymous, $"d{customer}")];
            IncomingFact fact = random.Next(10) switch
            {
                0 => new IncomingFact { Kind = "order", Value = 1000 + random.Next(9000), Currency = 1, Link = id, Rule = IncomingRule.OrderTotal },
                < 4 => new IncomingFact { Kind = "product_view", Item = $"P{random.Next(2000)}" },
                4 => new IncomingFact { Kind = "cart", Item = $"P{random.Next(2000)}" },
                _ => new IncomingFact { Kind = "visit" },
            };
            messages.Add(new Received(new IncomingEvent(id, now, now, who, [fact]) { Payload = $"{{\"messageId\":\"{id}\",\"context\":{{\"page\":{{\"path\":\"/p/{customer}\",\"url\":\"https://shop.example/p/{customer}\"}}}}}}" }, null));
        }

        return new Delivery(1, Trust.Company, messages.ToImmutable());
    }

    private static int Option(string[] options, string name, int otherwise) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
