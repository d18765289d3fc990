using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Imports;

/// <summary>
/// Uploads that somebody still looks at: each is read as it would be imported, and stores nothing. One that nobody decides on is forgotten after a day.
/// </summary>
internal sealed partial class ImportTrials(LiveState live, ImportShelf shelf, ServerOptions options, IOptions<JsonOptions> json, TimeProvider time, ILogger<ImportTrials> log) : IDisposable
{
    private const string Draft = "draft.json";
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<int, Running> _running = new();

    /// <summary>Keeps how an upload is to be read, and reads it so from the beginning.</summary>
    internal void Start(ImportAsked asked)
    {
        File.WriteAllBytes(PathOf(asked.Id), JsonSerializer.SerializeToUtf8Bytes(asked, json.Value.SerializerOptions));
        Read(asked);
        DropOld();
    }

    /// <summary>How an upload that is still looked at is to be read; null when it is none.</summary>
    internal ImportAsked? Find(int id) =>
        File.Exists(PathOf(id)) ? JsonSerializer.Deserialize<ImportAsked>(File.ReadAllBytes(PathOf(id)), json.Value.SerializerOptions) : null;

    /// <summary>What is known of it: what is not read yet is waited for a moment.</summary>
    internal async Task<ImportTrial> LookAsync(ImportAsked asked, TimeSpan patience, CancellationToken cancellation)
    {
        Running running = _running.TryGetValue(asked.Id, out Running? known) ? known : Read(asked);
        await Task.WhenAny(running.Done, Task.Delay(patience, cancellation));
        return running.Now;
    }

    /// <summary>The file of the lines that an import would put aside, in the upload's folder; null when there is none.</summary>
    internal string? QuarantineOf(int id) => _running.TryGetValue(id, out Running? running) ? Path.GetFileName(running.Now.Outcome?.QuarantineFile) : null;

    /// <summary>It is looked at no more: it is imported now, or forgotten.</summary>
    internal void End(int id)
    {
        if (_running.TryRemove(id, out Running? running))
        {
            running.Stop();
        }

        File.Delete(PathOf(id));
    }

    public void Dispose()
    {
        foreach (int id in _running.Keys)
        {
            if (_running.TryRemove(id, out Running? running))
            {
                running.Stop();
            }
        }
    }

    private string PathOf(int id) => Path.Combine(shelf.FolderOf(id), Draft);

    private Running Read(ImportAsked asked)
    {
        var running = new Running();
        if (_running.TryGetValue(asked.Id, out Running? before))
        {
            before.Stop();
        }

        _running[asked.Id] = running;
        running.Done = Task.Run(() => Try(asked, running));
        return running;
    }

    private void Try(ImportAsked asked, Running running)
    {
        try
        {
            ImportRequest request = asked.Request(shelf);
            ImportPreview? preview = Importer.Preview(request, out ImportRefusal? refusal);
            running.Now = running.Now with { Preview = preview, Refusal = refusal };
            if (preview is not null && Importer.Plan(request, out refusal) is { } plan)
            {
                using IWorkspaceStore reader = live.OpenReader();
                var told = new Told(progress => running.Now = running.Now with
                {
                    Lines = progress.Lines,
                    Progress = progress.TotalBytes == 0 ? 0 : Math.Min(1, (double)progress.Bytes / progress.TotalBytes),
                });
                ImportOutcome outcome = new Importer(time).Try(plan, reader, reader.Settings, told, running.Token);
                running.Now = running.Now with { Outcome = outcome, Refusal = outcome.Refusal };
            }
            else
            {
                running.Now = running.Now with { Refusal = refusal };
            }
        }
        catch (OperationCanceledException) when (running.Token.IsCancellationRequested)
        {
            // Somebody reads it another way now.
        }
        catch (Exception fault)
        {
            LogFault(log, asked.Id, fault.GetType().FullName, fault.StackTrace);
            running.Now = running.Now with { HasFailed = true };
        }

        running.Now = running.Now with { HasEnded = true };
        running.Dispose();
    }

    private void DropOld()
    {
        DateTime before = time.GetUtcNow().UtcDateTime - _kept;
        string folder = Path.Combine(options.Workspace, "imports");
        foreach (string path in Directory.Exists(folder) ? Directory.GetFiles(folder, Draft, SearchOption.AllDirectories) : [])
        {
            if (File.GetLastWriteTimeUtc(path) < before && int.TryParse(Path.GetFileName(Path.GetDirectoryName(path)), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                End(id);
                shelf.Drop(id);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Fault while looking at upload {Id}: {Type} {Trace}")]
    private static partial void LogFault(ILogger log, int id, string? type, string? trace);

    private sealed class Told(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }

    /// <summary>A file being read.</summary>
    private sealed class Running : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Lock _gate = new();
        private volatile ImportTrial _now = new();
        private bool _isOver;

        public Running() => Token = _stop.Token;

        public CancellationToken Token { get; }

        public Task Done { get; set; } = Task.CompletedTask;

        public ImportTrial Now
        {
            get => _now;
            set => _now = value;
        }

        public void Stop()
        {
            lock (_gate)
            {
                if (!_isOver)
                {
                    _stop.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isOver = true;
                _stop.Dispose();
            }
        }
    }
}
