using Parcours.Cli.Frame;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Access;

/// <summary>The keys of a workspace that no server holds.</summary>
internal static class WorkspaceKeys
{
    /// <summary>Does something with them.</summary>
    /// <param name="run">The run of the verb.</param>
    /// <param name="changes">Whether they are changed: the workspace is then opened for writing.</param>
    /// <param name="work">What is done.</param>
    public static T Use<T>(VerbRun run, bool changes, Func<AccessKeys, T> work)
    {
        using IWorkspaceStore workspace = changes ? run.OpenToWrite() : run.OpenToRead();
        using IAccessStore store = workspace.OpenAccess();
        return work(new AccessKeys(store, run.Time));
    }
}
