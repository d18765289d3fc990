using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using Parcours.Bench.Storage;
using Parcours.Engine.Import;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;

namespace Parcours.Bench.Import;

/// <summary>
/// Measures the import: cutting lines alone, reading and hashing alone, the whole until sealed, the same file again, and a million lines more.
/// Usage: import [lines] [orders|lines] [folder].
/// </summary>
internal static class ImportBench
{
    private const long MoreLines = 1_000_000;

    public static int Run(string[] options)
    {
        long lines = options.Length > 0 ? long.Parse(options[0], CultureInfo.InvariantCulture) : 20_000_000;
        bool orders = options.Length < 2 || options[1] == "orders";
        string folder = Path.Combine(options.Length > 2 ? options[2] : Path.GetTempPath(), "parcours-bench-import");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "orders.csv");
        string more = Path.Combine(folder, "more.csv");
        string workspace = Path.Combine(folder, "workspace");
        if (Directory.Exists(workspace))
        {
            Directory.Delete(workspace, recursive: true);
        }

        Action<string, long, int> write = orders ? OrderFile.WriteOrders : OrderFile.WriteLines;
        write(file, lines, 7);
        write(more, Math.Min(MoreLines, lines), 11);
        Console.WriteLine($"{(orders ? "customer,date,amount" : "order,customer,date,product,quantity,price")}: {lines:N0} lines, {new FileInfo(file).Length / 1e6:N0} MB");
        Cut(file, lines);
        var clock = new WorkClock();
        FileSurveyor.Survey(file);
        Say("survey (SHA-256, encoding)", lines, clock);
        clock.Lap();
        Hash(lines);
        Say("message ids alone", lines, clock);
        ImportPlan plan = Plan(file);
        clock.Lap();
        new Importer(TimeProvider.System).Try(plan, null, new WorkspaceSettings("Europe/Paris", 0), null);
        Say("read and hash, nothing stored", lines, clock);
        Whole("import until sealed", file, lines, workspace);
        Whole("1,000,000 lines more", more, Math.Min(MoreLines, lines), workspace);
        Whole("the same million again", more, Math.Min(MoreLines, lines), workspace);
        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB; workspace {Directory.EnumerateFiles(workspace, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length) / 1e6:N0} MB");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Cut(string file, long lines)
    {
        var clock = new WorkClock();
        long fields = 0;
        using (var reader = new DelimitedReader(File.OpenRead(file), Encoding.UTF8, ','))
        {
            while (reader.Read())
            {
                for (int i = 0; i < reader.Count; i++)
                {
                    fields += reader[i].Length;
                }
            }
        }

        Say("cut into fields, our reader", lines, clock);
        clock.Lap();
        using (var reader = CsvReader.FromFile(file, new CsvReaderOptions { HasHeader = false }))
        {
            while (reader.Read())
            {
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    fields -= reader.GetSpan(i).Length;
                }
            }
        }

        Say("cut into fields, CsvHelper's reader", lines, clock);
        if (fields != 0)
        {
            throw new InvalidOperationException("The two readers disagree.");
        }
    }

    private static void Hash(long lines)
    {
        var ids = new MessageIds("orders");
        var occurrences = new Occurrences(lines);
        for (long i = 0; i < lines; i++)
        {
            ids.Start('o').Add(0L).Add("0012345").Add(i).Add(i * 7).Add(1L).Take(occurrences);
        }
    }

    private static void Whole(string what, string file, long lines, string workspace)
    {
        var clock = new WorkClock();
        ImportPlan plan = Plan(file);
        using SqliteStore store = SqliteStore.Open(workspace, forWriting: true);
        ImportOutcome outcome = new Importer(TimeProvider.System).Run(plan, store, null);
        Say(what, lines, clock);
        Console.WriteLine($"    {outcome.Counts}");
    }

    private static ImportPlan Plan(string file) =>
        Importer.Plan(new ImportRequest(file), out ImportRefusal? refusal) ?? throw new InvalidOperationException(refusal!.Sentence.En);

    private static void Say(string what, long lines, WorkClock clock)
    {
        double before = clock.Seconds;
        string lap = clock.Lap();
        Console.WriteLine($"{what,-36} {lap} {lines / (clock.Seconds - before),12:N0} lines/s");
    }
}
