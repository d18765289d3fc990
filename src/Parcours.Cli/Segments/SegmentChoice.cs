using Parcours.Cli.Frame;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Segments;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Segments;

/// <summary>The segments of the run's workspace, to read and to change; a refusal is told in the run's language.</summary>
internal static class SegmentChoice
{
    /// <summary>The segments without a base.</summary>
    public static SegmentLibrary Library(VerbRun run) => new(run.WorkspaceFolder, new LifecycleLibrary(run.WorkspaceFolder, _ => null));

    /// <summary>The base, and the segments on it.</summary>
    public static AnswerSource Known(VerbRun run, IWorkspaceStore store) =>
        new(store.Load(null), new LifecycleLibrary(run.WorkspaceFolder, store.Document), run.WorkspaceFolder, keys => keys.Select(store.FindSubject));

    /// <summary>Does something that may be refused.</summary>
    /// <exception cref="RefusedException">It was.</exception>
    public static T Told<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (AnswerException refused)
        {
            throw new RefusedException(new Refusal(refused.Refusal.Code, refused.Refusal.Sentence));
        }
        catch (SegmentException refused)
        {
            throw new RefusedException(new Refusal(refused.Refusal.Code, refused.Refusal.Sentence));
        }
    }

    /// <summary>Changes the segments of a workspace that no server holds, and writes so in the audit log.</summary>
    /// <exception cref="RefusedException">It cannot be.</exception>
    public static T Change<T>(VerbRun run, string action, string id, Func<SegmentEditing, T> change)
    {
        using IWorkspaceStore workspace = run.OpenToWrite();
        using IAccessStore store = workspace.OpenAccess();
        T changed = Told(() => change(new SegmentEditing(run.WorkspaceFolder, new SegmentLibrary(run.WorkspaceFolder, new LifecycleLibrary(run.WorkspaceFolder, workspace.Document)))));
        new AuditLog(store, run.Time).Write(Caller.LocalOwner.Known, action, $"segment:{id}");
        return changed;
    }

    /// <summary>"customers" or "accounts", as they are counted.</summary>
    public static LocalText Noun(Domain.Histories.SubjectType type) => type == Domain.Histories.SubjectType.Account ? new("accounts", "comptes") : new("customers", "clients");
}
