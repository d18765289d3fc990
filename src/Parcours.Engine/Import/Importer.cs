using Parcours.Domain.Lifecycles;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Formats;
using Parcours.Engine.Import.Planning;
using Parcours.Engine.Import.Running;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Import;

/// <summary>Imports files: first a plan, made from the file alone, then the import itself.</summary>
/// <param name="clock">Tells what date is in the future.</param>
public sealed class Importer(TimeProvider clock)
{
    /// <summary>The kinds of files, the usual one first.</summary>
    public static IReadOnlyList<string> Kinds => FileKinds.Names;

    /// <summary>Looks at a file and says how it will be read, or why it cannot be. Nothing is stored, no workspace is needed.</summary>
    public static ImportPlan? Plan(ImportRequest request, out ImportRefusal? refusal) => Planner.Plan(request, out refusal);

    /// <summary>Looks at a file to show it: also where something is missing for an import. Null with why when there is nothing to see.</summary>
    public static ImportPreview? Preview(ImportRequest request, out ImportRefusal? refusal) => Previewer.Preview(request, out refusal);

    /// <summary>The words of a reason to put lines aside, by the English ones that accounts keep.</summary>
    public static LocalText ReasonNamed(string english) =>
        Enum.GetValues<Rejection>().Select(RejectionReasons.Of).Where(reason => reason.En == english).DefaultIfEmpty(new(english, english)).First();

    /// <summary>Imports a file as planned. Lines are read on one thread and stored on the caller's.</summary>
    /// <param name="store">A workspace open for writing.</param>
    /// <param name="progress">Told after every few thousand lines; may be null.</param>
    /// <exception cref="WorkspaceException">The store refused: another writer, a full disk.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: nothing is visible, and the same import later goes on from there.</exception>
    public ImportOutcome Run(ImportPlan plan, IWorkspaceStore store, IProgress<ImportProgress>? progress, CancellationToken cancellation = default)
    {
        var run = new ImportRun(plan, store.Settings, clock.GetUtcNow());
        using IImportSession session = store.BeginImport(run.Source);
        RecordBook records = RecordBook.Open(store.Document, plan.Kind, plan.Source);
        ImportOutcome outcome = run.Into(session, records, progress, cancellation);
        if (outcome.Refusal is null)
        {
            records.Save(store.SaveDocument);
        }

        return outcome;
    }

    /// <summary>Imports a file as planned into a session that somebody else began.</summary>
    /// <param name="session">Where to.</param>
    /// <param name="settings">The workspace's settings.</param>
    /// <param name="documents">Reads a text that the workspace keeps under a name.</param>
    /// <param name="saveDocument">Keeps one.</param>
    /// <param name="progress">Told after every few thousand lines; may be null.</param>
    public ImportOutcome Run(
        ImportPlan plan, IImportSession session, WorkspaceSettings settings, Func<string, string?> documents, Action<string, string> saveDocument,
        IProgress<ImportProgress>? progress, CancellationToken cancellation = default)
    {
        var run = new ImportRun(plan, settings, clock.GetUtcNow());
        RecordBook records = RecordBook.Open(documents, plan.Kind, plan.Source);
        ImportOutcome outcome = run.Into(session, records, progress, cancellation);
        if (outcome.Refusal is null)
        {
            records.Save(saveDocument);
        }

        return outcome;
    }

    /// <summary>Does everything but store, and gives the account an import would give.</summary>
    /// <param name="store">The workspace to compare with, open for reading; null when there is none yet.</param>
    /// <param name="settings">The settings to read with, when there is no workspace.</param>
    public ImportOutcome Try(ImportPlan plan, IWorkspaceStore? store, WorkspaceSettings settings, IProgress<ImportProgress>? progress, CancellationToken cancellation = default)
    {
        var run = new ImportRun(plan, store?.Settings ?? settings, clock.GetUtcNow());
        using IImportSession session = store?.BeginTrial() ?? new TrialSession();
        return run.Into(session, RecordBook.Open(name => store?.Document(name), plan.Kind, plan.Source), progress, cancellation);
    }
}
