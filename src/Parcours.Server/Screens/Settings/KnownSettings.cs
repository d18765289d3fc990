using Parcours.Engine.Workspaces;
using Parcours.Server.Live;

namespace Parcours.Server.Screens.Settings;

/// <summary>The workspace's settings as pages show them; whoever changes them does it here. The first amount may choose the currency meanwhile.</summary>
internal sealed class KnownSettings(LiveState live, IWorkspaceStore store)
{
    private volatile string? _name;

    /// <summary>What pages are headed with.</summary>
    internal string Name => (_name ??= Now().Name) is { Length: > 0 } name ? name : "Parcours";

    /// <summary>The settings as they stand.</summary>
    internal WorkspaceSettings Now()
    {
        using IWorkspaceStore reader = live.OpenReader();
        return reader.Settings;
    }

    /// <summary>Changes them.</summary>
    internal void Save(WorkspaceSettings settings)
    {
        lock (store)
        {
            store.Save(settings);
        }

        _name = settings.Name;
    }
}
