using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;

namespace Parcours.Cli.Churn;

/// <summary><c>parcours backtest DEFINITION</c>: how good a churn score would have been on the company's own past.</summary>
internal sealed class BacktestVerb : Verb
{
    private readonly Argument<string> _id;
    private readonly Option<Moment?> _trainAt;
    private readonly Option<Moment?> _testAt;
    private readonly Option<Period?> _horizon;

    public BacktestVerb(Language language)
        : base(
            "backtest",
            language,
            new("How good a churn score would have been on your own past", "Ce qu'un score d'attrition aurait valu sur votre propre passé"),
            "parcours backtest stopped-buying",
            "parcours backtest stopped-buying --train-at 2025-06-30 --test-at 2025-12-31 --json")
    {
        _id = AddArgument<string>("DEFINITION", new("The churn definition's id, or a .yaml file", "L'identifiant de la définition d'attrition, ou un fichier .yaml"));
        _trainAt = AddMoment("--train-at", new("The date learnt at; a horizon before the test when not given", "La date d'apprentissage ; un horizon avant le test si elle n'est pas donnée"));
        _testAt = AddMoment("--test-at", new("The date tested at; the last one whose outcome is known when not given", "La date du test ; la dernière dont l'issue est connue si elle n'est pas donnée"));
        _horizon = HorizonOption.Make(language, language.Say("Another horizon than the definition's", "Un autre horizon que celui de la définition"));
        Add(_horizon);
    }

    public override int Run(VerbRun run)
    {
        ChurnDefinition definition = ChurnChoice.Find(run, run.Parsed.GetValue(_id)!);
        definition = run.Parsed.GetValue(_horizon) is { } horizon ? definition with { Horizon = horizon } : definition;
        HistoryBase histories = run.LoadBase();
        Calendar calendar = histories.Calendar;
        int days = (int)Math.Round(definition.Horizon.ApproximateDays);
        Instant testAt = run.Parsed.GetValue(_testAt)?.On(calendar) ?? calendar.EndOfDay(calendar.DayOf(FactSpan.Of(histories).Last) - days);
        Instant trainAt = run.Parsed.GetValue(_trainAt)?.On(calendar) ?? calendar.EndOfDay(calendar.DayOf(testAt) - days);
        using var progress = new ProgressLine(run.Terminal, run.Time, run.Language);
        (ChurnBacktest? backtest, ChurnRefusal? refusal) = ChurnBacktest.Run(
            definition, histories, trainAt, testAt,
            share => progress.Show(share, (long)(share * 100), run.Language.Say("% of the backtest", "% du test")));
        if (refusal is not null)
        {
            throw new RefusedException(ChurnRefusals.Of(refusal, definition));
        }

        if (run.Json)
        {
            run.WriteJson(writer => BacktestJson.Write(writer, backtest!));
        }
        else
        {
            BacktestAnswer.Show(run, backtest!, calendar);
        }

        return ExitCode.Done;
    }
}
