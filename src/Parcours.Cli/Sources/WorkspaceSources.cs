using Parcours.Cli.Frame;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Sources;

namespace Parcours.Cli.Sources;

/// <summary>The sources of a workspace that no server holds.</summary>
internal static class WorkspaceSources
{
    /// <summary>Changes them, and writes so in the audit log.</summary>
    /// <exception cref="RefusedException">It cannot be.</exception>
    public static SourceLine Change(VerbRun run, string action, Func<SourceBook, SourceLine> change)
    {
        using IWorkspaceStore workspace = run.OpenToWrite();
        using IAccessStore store = workspace.OpenAccess();
        try
        {
            SourceLine source = change(new SourceBook(run.WorkspaceFolder, run.Time));
            new AuditLog(store, run.Time).Write(Caller.LocalOwner.Known, action, $"source:{source.Number}");
            return source;
        }
        catch (SourceException refused)
        {
            throw new RefusedException(new Refusal(refused.Refusal.Code, new(refused.Refusal.English, refused.Refusal.French)));
        }
    }
}
