using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Churn;
using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Predictions;

namespace Parcours.Cli.Predictions;

/// <summary><c>parcours predict</c>: what is foretold of every customer, in a file for other tools or as a summary.</summary>
internal sealed class PredictVerb : Verb
{
    private const int Shown = 10;

    private readonly Option<Moment?> _at;
    private readonly Option<Period?> _horizon;
    private readonly Option<string?> _out;
    private readonly Option<string?> _definition;

    public PredictVerb(Language language)
        : base(
            "predict",
            language,
            new("What is foretold of every customer: orders, value, next order, churn, and why", "Ce qui est prévu pour chaque client : commandes, valeur, prochaine commande, attrition, et pourquoi"),
            "parcours predict --at 2026-03-01 --horizon 90d --out predictions.csv",
            "parcours predict --json")
    {
        _at = AddMoment("--at", new("The date of the forecast: a day counts to its end; the last day of the data when not given", "La date de la prévision : un jour compte jusqu'à sa fin ; le dernier jour des données si elle n'est pas donnée"));
        _horizon = HorizonOption.Make(language, language.Say("How far ahead; 90 days when not given", "Jusqu'où prévoir ; 90 jours par défaut"));
        Add(_horizon);
        _out = AddOption<string?>("--out", "FILE", new("Write every customer to a CSV file", "Écrire tous les clients dans un fichier CSV"));
        _definition = AddOption<string?>("--churn", "DEFINITION", new("What leaving is; stopped-buying when not given", "Ce que veut dire partir ; stopped-buying par défaut"));
    }

    public override int Run(VerbRun run)
    {
        ChurnDefinition definition = ChurnChoice.Find(run, run.Parsed.GetValue(_definition) ?? "stopped-buying");
        definition = definition with { Horizon = run.Parsed.GetValue(_horizon) ?? Period.OfDays(90) };
        HistoryBase histories = run.LoadBase();
        Instant at = run.Parsed.GetValue(_at)?.On(histories.Calendar) ?? LastDay.Of(histories);
        CustomerForecasts forecasts;
        using (var progress = new ProgressLine(run.Terminal, run.Time, run.Language))
        {
            forecasts = CustomerForecasts.Compute(
                run.WorkspaceFolder, definition, histories, at, share => progress.Show(share, (long)(share * 100), run.Language.Say("% of the forecast", "% de la prévision")));
        }

        if (forecasts.NoChurn is ChurnRefusal.HorizonTooLong or ChurnRefusal.Empty)
        {
            throw new RefusedException(ChurnRefusals.Of(forecasts.NoChurn, definition));
        }

        if (run.Parsed.GetValue(_out) is { } file)
        {
            WriteCsv(file, forecasts, histories, run.Language);
        }

        if (run.Json)
        {
            run.WriteJson(writer => ForecastJson.Write(
                writer, forecasts, definition, histories.Currency, forecasts.NoChurn is { } refusal ? run.Language.Say(ChurnRefusals.Of(refusal, definition).Message) : null, run.Language.Code));
        }
        else
        {
            Show(run, forecasts, definition, histories);
        }

        return ExitCode.Done;
    }

