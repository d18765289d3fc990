using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Engine.Segments;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;

namespace Parcours.Server.Live;

/// <summary>The live workspace of the server and the stages it keeps: open before the first request is answered, closed after the last one.</summary>
internal sealed class LiveState : IDisposable
{
    private readonly IWorkspaceStore _store;
    private readonly string _folder;

    /// <summary>Opens it.</summary>
    /// <exception cref="WorkspaceException">The store refused.</exception>
    public LiveState(ServerOptions options, IWorkspaceStore store, TimeProvider time)
    {
        _store = store;
        _folder = options.Workspace;
        Workspace = LiveWorkspace.Open(store.BeginLive, null);
        try
        {
            Standing = new StandingLifecycles(Workspace, Library, options.Workspace, time);
            Segments = new LiveSegments(Workspace, SegmentLibrary, options.Live, time);
            Lifecycles = new LiveLifecycles(Workspace, Library, options.Live, time, Standing, Segments);
        }
        catch (ArgumentException unknown)
        {
            Workspace.Dispose();
            throw new ServerStartException(unknown.Message.TrimEnd('.'), unknown);
        }
        catch
        {
            Workspace.Dispose();
            throw;
        }
    }

    /// <summary>The workspace: messages go in, the base is read.</summary>
    public LiveWorkspace Workspace { get; }

    /// <summary>The stages, and the transitions announced.</summary>
    public LiveLifecycles Lifecycles { get; }

    /// <summary>Every lifecycle, its thresholds as they were last resolved.</summary>
    public StandingLifecycles Standing { get; }

    /// <summary>Who is in the segments, as announced.</summary>
    public LiveSegments Segments { get; }

    /// <summary>Opens the store to read, for one request or one worker.</summary>
    public IWorkspaceStore OpenReader() => _store.OpenReader();

    /// <summary>A text kept under a name; null when there is none.</summary>
    public string? Document(string name)
    {
        using IWorkspaceStore reader = _store.OpenReader();
        return reader.Document(name);
    }

    /// <summary>Keeps a text under a name. One at a time, with imports.</summary>
    public void SaveDocument(string name, string text)
    {
        lock (_store)
        {
            _store.SaveDocument(name, text);
        }
    }

    /// <summary>The workspace's lifecycles as their files and adopted thresholds stand now.</summary>
    public LifecycleLibrary Library() => new(_folder, Document);

    /// <summary>The workspace's segments as their files stand now.</summary>
    public SegmentLibrary SegmentLibrary() => new(_folder, Library());

    /// <inheritdoc/>
    public void Dispose()
    {
        Lifecycles.Dispose();
        Workspace.Dispose();
    }
}
