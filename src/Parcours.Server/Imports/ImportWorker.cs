using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parcours.Domain.Time;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Answers;
using Parcours.Server.Live;

namespace Parcours.Server.Imports;

/// <summary>Imports uploads one after another, beside the messages. What a crash broke off is run again: what it had stored is known and not stored twice.</summary>
internal sealed partial class ImportWorker(LiveState live, ILiveRecords records, IWorkspaceStore store, ImportShelf shelf, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private const double LeastTold = 0.02;

    private readonly Channel<ImportAsked> _queue = Channel.CreateUnbounded<ImportAsked>();
    private readonly ConcurrentDictionary<int, ImportState> _running = new();
    private readonly ConcurrentDictionary<int, Stop> _stops = new();

    /// <summary>Where an import stands.</summary>
    internal ImportState StateOf(int id) => _running.TryGetValue(id, out ImportState? state) ? state : shelf.StateOf(id);

    /// <summary>Puts an upload at the end of the queue.</summary>
    internal void Add(ImportAsked asked) => _queue.Writer.TryWrite(asked);

    /// <summary>How long an import under way should take still, if it goes on as it went; null when nobody knows.</summary>
    internal TimeSpan? LeftOf(int id) => _stops.TryGetValue(id, out Stop? stop) && StateOf(id).Progress is >= LeastTold and < 1 and var done
        ? Stopwatch.GetElapsedTime(stop.Began) * ((1 - done) / done)
        : null;

    /// <summary>Stops an import before anything is stored: one that waits, or one that is still being read. What is being stored goes on.</summary>
    internal void Halt(int id)
    {
        if (_stops.TryGetValue(id, out Stop? stop))
        {
            stop.Now.Cancel();
        }
        else if (shelf.Find(id) is { } asked && !StateOf(id).HasEnded)
        {
            shelf.Keep(id, Stopped(asked));
            shelf.DropFile(asked);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (ImportAsked asked in shelf.All().Where(asked => shelf.StateOf(asked.Id) is { HasEnded: false } or { IsWorthAnotherTry: true }).OrderBy(asked => asked.Id))
        {
            Add(asked);
        }

        await foreach (ImportAsked asked in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (shelf.StateOf(asked.Id) is { HasEnded: true, IsWorthAnotherTry: false })
            {
                continue; // it came while those left over were gathered, and was put in the queue twice
            }

            await Task.Run(() => Work(asked, stoppingToken), stoppingToken);
        }
    }

    private void Work(ImportAsked asked, CancellationToken stop)
    {
        ImportState ended;
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _stops[asked.Id] = new Stop(halt, Stopwatch.GetTimestamp());
        try
        {
            _running[asked.Id] = ImportState.AtFirst with { Status = ImportState.Running };
            ended = Import(asked, halt.Token);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            _stops.TryRemove(asked.Id, out _);
            return; // the server stops; it is run again at the next start
        }
        catch (OperationCanceledException)
        {
            ended = Stopped(asked);
        }
        catch (Exception fault) when (fault is LiveRefusedException or WorkspaceException or IOException)
        {
            ended = new ImportState(ImportState.Failed, 0, 0, null, ImportState.WorkspaceRefused, fault.Message, null);
        }
        catch (Exception fault)
        {
            LogFault(log, asked.Id, fault.GetType().FullName, fault.StackTrace);
            ended = new ImportState(ImportState.Failed, 0, 0, null, "fault", "Something went wrong in Parcours, not in the file. The log says where.", null);
        }

        _stops.TryRemove(asked.Id, out _);
        shelf.Keep(asked.Id, ended);
        if (!ended.IsWorthAnotherTry)
        {
            shelf.DropFile(asked);
        }

        _running.TryRemove(asked.Id, out _);
    }

    private ImportState Import(ImportAsked asked, CancellationToken stop)
    {
        if (Importer.Plan(asked.Request(shelf), out ImportRefusal? unread) is not { } plan)
        {
            return RefusedFor(unread!.Code, unread.Sentence.In(asked.Language));
        }

        int number = AccountNumbers.OfImport(asked.Id);
        IntakeCounts before = records.Accounting(Instant.Beginning, Instant.Never).Where(row => row.KeyId == number).Aggregate(default(IntakeCounts), (sum, row) => sum + row.Counts);
        return (before.Received == 0 ? Check(asked, plan, stop) : null) ?? Import(asked, plan, number, before, stop);
    }

    /// <summary>Reads the file whole before anything of it is stored.</summary>
    /// <returns>Why it is refused; null when it is not.</returns>
    private ImportState? Check(ImportAsked asked, ImportPlan plan, CancellationToken stop)
    {
        using IWorkspaceStore reader = live.OpenReader();
        ImportOutcome outcome = new Importer(time).Try(plan, reader, reader.Settings, Telling(asked, 0, () => 0), stop);
        return outcome.Refusal is { } refusal ? RefusedFor(refusal.Code, refusal.Sentence.In(asked.Language)) with { Quarantine = FileOf(outcome) } : null;
    }

    private ImportState Import(ImportAsked asked, ImportPlan plan, int number, IntakeCounts before, CancellationToken stop)
    {
        using IWorkspaceStore reader = live.OpenReader();
        using var session = new LiveImport(live.Workspace, reader.BeginTrial(), Instant.From(time.GetUtcNow()), number, before);
        ImportOutcome outcome = new Importer(time).Run(plan, session, reader.Settings, reader.Document, SaveDocument, Telling(asked, 0.5, () => session.HandedOver), stop);
        if (outcome.Refusal is { } refusal)
        {
            return RefusedFor(refusal.Code, refusal.Sentence.In(asked.Language)) with { Quarantine = FileOf(outcome) };
        }

        string? quarantine = FileOf(outcome);
        IntakeCounts lines = session.Accounted;
        outcome = outcome with
        {
            Counts = outcome.Counts! with { Read = lines.Received, Stored = lines.Stored, Duplicates = lines.Duplicates, Quarantined = lines.Quarantined },
            QuarantineFile = null,
        };
        return new ImportState(
            ImportState.Done, 1, lines.Received, JsonNode.Parse(JsonBytes.Of(json => ImportJson.Write(json, outcome, plan, false))), null, null, quarantine, session.HandedOver);
    }

    private Told Telling(ImportAsked asked, double from, Func<long> facts) => new(told => _running[asked.Id] = new ImportState(
        ImportState.Running, from + (told.TotalBytes == 0 ? 0 : Math.Min(0.49, 0.5 * told.Bytes / told.TotalBytes)), told.Lines, null, null, null, null, facts()));

    private static string? FileOf(ImportOutcome outcome) => Path.GetFileName(outcome.QuarantineFile);

    // The only writer of documents while the server runs.
    private void SaveDocument(string name, string text)
    {
        lock (store)
        {
            store.SaveDocument(name, text);
        }
    }

    private static ImportState Stopped(ImportAsked asked) =>
        RefusedFor("stopped", asked.Language == "fr" ? "Arrêté avant la fin : ce qui était lu est gardé. Importez le fichier à nouveau pour finir : rien ne comptera deux fois."
            : "Stopped before the end: what was read so far is kept. Import the file again to finish: nothing counts twice.");

    private static ImportState RefusedFor(string code, string detail) => new(ImportState.Refused, 0, 0, null, code, detail, null);

    [LoggerMessage(1, LogLevel.Error, "Fault in import {Id}: {Type} {Trace}")]
    private static partial void LogFault(ILogger log, int id, string? type, string? trace);

    /// <summary>What stops an import under way.</summary>
    private sealed record Stop(CancellationTokenSource Now, long Began);

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
