using System.Runtime.CompilerServices;
using Parcours.Domain.Histories;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite;

namespace Parcours.Bench.Storage;

/// <summary>How fast facts go into the store and the base comes out of it.</summary>
internal static class StorageBench
{
    /// <summary>Runs it: customers, facts, facts added later, and the folder to work in, all optional.</summary>
    internal static int Run(string[] args)
    {
        int customers = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
        long facts = args.Length > 1 ? long.Parse(args[1]) : 20_000_000;
        long added = args.Length > 2 ? long.Parse(args[2]) : 1_000_000;
        string parent = args.Length > 3 ? args[3] : Path.GetTempPath();
        string folder = Path.Combine(parent, $"parcours-bench-{Environment.ProcessId}");
        var orders = new OrderSeries(customers, 10L * 365 * 86_400_000_000 / facts);
        try
        {
            Console.WriteLine($"{customers:N0} customers, {facts:N0} facts, {Environment.ProcessorCount} processors");
            Import(folder, orders, 0, facts);
            Console.WriteLine($"file {new FileInfo(Path.Combine(folder, "parcours.db")).Length / 1e6:N0} MB");
            Starts("start from SQLite alone", folder, 3, withSnapshot: false);
            Starts("start from the snapshot", folder, 5, withSnapshot: true);
            Import(folder, orders, facts, facts + added);
            Starts("start from the snapshot and the tail", folder, 3, withSnapshot: true);
            return 0;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Import(string folder, OrderSeries orders, long from, long to)
    {
        var clock = new WorkClock();
        using var store = SqliteStore.Open(folder, forWriting: true);
        using IImportSession session = store.BeginImport(new ImportSource($"orders {from}", "orders", "bench"));
        string opened = clock.Lap();
        long stored = orders.SayTo(session, from, to);
        string staged = clock.Lap();
        session.Seal(new ImportCounts(to - from, stored, to - from - stored, 0, 0, stored, 0));
        string done = clock.Lap();
        Console.WriteLine($"import of {to - from:N0}: {clock.All} = {(to - from) / clock.Seconds:N0} facts/s (opened {opened}, staged {staged}, sealed {done})");
    }

    private static void Starts(string title, string folder, int times, bool withSnapshot)
    {
        var clocks = new List<WorkClock>();
        for (int i = 0; i < times; i++)
        {
            if (!withSnapshot)
            {
                File.Delete(Path.Combine(folder, "snapshot.bin"));
            }

            bool last = i == times - 1;
            clocks.Add(Start(folder, described: last, saved: last && !withSnapshot));
        }

        clocks.Sort((one, other) => one.Seconds.CompareTo(other.Seconds));
        Console.WriteLine($"{title}: median {clocks[times / 2].All} of {string.Join(", ", clocks.Select(clock => clock.All))}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WorkClock Start(string folder, bool described, bool saved)
    {
        using var store = SqliteStore.Open(folder, forWriting: false);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = new WorkClock();
        HistoryBase histories = store.Load(null);
        clock.Lap();
        if (described)
        {
            long dictionaries = histories.Subjects.Keys.Length + (5L * histories.SubjectCount);
            double each = (double)(GC.GetTotalMemory(forceFullCollection: true) - before - dictionaries) / histories.FactCount;
            Console.WriteLine($"{histories.FactCount:N0} facts of {histories.SubjectCount:N0} subjects, {each:F1} bytes per fact beside dictionaries");
        }

        if (saved)
        {
            var writing = new WorkClock();
            store.SaveSnapshot(histories);
            Console.WriteLine($"snapshot written in {writing.Lap()}");
        }

        GC.KeepAlive(histories);
        return clock;
    }
}
