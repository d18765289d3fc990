using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Engine.Indicators;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Indicators;

/// <summary><c>parcours indicators</c>: the year to a date, beside the year before.</summary>
internal sealed class IndicatorsVerb : Verb
{
    private readonly Option<Moment?> _at;
    private readonly Option<string?> _lifecycle;

    public IndicatorsVerb(Language language)
        : base(
            "indicators",
            language,
            new("Sales, baskets, favourite categories, attachment and abandoned carts of a year, beside the year before", "Ventes, paniers, catégories favorites, attachement et paniers abandonnés d'une année, à côté de l'année d'avant"),
            "parcours indicators",
            "parcours indicators --at 1998-01-01 --json",
            "parcours indicators --lifecycle relation")
    {
        _at = AddAt();
        _lifecycle = AddOption<string?>("--lifecycle", "ID", new(
            $"The lifecycle whose stages the baskets are shown by; {StageNames.Usual} when not given",
            $"Le cycle de vie dont les phases répartissent les paniers ; {StageNames.Usual} par défaut"));
    }


    public override int Run(VerbRun run)
    {
        HistoryBase all = run.LoadBase();
        Window window = Window.YearTo(run.At(_at, all.Calendar), all.Calendar);
        StageNames stages = Stages(run, run.Parsed.GetValue(_lifecycle) ?? StageNames.Usual, all);
        HistoryBase histories = OrderHolders.Of(all, stages.Subject);
        var now = IndicatorSet.Compute(histories, window, stages);
        var before = IndicatorSet.Compute(histories, window.YearBefore(histories.Calendar), stages);
        if (run.Json)
        {
            run.WriteJson(writer => new IndicatorsJson(writer, histories, stages).Write(now, before));
        }
        else
        {
            new IndicatorsPage(run, histories, stages).Show(now, before);
        }

        return ExitCode.Done;
    }

    private static StageNames Stages(VerbRun run, string id, HistoryBase histories)
    {
        using IWorkspaceStore store = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        LifecycleDefinition definition = LifecycleChoice.Find(library, id);
        return new(id, definition.Subject, library.Analyse(definition, histories).Timelines);
    }
}
