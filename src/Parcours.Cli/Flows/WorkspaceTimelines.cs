using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Flows;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Flows;

/// <summary>Timelines computed from the run's workspace.</summary>
internal static class WorkspaceTimelines
{
    /// <summary>Reads the base and computes a lifecycle's timelines.</summary>
    public static TimelineReading Read(VerbRun run, string id, Moment? at)
    {
        using IWorkspaceStore store = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        LifecycleDefinition definition = LifecycleChoice.Find(library, id);
        HistoryBase histories = store.Load(null);
        return new(id, definition.Name, at?.On(histories.Calendar) ?? run.Now, histories, library.Analyse(definition, histories).Timelines);
    }
}
