using Parcours.Cli.Frame;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Serving;

/// <summary>Changes a workspace that no server holds, in the way a server would.</summary>
internal static class WorkspaceWriting
{
    /// <summary>Opens the workspace for messages, does something, and closes it.</summary>
    /// <exception cref="RefusedException">It was refused.</exception>
    public static T Use<T>(VerbRun run, Func<LiveWorkspace, IWorkspaceStore, Task<T>> work)
    {
        using IWorkspaceStore store = run.OpenToWrite();
        using var live = LiveWorkspace.Open(store.BeginLive, null);
        try
        {
            return work(live, store).GetAwaiter().GetResult();
        }
        catch (AnswerException refused)
        {
            throw new RefusedException(new Refusal(refused.Refusal.Code, refused.Refusal.Sentence));
        }
    }
}