    private static void WriteCsv(string file, CustomerForecasts forecasts, HistoryBase histories, Language language) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("customer,p_alive,p_no_order,expected_orders,expected_value,clv_365,next_order_at,churn,reasons,next_order_from,next_order_until,churn_past_low,churn_past_high,churn_model,churn_model_date,churn_model_version");
        foreach (CustomerForecast forecast in forecasts.Customers)
        {
            ChurnScores? churn = forecast.Churn is null ? null : forecasts.Churn;
            var past = churn?.PastShare(forecast.Churn!.Value);
            writer.WriteLine(string.Join(',',
                CsvText.Field(histories.Subjects.KeyOf(forecast.Subject)), Number(forecast.ProbabilityAlive), Number(forecast.ProbabilityNoOrder),
                Number(forecast.ExpectedOrders), Amount(forecast.ExpectedValue, histories), Amount(forecast.Clv365, histories), Date(forecast.NextOrderDays, forecasts, histories),
                Number(forecast.Churn), CsvText.Field(Reasons(churn, forecast.Subject, language)),
                Date(forecast.NextOrderEarliest, forecasts, histories), Date(forecast.NextOrderLatest, forecasts, histories),
                Number(past?.Low), Number(past?.High), churn?.Selection.Chosen ?? string.Empty, churn?.LearntAt.ToString()[..10] ?? string.Empty,
                churn?.Version.ToString(CultureInfo.InvariantCulture) ?? string.Empty));
        }
    });

    private static void Show(VerbRun run, CustomerForecasts forecasts, ChurnDefinition definition, HistoryBase histories)
    {
        Language language = run.Language;
        int days = (int)Math.Round(forecasts.HorizonDays);
        run.Terminal.Out.WriteLine(language.Say(
            $"At {language.Date(forecasts.At, histories.Calendar)}, {language.Count(forecasts.Customers.Length)} customers are expected to place {language.Number(forecasts.Customers.Sum(forecast => forecast.ExpectedOrders), 0)} orders within {days} days, worth {Money(forecasts.Customers.Sum(forecast => forecast.ExpectedValue), histories, language)}.",
            $"Au {language.Date(forecasts.At, histories.Calendar)}, {language.Count(forecasts.Customers.Length)} clients devraient passer {language.Number(forecasts.Customers.Sum(forecast => forecast.ExpectedOrders), 0)} commandes en {days} jours, pour {Money(forecasts.Customers.Sum(forecast => forecast.ExpectedValue), histories, language)}."));
        run.Terminal.Out.WriteLine(language.Say(ModelWarnings.Stationary));
        foreach (ModelWarning warning in ForecastJson.Warnings(forecasts))
        {
            run.Terminal.Error.WriteLine(language.Say(warning.Sentence));
        }

        if (forecasts.NoChurn is { } refusal)
        {
            run.Terminal.Error.WriteLine(language.Say(ChurnRefusals.Of(refusal, definition).Message));
        }

        var sheet = new Sheet(
            language.Say("Highest value in the next 365 days", "Plus forte valeur dans les 365 prochains jours"),
            language.Say("customer", "client"), language.Say("alive", "actif"), language.Say("no order", "sans commande"), language.Say("orders", "commandes"),
            language.Say("value", "valeur"), language.Say("value, 365 d", "valeur, 365 j"), language.Say("next order", "prochaine commande"), language.Say("churn", "attrition"));
        foreach (CustomerForecast forecast in forecasts.Customers.OrderByDescending(forecast => forecast.Clv365).ThenBy(forecast => forecast.Subject).Take(Shown))
        {
            sheet.Row(
                histories.Subjects.KeyOf(forecast.Subject), language.Percent(forecast.ProbabilityAlive), language.Percent(forecast.ProbabilityNoOrder),
                language.Number(forecast.ExpectedOrders, 2), Money(forecast.ExpectedValue, histories, language), Money(forecast.Clv365, histories, language),
                Date(forecast.NextOrderDays, forecasts, histories), forecast.Churn is { } churn ? language.Percent(churn) : "–");
        }

        sheet.Write(run.Terminal);
    }

    private static string Reasons(ChurnScores? churn, int subject, Language language) =>
        churn is null ? string.Empty : string.Join("; ", churn.Reasons(subject).Select(reason => reason.In(language.Code)));

    private static string Number(double? value) => value?.ToString("0.########", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Amount(double value, HistoryBase histories) => value.ToString($"F{Currencies.DecimalsAt(histories.Currency)}", CultureInfo.InvariantCulture);

    private static string Date(double days, CustomerForecasts forecasts, HistoryBase histories) => double.IsInfinity(days)
        ? string.Empty
        : new Instant((histories.Calendar.DayOf(forecasts.At) + (long)Math.Ceiling(days)) * Instant.MicrosPerDay).ToString()[..10];

    private static string Money(double amount, HistoryBase histories, Language language) =>
        language.Amount((long)Math.Round(amount * Currencies.MinorUnits(histories.Currency)), histories.Currency);
}
