using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Predictions;

/// <summary><c>parcours fit</c>: fits a model of purchases or spend, and tests it on what came after.</summary>
internal sealed class FitVerb : Verb
{
    private readonly Argument<string> _model;
    private readonly Option<Moment?> _calibrate;
    private readonly Option<Moment?> _holdout;
    private readonly Option<string?> _unit;
    private readonly Option<int?> _regularity;

    public FitVerb(Language language)
        : base(
            "fit",
            language,
            new("Fits a model of when customers buy (or of how much they spend), and tests it on what came after", "Cale un modèle des achats (ou de la dépense) des clients, et le teste sur la suite"),
            "parcours fit bgnbd",
            "parcours fit pnbd --calibrate-until 1997-09-30 --holdout-until 1998-06-30 --unit week --json",
            "parcours fit bgbb --unit month")
    {
        _model = AddArgument<string>("MODEL", new(
            "bgnbd, mbgnbd, mbgcnbd (regular purchases), pnbd, nbd (nobody leaves), bgbb (purchases by calendar period), gg (spend)",
            "bgnbd, mbgnbd, mbgcnbd (achats réguliers), pnbd, nbd (personne ne part), bgbb (achats par période), gg (dépense)"));
        _model.AcceptOnlyFromAmong([.. PredictionModels.Ids]);
        _calibrate = AddMoment("--calibrate-until", new("The model learns until then; all of the data when not given", "Le modèle apprend jusque-là ; toutes les données si la date manque"));
        _holdout = AddMoment("--holdout-until", new("And is tested on what came from then to here", "Et il est testé sur la suite, jusqu'ici"));
        _unit = AddOption<string?>("--unit", string.Join('|', ModelWords.Units), new(
            "The unit of time: weeks when not given; the period of bgbb, months when not given",
            "L'unité de temps : la semaine par défaut ; la période de bgbb, le mois par défaut"));
        _unit.AcceptOnlyFromAmong(ModelWords.Units);
        _regularity = AddOption<int?>("--regularity", "K", new(
            "How regular purchases are in mbgcnbd, 1 to 20; chosen by the likelihood when not given", "La régularité des achats dans mbgcnbd, de 1 à 20 ; choisie par la vraisemblance si elle manque"));
        _regularity.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 20)
            {
                result.AddError(Language.Say("--regularity is a whole number from 1 to 20.", "--regularity est un nombre entier de 1 à 20."));
            }
        });
    }

    public override int Run(VerbRun run)
    {
        long begun = run.Time.GetTimestamp();
        string model = run.Parsed.GetValue(_model)!;
        bool opportunities = model == PredictionModels.Opportunities;
        CalendarUnit unit = ModelWords.UnitOf(run.Parsed.GetValue(_unit), opportunities ? CalendarUnit.Month : CalendarUnit.Week);
        var request = new ModelRequest(model, unit, run.Parsed.GetValue(_regularity));
        HistoryBase histories;
        FitWindow window;
        FittedModel fitted;
        ModelHoldout? holdout;
        using (var line = new StepLine(run))
        {
            using (var workspace = Workspace.Open(run.WorkspaceFolder, _ => run.OpenToRead()))
            {
                histories = workspace.Load(line.Within(0, 0.3));
            }

            window = FitWindow.Of(run, histories, run.Parsed.GetValue(_calibrate), run.Parsed.GetValue(_holdout));
            line.At(0.3);
            Instant end = window.End ?? window.Cut;
            HistoryBase orders = OrderHolders.Of(histories);
            (fitted, holdout) = opportunities ? FitOpportunities(orders, request, window.Cut, end) : Fit(run, line, orders, request, window.Cut, end);
        }

        var answer = new FitAnswer(fitted, holdout, window, histories.Calendar, run.Time.GetElapsedTime(begun).TotalSeconds);
        if (run.Json)
        {
            run.WriteJson(answer.Write);
        }
        else
        {
            answer.Show(run);
        }

        return ExitCode.Done;
    }

    private static (FittedModel Model, ModelHoldout? Holdout) FitOpportunities(HistoryBase histories, ModelRequest request, Instant cut, Instant end)
    {
        var table = OpportunityTable.Compute(histories, cut, request.Unit, end);
        FittedModel model = ModelFits.Of(request, histories.Calendar.DayOf(cut), table);
        return (model, table.LaterUnits > 0 ? ModelHoldout.Of(model, table) : null);
    }

    private static (FittedModel Model, ModelHoldout? Holdout) Fit(VerbRun run, StepLine line, HistoryBase histories, ModelRequest request, Instant cut, Instant end)
    {
        var history = PurchaseHistory.Of(histories, cut, request.Unit, end);
        line.At(0.4, history.Count);
        FittedModel model = ModelFits.Of(request, history, line.Within(0.4, 0.95, history.Count));
        if (end <= cut)
        {
            FittedModelFile.Write(run.WorkspaceFolder, model, BaseState.Of(histories, history.Table));
            return (model, null);
        }

        line.At(0.95, history.Count);
        return (model, ModelHoldout.Of(model, history));
    }
}
