using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;
using Parcours.Engine.Webhooks;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Access;
using Parcours.Storage.Sqlite.Backups;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Importing;
using Parcours.Storage.Sqlite.Live;
using Parcours.Storage.Sqlite.Loading;
using Parcours.Storage.Sqlite.Suppressions;
using Parcours.Storage.Sqlite.Webhooks;

namespace Parcours.Storage.Sqlite;

/// <summary>A workspace kept in one SQLite file of a folder, with a snapshot of the base beside it. Used from one thread.</summary>
public sealed class SqliteStore : IWorkspaceStore
{
    private readonly string _folder;
    private readonly WriteLock? _lock;
    private readonly Database _database;
    private readonly BaseLoader _loader;

    private SqliteStore(string folder, WriteLock? writeLock, Database database)
    {
        _folder = folder;
        _lock = writeLock;
        _database = database;
        _loader = new BaseLoader(folder, database);
    }

    /// <inheritdoc/>
    public WorkspaceSettings Settings => SettingsTable.Read(_database);

    /// <summary>How often imports are made durable.</summary>
    internal StagingPace Pace { get; set; } = StagingPace.Default;

    /// <summary>The most subjects that a load leaves in the overlay.</summary>
    internal int MostInOverlay { set => _loader.MostInOverlay = value; }

    /// <summary>Opens the workspace of a folder; for writing, it is made when there is none.</summary>
    /// <exception cref="WorkspaceException">It is missing, held by another writer, damaged, too new, or the disk is full.</exception>
    public static SqliteStore Open(string folder, bool forWriting)
    {
        if (!forWriting)
        {
            return new SqliteStore(folder, null, WorkspaceFile.OpenToRead(folder));
        }

        try
        {
            Directory.CreateDirectory(folder);
            var writeLock = WriteLock.Take(folder);
            try
            {
                return new SqliteStore(folder, writeLock, WorkspaceFile.OpenToWrite(folder));
            }
            catch
            {
                writeLock.Dispose();
                throw;
            }
        }
        catch (IOException fault)
        {
            throw new WorkspaceException(Faults.RefusalOf(folder, fault), fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new WorkspaceException(new WorkspaceRefusal.Unreadable(folder, fault.Message.TrimEnd('.')), fault);
        }
    }

    /// <inheritdoc/>
    public void Save(WorkspaceSettings settings)
    {
        MustWrite();
        _database.Transaction(() => SettingsTable.Write(_database, settings));
    }

    /// <inheritdoc/>
    public HistoryBase Load(IProgress<double>? progress) => _loader.Load(Settings, progress);

    /// <inheritdoc/>
    public void SaveSnapshot(HistoryBase histories) => _loader.SaveSnapshot(histories);

    /// <inheritdoc/>
    public IImportSession BeginImport(ImportSource source)
    {
        MustWrite();
        Database own = WorkspaceFile.OpenToWrite(_folder);
        try
        {
            return new ImportSession(_folder, own, source, Pace);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ILiveStore BeginLive()
    {
        MustWrite();
        Database own = WorkspaceFile.OpenToWrite(_folder);
        try
        {
            return new LiveSession(_folder, own);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ILiveRecords OpenRecords() => new LiveRecords(_folder);

    /// <inheritdoc/>
    public IImportSession BeginTrial() => new TrialSession(_folder);

    /// <inheritdoc/>
    public IWorkspaceStore OpenReader() => Open(_folder, forWriting: false);

    /// <inheritdoc/>
    public IAccessStore OpenAccess() => SqliteAccessStore.Open(_folder, forWriting: _lock is not null);

    /// <inheritdoc/>
    public IWebhookStore OpenWebhooks()
    {
        MustWrite();
        return new SqliteWebhookStore(WorkspaceFile.OpenToWrite(_folder));
    }

    /// <inheritdoc/>
    public ISuppressionStore OpenSuppressions()
    {
        MustWrite();
        return new SqliteSuppressionStore(WorkspaceFile.OpenToWrite(_folder));
    }

    /// <inheritdoc/>
    public IBackupStore OpenBackups()
    {
        Database own = WorkspaceFile.OpenToRead(_folder);
        own.Execute(Schema.FullSync);
        return new SqliteBackupStore(own);
    }

    /// <inheritdoc/>
    public StoreCopy CopyTo(string folder)
    {
        DatabaseCopy.Make(_database, _folder, WorkspaceFile.PathIn(folder));
        return new StoreCopy([WorkspaceFile.Name], WorkspaceFile.OwnFiles);
    }

    /// <inheritdoc/>
    public int FindSubject(string key) => _loader.FindSubject(key);

    /// <inheritdoc/>
    public IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds) => FactDetails.Read(_database, factIds);

    /// <inheritdoc/>
    public IReadOnlyList<StoredProduct> Products() => ProductTable.Read(_database);

    /// <inheritdoc/>
    public long LastTransition => TransitionTable.Last(_database);

    /// <inheritdoc/>
    public IReadOnlyList<TransitionRow> TransitionsAfter(long after, int most) => TransitionTable.After(_database, after, most);

    /// <inheritdoc/>
    public string? Document(string name) => DocumentTable.Read(_database, name);

    /// <inheritdoc/>
    public void SaveDocument(string name, string text)
    {
        MustWrite();
        _database.Transaction(() => DocumentTable.Write(_database, name, text));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _database.Dispose();
        _lock?.Dispose();
    }

    private void MustWrite()
    {
        if (_lock is null)
        {
            throw new InvalidOperationException("The workspace was opened for reading only.");
        }
    }
}
