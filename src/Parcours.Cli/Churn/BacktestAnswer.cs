using Parcours.Cli.Frame;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Statistics.Measures;

namespace Parcours.Cli.Churn;

/// <summary>What <c>parcours backtest</c> answers people.</summary>
internal static class BacktestAnswer
{
    public static void Show(VerbRun run, ChurnBacktest backtest, Calendar calendar)
    {
        Language language = run.Language;
        string name = language.Say(backtest.Definition.Name);
        run.Terminal.Out.WriteLine(language.Say(
            $"{name}: learnt at {language.Date(backtest.TrainAt, calendar)}, tested at {language.Date(backtest.TestAt, calendar)}, horizon {backtest.HorizonDays} days.",
            $"{name} : appris au {language.Date(backtest.TrainAt, calendar)}, testé au {language.Date(backtest.TestAt, calendar)}, horizon {backtest.HorizonDays} jours."));
        run.Terminal.Out.WriteLine(language.Say(
            $"Left: {language.Percent(backtest.TrainRate)} of {language.Count(backtest.TrainRows)} then, {language.Percent(backtest.TestRate)} of {language.Count(backtest.TestRows)} at the test.",
            $"Partis : {language.Percent(backtest.TrainRate)} de {language.Count(backtest.TrainRows)} à l'apprentissage, {language.Percent(backtest.TestRate)} de {language.Count(backtest.TestRows)} au test."));
        ShowTrials(run, backtest);
        ShowCalibration(run, backtest.ChosenTrial);
        ShowChoice(run, backtest.Selection);
        ShowPast(run, backtest.Selection, calendar);
    }

    /// <summary>Which learner is used, and why.</summary>
    public static void ShowChoice(VerbRun run, ChurnSelection selection)
    {
        Language language = run.Language;
        run.Terminal.Out.WriteLine(selection switch
        {
            { BestRefused: { } best } => language.Say($"No better than recency: {best} did best and did not beat it, so recency alone is used.", $"Pas mieux que la récence : {best} faisait le mieux sans la battre, donc la récence seule est utilisée."),
            { Trials.IsEmpty: true } => language.Say("The past is too short to choose a learner on: recency alone is used.", "Le passé est trop court pour choisir une méthode : la récence seule est utilisée."),
            _ => language.Say($"Used: {selection.Chosen}, chosen on windows that had closed before, never on the test.", $"Utilisé : {selection.Chosen}, choisi sur des périodes closes auparavant, jamais sur le test."),
        });
    }

    /// <summary>What scores of past dates foretold, and what happened.</summary>
    public static void ShowPast(VerbRun run, ChurnSelection selection, Calendar calendar)
    {
        Language language = run.Language;
        if (!selection.ChosenTrials.Any(trial => trial.Foretold is not null))
        {
            return;
        }

        var sheet = new Sheet(
            language.Say($"What its scores of past dates foretold (horizon {selection.HorizonDays} days)", $"Ce que ses scores passés annonçaient (horizon {selection.HorizonDays} jours)"),
            "date", language.Say("foretold", "annoncé"), language.Say("happened", "arrivé"), "AUC");
        foreach (ChurnTrial trial in selection.ChosenTrials.Where(trial => trial.Foretold is not null))
        {
            sheet.Row(language.Date(trial.TestedAt, calendar), language.Percent(trial.Foretold), language.Percent(trial.Happened), language.Number(trial.Measures?.Area?.Value, 3));
        }

        sheet.Write(run.Terminal);
    }

    private static void ShowTrials(VerbRun run, ChurnBacktest backtest)
    {
        Language language = run.Language;
        var sheet = new Sheet(
            language.Say("On the test window", "Sur la période de test"),
            language.Say("learner", "méthode"), "AUC", language.Say("log-loss", "perte log."), language.Say("calibration error", "erreur de calibrage"), language.Say("lift, top 10 %", "lift, 10 % du haut"));
        foreach (ChurnTrial trial in backtest.Trials)
        {
            string mark = trial.Learner == backtest.Selection.Chosen ? " *" : string.Empty;
            sheet.Row(
                trial.Learner + mark, language.Number(trial.Measures?.Area?.Value, 3), language.Number(trial.Measures?.LogLoss, 3),
                language.Number(trial.Measures?.CalibrationError, 3), language.Number(LiftTop10(trial), 2));
        }

        sheet.Write(run.Terminal);
    }

    private static void ShowCalibration(VerbRun run, ChurnTrial trial)
    {
        if (trial.Calibration is not { } curve)
        {
            return;
        }

        Language language = run.Language;
        var sheet = new Sheet(
            language.Say($"{trial.Learner}: what it said against what happened", $"{trial.Learner} : ce qui était dit et ce qui est arrivé"),
            language.Say("said", "dit"), language.Say("left", "partis"), language.Say("customers", "clients"));
        foreach (CalibrationBin bin in curve.Bins)
        {
            sheet.Row(language.Percent(bin.MeanProbability), language.Percent(bin.ObservedShare), language.Count(bin.Rows));
        }

        sheet.Write(run.Terminal);
    }

    private static double? LiftTop10(ChurnTrial trial) => trial.Lift is { Deciles: [var top, ..] } ? top.Lift : null;
}
