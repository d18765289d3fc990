using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;
using Parcours.Engine.Webhooks;

namespace Parcours.Engine.Workspaces;

/// <summary>The durable store of a workspace: the port that SQLite and PostgreSQL implement. A refusal is a <see cref="WorkspaceRefusal"/> thrown as <see cref="WorkspaceException"/>.</summary>
public interface IWorkspaceStore : IDisposable
{
    /// <summary>The settings; read anew on each call.</summary>
    WorkspaceSettings Settings { get; }

    /// <summary>Changes the settings. Needs the workspace open for writing.</summary>
    void Save(WorkspaceSettings settings);

    /// <summary>The base, from the snapshot and the tail after it, or from the store alone when the snapshot is missing or fails its check.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    HistoryBase Load(IProgress<double>? progress);

    /// <summary>
    /// Writes the snapshot of the base just loaded, so that the next start is fast; does nothing while the one on disk is nearly as good,
    /// or when there is no room for it: a snapshot is a cache, and reading verbs refresh it too.
    /// </summary>
    void SaveSnapshot(HistoryBase histories);

    /// <summary>Begins an import, or resumes the interrupted one of the same source. Needs the workspace open for writing.</summary>
    IImportSession BeginImport(ImportSource source);

    /// <summary>Opens the store for messages that come one by one; an import interrupted before is dropped. Needs the workspace open for writing.</summary>
    ILiveStore BeginLive();

    /// <summary>Opens what is kept beside the base, to be read while messages come; the caller disposes it.</summary>
    ILiveRecords OpenRecords();

    /// <summary>Begins an import that stores nothing, to see what a file would bring: it asks the sealed imports, takes no lock and leaves an interrupted import alone.</summary>
    IImportSession BeginTrial();

    /// <summary>Opens the same workspace to read beside this one, from another thread. The caller disposes it.</summary>
    IWorkspaceStore OpenReader();

    /// <summary>Opens what is kept of who may do what: to be changed only where the workspace is open for writing. The caller disposes it.</summary>
    IAccessStore OpenAccess();

    /// <summary>Opens what is kept of webhooks. Needs the workspace open for writing; the caller disposes it.</summary>
    IWebhookStore OpenWebhooks();

    /// <summary>Opens the suppression list. Needs the workspace open for writing; the caller disposes it.</summary>
    ISuppressionStore OpenSuppressions();

    /// <summary>Opens what is kept of backups; may be written to beside whoever holds the workspace. The caller disposes it.</summary>
    IBackupStore OpenBackups();

    /// <summary>Writes a copy of the store as it stands at one moment into another folder, while others read and write.</summary>
    StoreCopy CopyTo(string folder);

    /// <summary>The subject that any of its keys names; -1 for none.</summary>
    int FindSubject(string key);

    /// <summary>What else is known of facts, by their numbers, in the order asked.</summary>
    IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds);

    /// <summary>What is known of the products, in the order of their terms. Their categories are in the base's vocabulary.</summary>
    IReadOnlyList<StoredProduct> Products();

    /// <summary>The number of the last transition announced; 0 before any.</summary>
    long LastTransition { get; }

    /// <summary>Transitions announced after one, in the order of their numbers.</summary>
    /// <param name="after">The number of the last one known; 0 for none.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<TransitionRow> TransitionsAfter(long after, int most);

    /// <summary>A text kept under a name: an adopted definition, a setting; null when there is none.</summary>
    string? Document(string name);

    /// <summary>Keeps a text under a name. Needs the workspace open for writing.</summary>
    void SaveDocument(string name, string text);
}
