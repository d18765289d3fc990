using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Predictions;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;
using Parcours.Engine.Spend;
using Parcours.Engine.Value;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Value;

/// <summary><c>parcours value</c>: what customers are expected to bring.</summary>
internal sealed class ValueVerb : Verb
{
    private const double Percent = 100;

    private readonly Option<Moment?> _at;
    private readonly Option<Period?> _horizon;
    private readonly Option<double> _discount;
    private readonly Option<string?> _model;
    private readonly Option<string?> _out;
    private readonly Option<Moment?> _backtest;

    public ValueVerb(Language language)
        : base(
            "value",
            language,
            new("What customers are expected to spend (lifetime value), in all, by tenth and by source, with intervals", "Ce que les clients devraient dépenser (valeur vie client), au total, par dixième et par source, avec des intervalles"),
            "parcours value",
            "parcours value --horizon 2y --discount 8 --out values.csv",
            "parcours value --backtest-at 1997-09-30 --json")
    {
        _at = AddMoment("--at", new("The date the forecast starts from: the end of the data when not given", "La date d'où part la prévision : la fin des données si elle manque"));
        _horizon = HorizonOption.Make(language, language.Say("How far ahead; 365 days when not given", "Jusqu'où prévoir ; 365 jours par défaut"));
        Add(_horizon);
        _discount = AddOption<double>("--discount", "%", new("What a year takes off money to come; 10 % when not given", "Ce qu'une année retire à l'argent à venir ; 10 % par défaut"));
        _discount.DefaultValueFactory = _ => new ValueRequest().AnnualDiscount * Percent;
        _discount.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1000))
            {
                result.AddError(Language.Say("--discount is a percentage from 0 to 1000.", "--discount est un pourcentage de 0 à 1000."));
            }
        });
        _model = AddOption<string?>("--model", string.Join('|', ValueRequest.Models), new("The model of when customers buy; pnbd when not given", "Le modèle des achats ; pnbd par défaut"));
        _model.AcceptOnlyFromAmong([.. ValueRequest.Models]);
        _out = AddOption<string?>("--out", "FILE", new("Also write every customer to this CSV file", "Écrire aussi chaque client dans ce fichier CSV"));
        _backtest = AddMoment("--backtest-at", new(
            "Also forecast as of this earlier date, and compare with what was spent since", "Prévoir aussi à cette date antérieure, et comparer avec ce qui a été dépensé depuis"));
    }

    public override int Run(VerbRun run)
    {
        var request = new ValueRequest(run.Parsed.GetValue(_horizon)?.ApproximateDays ?? new ValueRequest().HorizonDays, run.Parsed.GetValue(_discount) / Percent, run.Parsed.GetValue(_model) ?? new ValueRequest().Model);
        ValueAnswer answer;
        using (var line = new StepLine(run))
        using (var workspace = Workspace.Open(run.WorkspaceFolder, _ => run.OpenToRead()))
        {
            HistoryBase all = workspace.Load(line.Within(0, 0.2));
            FitWindow window = FitWindow.Of(run, all, run.Parsed.GetValue(_at));
            HistoryBase histories = OrderHolders.Of(all);
            answer = Compute(run, line, workspace.Store, histories, request, window.Cut);
            if (run.Parsed.GetValue(_backtest)?.On(histories.Calendar) is { } earlier)
            {
                line.At(0.9);
                answer = answer with { Backtest = Backtest(histories, request, earlier, window.Cut), BacktestAt = earlier };
            }
        }

        if (run.Parsed.GetValue(_out) is { Length: > 0 } path)
        {
            CsvOut.Write(path, answer.WriteFile);
        }

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

    private static ValueAnswer Compute(VerbRun run, StepLine line, IWorkspaceStore store, HistoryBase histories, ValueRequest request, Instant cut)
    {
        var history = PurchaseHistory.Of(histories, cut);
        line.At(0.25, history.Count);
        FittedModel purchases = FittedModels.Of(run.WorkspaceFolder, new ModelRequest(request.Model), histories, history);
        line.At(0.35, history.Count);
        FittedModel spend = FittedModels.Of(run.WorkspaceFolder, new ModelRequest(PredictionModels.Spend), histories, history);
        long[] unitCosts = ProductCosts.Of(store, histories.Vocabulary.Count, histories.Currency);
        LineCosts? costs = Array.Exists(unitCosts, cost => cost >= 0) ? LineCosts.Compute(histories, cut, unitCosts) : null;
        var analysis = ValueAnalysis.Compute(request, purchases, spend, history, costs, line.Within(0.4, 0.85, history.Count));
        return new ValueAnswer(histories, cut, analysis, Sources(store, histories, cut, analysis), null, default);
    }

    private static IReadOnlyList<SourceValue> Sources(IWorkspaceStore store, HistoryBase histories, Instant cut, ValueAnalysis analysis)
    {
        IReadOnlyList<AdvertisingSpend> spend = AdvertisingSpend.Of(store);
        if (spend.Count == 0 || analysis.Customers.Length == 0)
        {
            return [];
        }

        FirstPurchase[] began = FirstPurchases.Compute(histories, cut, CustomerSources.AttributeIn(histories));
        return SourceValue.Of(spend, analysis.Customers, began, CustomerSources.Of(store, histories, began), histories.Currency);
    }

    private static ValueBacktest Backtest(HistoryBase histories, ValueRequest request, Instant earlier, Instant cut)
    {
        Calendar calendar = histories.Calendar;
        int day = calendar.DayOf(earlier);
        Instant end = calendar.EndOfDay(Math.Min(calendar.DayOf(cut), day + (int)Math.Ceiling(request.HorizonDays)));
        return calendar.DayOf(end) > day
            ? ValueBacktest.Run(histories, request.Model, calendar.EndOfDay(day), end)
            : throw new RefusedException(new("backtest_empty", new(
                $"Nothing is known after {Language.English.Date(earlier, calendar)}: give an earlier --backtest-at.",
                $"Rien n'est connu après le {Language.French.Date(earlier, calendar)} : donnez un --backtest-at plus ancien.")));
    }
}
