using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Indicators;

/// <summary>The lifecycle whose stages the average basket is shown by, on a base.</summary>
/// <param name="Lifecycle">The lifecycle's id.</param>
/// <param name="Subject">Whom the lifecycle covers.</param>
/// <param name="Timelines">The stages of every subject.</param>
internal sealed record StageNames(string Lifecycle, SubjectType Subject, Timelines Timelines)
{
    /// <summary>The lifecycle shown when none is named.</summary>
    public const string Usual = "crm-segments";

    /// <summary>The stages of a base under a lifecycle of the workspace.</summary>
    public static StageNames Of(VerbRun run, string id, HistoryBase histories)
    {
        using IWorkspaceStore store = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        LifecycleDefinition definition = LifecycleChoice.Find(library, id);
        return new(id, definition.Subject, library.Analyse(definition, histories).Timelines);
    }
}
