using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Cli.Predictions;

/// <summary>A fit as told to machines and to people.</summary>
/// <param name="Model">The fit.</param>
/// <param name="Holdout">Its test; null without one.</param>
/// <param name="Window">What it learnt from and was tested on.</param>
/// <param name="Calendar">The workspace's calendar.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record FitAnswer(FittedModel Model, ModelHoldout? Holdout, FitWindow Window, Calendar Calendar, double Seconds)
{
    private const int Digits = 6;

    private bool HasErrors => Model.StandardErrors.Count > 0;

    /// <summary>Writes it for machines: figures as computed, none where none is honest.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        IReadOnlyList<string> names = PredictionModels.ParametersOf(Model.Model);
        writer.WriteString("model", Model.Model);
        writer.WriteString("asked", Model.Request.Model);
        writer.WriteString("unit", Model.Request.Unit.ToString().ToLowerInvariant());
        writer.WriteString("calibrate_until", Language.English.Date(Window.Cut, Calendar));
        writer.WriteNumber("customers", Model.Customers);
        if (Model.Model == PredictionModels.Regular)
        {
            writer.WriteNumber("regularity", Model.Regularity);
        }

        Write(writer, "parameters", names, Model.Parameters);
        Write(writer, "standardErrors", names, Model.StandardErrors);
        WriteExact(writer, "logLikelihood", Model.IsFitted ? Model.LogLikelihood : null);
        writer.WriteBoolean("converged", Model.Converged);
        writer.WriteTexts("warnings", Model.Warnings.Select(warning => warning.Code));
        writer.WriteFigure("seconds", Seconds);
        if (Holdout is not { } test)
        {
            writer.WriteNull("holdout");
            return;
        }

        writer.WriteStartObject("holdout");
        writer.WriteString("until", Language.English.Date(Window.End ?? Window.Cut, Calendar));
        writer.WriteNumber("customers", test.Customers);
        WriteExact(writer, "predicted", test.Predicted);
        WriteExact(writer, "actual", test.Actual);
        WriteExact(writer, "mae", test.MeanAbsoluteError);
        WriteExact(writer, "rmse", test.RootMeanSquaredError);
        WriteExact(writer, "correlation", test.Correlation);
        writer.WriteEndObject();
    }

    /// <summary>Shows it to people.</summary>
    public void Show(VerbRun run)
    {
        Language language = run.Language;
        string name = ModelWords.NameOf(Model.Model, Model.Regularity);
        string date = language.Date(Window.Cut, Calendar);
        run.Terminal.Out.WriteLine(language.Say(
            $"{name} on {language.Count(Model.Customers)} customers until {date}, time in {ModelWords.Of(Model.Request.Unit).En}",
            $"{name} sur {language.Count(Model.Customers)} clients jusqu'au {date}, temps en {ModelWords.Of(Model.Request.Unit).Fr}"));
        var sheet = new Sheet(
            string.Empty, language.Say("parameter", "paramètre"), language.Say("value", "valeur"), language.Say("standard error", "erreur type"));
        IReadOnlyList<string> names = PredictionModels.ParametersOf(Model.Model);
        for (int i = 0; i < Model.Parameters.Count; i++)
        {
            sheet.Row(names[i], language.Number(Model.Parameters[i], Digits), HasErrors ? language.Number(Model.StandardErrors[i], Digits) : "–");
        }

        if (Model.IsFitted)
        {
            sheet.Row(language.Say("log-likelihood", "log-vraisemblance"), language.Number(Model.LogLikelihood, 2), string.Empty);
        }

        if (Model.IsFitted)
        {
            sheet.Write(run.Terminal);
        }

        if (Holdout is { } test)
        {
            Show(run, test);
        }

        ModelWords.WriteWarnings(run, Model.Warnings, Model.IsFitted);
    }

    private void Show(VerbRun run, ModelHoldout test)
    {
        Language language = run.Language;
        string what = Model.Model == PredictionModels.Spend ? language.Say("spend of repeat purchases", "dépense des nouveaux achats") : language.Say("repeat purchases", "nouveaux achats");
        string from = language.Date(Calendar.StartOfDay(Calendar.DayOf(Window.Cut) + 1), Calendar);
        string to = language.Date(Window.End ?? Window.Cut, Calendar);
        run.Terminal.Out.WriteLine(language.Say($"Tested on {from} to {to}: {what}", $"Test du {from} au {to} : {what}"));
        var sheet = new Sheet(
            string.Empty, string.Empty, language.Say("foreseen", "prévu"), language.Say("real", "réel"), language.Say("foreseen / real", "prévu / réel"));
        sheet.Row(
            language.Say($"{language.Count(test.Customers)} customers", $"{language.Count(test.Customers)} clients"),
            language.Number(test.Predicted), language.Number(test.Actual, Model.Model == PredictionModels.Spend ? 1 : 0), language.Percent(test.Actual == 0 ? null : test.Predicted / test.Actual));
        sheet.Write(run.Terminal);
        run.Terminal.Out.WriteLine(language.Say(
            $"A customer: mean error {language.Number(test.MeanAbsoluteError, 3)}, root mean square {language.Number(test.RootMeanSquaredError, 3)}, correlation {language.Number(test.Correlation, 3)}.",
            $"Par client : erreur moyenne {language.Number(test.MeanAbsoluteError, 3)}, quadratique {language.Number(test.RootMeanSquaredError, 3)}, corrélation {language.Number(test.Correlation, 3)}."));
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> names, IReadOnlyList<double> values)
    {
        writer.WriteStartObject(name);
        for (int i = 0; i < values.Count; i++)
        {
            WriteExact(writer, names[i], values[i]);
        }

        writer.WriteEndObject();
    }

    private static void WriteExact(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
