using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Lifecycles;

/// <summary><c>parcours lifecycle show ID --at D</c>: where every customer stands, and who moved.</summary>
internal sealed class LifecycleShowVerb : Verb
{
    private readonly Argument<string> _id;
    private readonly Option<Moment?> _at;
    private readonly Option<Moment?> _from;

    public LifecycleShowVerb(Language language)
        : base("show", language, new("Where every customer stands in a lifecycle, and who moved", "Où en est chaque client dans un cycle de vie, et qui a changé de phase"),
            "parcours lifecycle show crm-segments --at 2026-03-01", "parcours lifecycle show relation --at 2026-03-01 --from 2026-01-01")
    {
        _id = AddArgument<string>("ID", new("The lifecycle, as crm-segments", "Le cycle de vie, comme crm-segments"));
        _at = AddAt();
        _from = AddMoment("--from", new("Count the moves after this date; the first fact when not given", "Compter les changements après cette date ; le premier événement si elle n'est pas donnée"));
    }

    public override int Run(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        LifecycleDefinition definition = LifecycleChoice.Find(library, run.Parsed.GetValue(_id)!);
        HistoryBase histories = store.Load(null);
        LifecycleAnalysis analysis = library.Analyse(definition, histories);
        Instant at = run.At(_at, histories.Calendar);
        Instant? from = run.Parsed.GetValue(_from)?.On(histories.Calendar);
        var counts = StageCounts.Of(analysis.Timelines, at);
        var moves = Transitions.Between(analysis.Timelines, from, at);
        if (run.Json)
        {
            run.WriteJson(json => LifecycleJson.Write(json, analysis, counts, moves));
        }
        else
        {
            new LifecycleSheet(run, analysis).Write(counts, moves, StageCounts.Of(analysis.Timelines, YearEarlier.Of(at, histories.Calendar)));
        }

        return ExitCode.Done;
    }
}
