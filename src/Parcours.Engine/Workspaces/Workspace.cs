using Parcours.Domain.Histories;

namespace Parcours.Engine.Workspaces;

/// <summary>An open workspace: its store, and its base once somebody asked for it. Used from one thread.</summary>
public sealed class Workspace : IDisposable
{
    private HistoryBase? _histories;

    private Workspace(string folder, IWorkspaceStore store)
    {
        Folder = folder;
        Store = store;
    }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>What is kept on disk.</summary>
    public IWorkspaceStore Store { get; }

    /// <summary>Its zone and currency.</summary>
    public WorkspaceSettings Settings => Store.Settings;

    /// <summary>The base: loaded at the first call and kept until <see cref="Forget"/>.</summary>
    public HistoryBase Histories => _histories ?? Load(null);

    /// <summary>Opens the workspace of a folder.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="open">Opens the store of a folder, for reading or for writing.</param>
    /// <exception cref="WorkspaceException">The store refused.</exception>
    public static Workspace Open(string folder, Func<string, IWorkspaceStore> open) => new(folder, open(folder));

    /// <summary>Loads the base as the store stands now, and refreshes its snapshot if that makes the next start faster.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    public HistoryBase Load(IProgress<double>? progress)
    {
        _histories = Store.Load(progress);
        Store.SaveSnapshot(_histories);
        return _histories;
    }

    /// <summary>Lets go of the base, so that the next call sees what was imported since.</summary>
    public void Forget() => _histories = null;

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
