using System.Globalization;
using System.Text;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Imports;

/// <summary>A file imported beside messages, broken off in the middle and run again.</summary>
public sealed class LiveImportTests : IDisposable
{
    private const int Lines = 30_000;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1);
    private static readonly int Number = AccountNumbers.OfImport(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-live-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Import_broken_off_and_run_again_stores_and_counts_each_line_once()
    {
        ImportPlan plan = Importer.Plan(new ImportRequest(Write()), out _)!;
        IntakeCounts first = Run(plan, stopAfter: 1);
        IntakeCounts second = Run(plan, stopAfter: 1);
        IntakeCounts whole = Run(plan, stopAfter: long.MaxValue);
        IntakeCounts again = Run(plan, stopAfter: long.MaxValue);

        Assert.InRange(first.Received, 1, Lines - 1);
        Assert.True(second.Received >= first.Received);
        Assert.Equal(new IntakeCounts(Lines, Lines, 0, 0), whole);
        Assert.Equal(whole, again);
        using var store = SqliteStore.Open(Path.Combine(_folder, "alone"), forWriting: true);
        new Importer(TimeProvider.System).Run(plan, store, null);
        Assert.Equal(Said(store.Load(null)), Said(Load()));
    }

    /// <summary>Runs the import until some facts were handed over.</summary>
    /// <returns>What is accounted after it.</returns>
    private IntakeCounts Run(ImportPlan plan, long stopAfter)
    {
        using (SqliteStore store = SqliteStore.Open(_folder, forWriting: true))
        using (LiveWorkspace live = LiveWorkspace.Open(store.BeginLive, null))
        using (SqliteStore reader = SqliteStore.Open(_folder, forWriting: false))
        using (var session = new LiveImport(live, reader.BeginTrial(), Now, Number, Accounted(store)))
        using (var stop = new CancellationTokenSource())
        {
            try
            {
                new Importer(TimeProvider.System).Run(plan, session, reader.Settings, reader.Document, (_, _) => { }, new Watch(() => session.HandedOver >= stopAfter, stop), stop.Token);
            }
            catch (OperationCanceledException)
            {
                // as when the server is killed
            }
        }

        using SqliteStore after = SqliteStore.Open(_folder, forWriting: false);
        return Accounted(after);
    }

    private static IntakeCounts Accounted(SqliteStore store)
    {
        using ILiveRecords records = store.OpenRecords();
        return records.Accounting(Instant.Beginning, Instant.Never).Where(row => row.KeyId == Number).Aggregate(default(IntakeCounts), (sum, row) => sum + row.Counts);
    }

    private HistoryBase Load()
    {
        using SqliteStore store = SqliteStore.Open(_folder, forWriting: false);
        return store.Load(null);
    }

    private string Write()
    {
        var text = new StringBuilder("order,customer,date,product,amount\n");
        for (int line = 0; line < Lines; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"O{line / 2},C{line / 2 % 700},2025-{1 + (line % 12):00}-10,P{line % 90},{1 + (line % 50)}.50\n");
        }

        string path = Path.Combine(_folder, "orders.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static string[] Said(HistoryBase histories) =>
    [
        .. Enumerable.Range(0, histories.SubjectCount)
            .SelectMany(subject => histories[subject].Facts.ToArray().Select(fact => $"{histories.Subjects.KeyOf(subject)} {fact.At} {fact.Kind} {fact.Value} {histories.Vocabulary.TextOf(fact.Item)}"))
            .Order(StringComparer.Ordinal),
    ];

    private sealed class Watch(Func<bool> isEnough, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (isEnough())
            {
                stop.Cancel();
            }
        }
    }
}
