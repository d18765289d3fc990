using System.CommandLine;
using Parcours.Cli.Conversion;
using Parcours.Cli.Customers;
using Parcours.Cli.Flows;
using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;
using Parcours.Cli.Reports;
using Parcours.Cli.Rfm;
using Parcours.Cli.Rhythm;

namespace Parcours.Cli;

/// <summary>Every verb, in the order help shows them. One line a verb: nothing is found by scanning, so that a start costs little.</summary>
internal static class Verbs
{
    /// <summary>Makes the verbs, described in a language.</summary>
    public static IEnumerable<Command> All(Language language) =>
    [
        new VerbGroup("lifecycle", language, new("Where every customer stands, and why", "Où en est chaque client, et pourquoi"),
            new LifecycleListVerb(language),
            new LifecycleShowVerb(language),
            new FlowsVerb(language, Read),
            new MatrixVerb(language, Read),
            new TimeVerb(language, Read),
            new PathsVerb(language, Read),
            new ConversionVerb(language, Read),
            new LifecycleCheckVerb(language),
            new LifecycleAdoptVerb(language)),
        new CustomerVerb(language),
        new Import.ImportVerb(language),
        new RhythmVerb(language),
        new RfmVerb(language),
        new ReportVerb(language),
    ];

    private static TimelineReading Read(VerbRun run, string id, Moment? at)
    {
        using IWorkspaceStore store = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        LifecycleDefinition definition = LifecycleChoice.Find(library, id);
        HistoryBase histories = store.Load(null);
        return new(id, definition.Name, at?.On(histories.Calendar) ?? run.Now, histories, library.Analyse(definition, histories).Timelines);
    }
}
