using System.Collections.Concurrent;
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
    private readonly Channel<ImportAsked> _queue = Channel.CreateUnbounded<ImportAsked>();
    private readonly ConcurrentDictionary<int, ImportState> _running = new();

    /// <summary>Where an import stands.</summary>
    internal ImportState StateOf(int id) => _running.TryGetValue(id, out ImportState? state) ? state : shelf.StateOf(id);

    /// <summary>Puts an upload at the end of the queue.</summary>
    internal void Add(ImportAsked asked) => _queue.Writer.TryWrite(asked);

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
        try
        {
            _running[asked.Id] = ImportState.AtFirst with { Status = ImportState.Running };
            ended = Import(asked, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return; // the server stops; it is run again at the next start
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

        shelf.Keep(asked.Id, ended);
        if (!ended.IsWorthAnotherTry)
        {
            shelf.DropFile(asked);
        }

        _running.TryRemove(asked.Id, out _);
    }

    private ImportState Import(ImportAsked asked, CancellationToken stop)
    {
        var request = new ImportRequest(shelf.FileOf(asked))
        {
            Kind = asked.Kind,
            Map = asked.Map,
            Currency = asked.Currency,
            Source = asked.Source,
            Force = asked.Force,
            Language = asked.Language,
            QuarantineFolder = shelf.FolderOf(asked.Id),
        };
        if (Importer.Plan(request, out ImportRefusal? unread) is not { } plan)
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

    private static ImportState RefusedFor(string code, string detail) => new(ImportState.Refused, 0, 0, null, code, detail, null);

    [LoggerMessage(1, LogLevel.Error, "Fault in import {Id}: {Type} {Trace}")]
    private static partial void LogFault(ILogger log, int id, string? type, string? trace);

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
