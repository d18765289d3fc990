using System.CommandLine;
using Parcours.Cli.Access;
using Parcours.Cli.Assistant;
using Parcours.Cli.Backups;
using Parcours.Cli.Churn;
using Parcours.Cli.Cohorts;
using Parcours.Cli.Conversion;
using Parcours.Cli.Customers;
using Parcours.Cli.Erasure;
using Parcours.Cli.Flows;
using Parcours.Cli.Frame;
using Parcours.Cli.Identity;
using Parcours.Cli.Indicators;
using Parcours.Cli.Lifecycles;
using Parcours.Cli.NextNeed;
using Parcours.Cli.Predictions;
using Parcours.Cli.Quarantine;
using Parcours.Cli.Reports;
using Parcours.Cli.Retention;
using Parcours.Cli.Rfm;
using Parcours.Cli.Rhythm;
using Parcours.Cli.Samples;
using Parcours.Cli.Segments;
using Parcours.Cli.Serving;
using Parcours.Cli.Sources;
using Parcours.Cli.Timing;
using Parcours.Cli.Value;
using Parcours.Cli.WinBack;

namespace Parcours.Cli;

/// <summary>Every verb, in the order help shows them. One line a verb: nothing is found by scanning, so that a start costs little.</summary>
internal static class Verbs
{
    /// <summary>Makes the verbs, described in a language.</summary>
    public static IEnumerable<Command> All(Language language) =>
    [
        new DemoVerb(language),
        new VerbGroup("lifecycle", language, new("Where every customer stands, and why", "Où en est chaque client, et pourquoi"),
            new LifecycleListVerb(language),
            new LifecycleShowVerb(language),
            new FlowsVerb(language, WorkspaceTimelines.Read),
            new MatrixVerb(language, WorkspaceTimelines.Read),
            new TimeVerb(language, WorkspaceTimelines.Read),
            new PathsVerb(language, WorkspaceTimelines.Read),
            new ConversionVerb(language, WorkspaceTimelines.Read),
            new LifecycleCheckVerb(language),
            new LifecycleAdoptVerb(language)),
        new VerbGroup("segment", language, new("Who fits a rule or stands on a list, at any date", "Qui répond à une règle ou figure sur une liste, à toute date"),
            new SegmentListVerb(language),
            new SegmentShowVerb(language),
            new SegmentCountVerb(language),
            new SegmentMembersVerb(language),
            new SegmentHistoryVerb(language),
            new SegmentDiscoverVerb(language),
            new SegmentCheckVerb(language),
            new SegmentAddVerb(language),
            new SegmentRemoveVerb(language)),
        new CustomerVerb(language),
        new Import.ImportVerb(language),
        new ChurnVerb(language),
        new BacktestVerb(language),
        new PredictVerb(language),
        OpportunityVerb.WinBack(language),
        OpportunityVerb.Prospects(language),
        new TimingVerb(language),
        new RhythmVerb(language),
        new RfmVerb(language),
        new CohortsVerb(language),
        new IndicatorsVerb(language),
        new FitVerb(language),
        new ValueVerb(language),
        new VerbGroup("stats", language, new("The statistical models by themselves", "Les modèles statistiques, seuls"), new EvaluateVerb(language)),
        new NextVerb(language),
        new ReportVerb(language),
        new SampleVerb(language),
        new VerbGroup("source", language, new("The tools that send or are asked for facts", "Les outils qui envoient des événements ou à qui on en demande"),
            new SourceAddVerb(language),
            new SourceListVerb(language),
            new SourceRemoveVerb(language)),
        new ServeVerb(language),
        new VerbGroup("key", language, new("The keys of those who send and read", "Les clés de ceux qui envoient et lisent"),
            new KeyCreateVerb(language),
            new KeyListVerb(language),
            new KeyRevokeVerb(language)),
        new MergeVerb(language),
        new UnmergeVerb(language),
        new VerbGroup("quarantine", language, new("Messages that could not be taken", "Les messages qui n'ont pas pu être pris"),
            new QuarantineListVerb(language),
            new QuarantineReplayVerb(language)),
        new McpVerb(language),
        new BackupVerb(language),
        new RestoreVerb(language),
        new EraseVerb(language),
        new RetentionVerb(language),
    ];
}
