using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Predictions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;
using Parcours.Engine.Value;
using Parcours.Statistics;

namespace Parcours.Cli.Value;

/// <summary>The value of a base as told to machines and to people.</summary>
/// <param name="Histories">The base.</param>
/// <param name="At">The date the forecast starts from.</param>
/// <param name="Value">The forecast.</param>
/// <param name="Sources">Value against the cost of acquisition; empty when no advertising spend is known.</param>
/// <param name="Backtest">The forecast of an earlier date; null when not asked for.</param>
/// <param name="BacktestAt">That date.</param>
internal sealed record ValueAnswer(
    HistoryBase Histories, Instant At, ValueAnalysis Value, IReadOnlyList<SourceValue> Sources, ValueBacktest? Backtest, Instant BacktestAt)
{
    private bool IsKnown => Value.Customers.Length > 0;

    /// <summary>Writes it for machines.</summary>
    public void Write(Utf8JsonWriter writer) => ValueJson.Write(writer, Histories, At, Value, Sources, Backtest, BacktestAt);

    /// <summary>Writes a line for each customer.</summary>
    public void WriteFile(TextWriter to)
    {
        bool margin = Value.Margin is not null;
        to.WriteLine("customer,purchase_days,spent,expected_value,low,high,decile" + (margin ? ",expected_margin" : string.Empty));
        foreach (CustomerValue customer in Value.Customers)
        {
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{CsvText.Field(Histories.Subjects.KeyOf(customer.Subject))},{customer.Purchases},{customer.Spent:0.####},{customer.Expected:0.####},{customer.Low:0.####},{customer.High:0.####},{customer.Decile}");
            to.WriteLine(margin ? string.Create(CultureInfo.InvariantCulture, $"{line},{customer.Expected * customer.MarginRate:0.####}") : line);
        }
    }

    /// <summary>Shows it to people.</summary>
    public void Show(VerbRun run)
    {
        Language language = run.Language;
        TextWriter to = run.Terminal.Out;
        if (IsKnown)
        {
            string date = language.Date(At, Histories.Calendar);
            string days = language.Number(Value.Request.HorizonDays, 0);
            string discount = language.Percent(Value.Request.AnnualDiscount, 0);
            to.WriteLine(language.Say(
                $"{language.Count(Value.Customers.Length)} customers should spend {Money(language, Value.Total)}{Range(language, Value.TotalInterval)} in the {days} days after {date}, a year taking {discount} off.",
                $"{language.Count(Value.Customers.Length)} clients devraient dépenser {Money(language, Value.Total)}{Range(language, Value.TotalInterval)} dans les {days} jours après le {date}, une année retirant {discount}."));
            ShowMargin(to, language);
            ShowDeciles(run);
            ShowSources(run);
        }

        ShowBacktest(to, language);
        ModelWords.WriteWarnings(run, Value.Warnings, IsKnown);
    }

    private void ShowMargin(TextWriter to, Language language)
    {
        if (Value.Margin is { } margin)
        {
            to.WriteLine(language.Say(
                $"As margin: {Money(language, margin.Total)}{Range(language, margin.TotalInterval)}. Costs are known for {language.Percent(margin.Covered, 0)} of revenue, where margin is {language.Percent(margin.Rate)}.",
                $"En marge : {Money(language, margin.Total)}{Range(language, margin.TotalInterval)}. Les coûts sont connus pour {language.Percent(margin.Covered, 0)} du chiffre d'affaires, où la marge est de {language.Percent(margin.Rate)}."));
        }
    }

    private void ShowDeciles(VerbRun run)
    {
        Language language = run.Language;
        var sheet = new Sheet(
            string.Empty,
            language.Say("tenth", "dixième"), language.Say("customers", "clients"), language.Say("expected", "attendu"), language.Say("share", "part"),
            language.Say("at least, each", "au moins, chacun"), language.Say("spent so far", "dépensé à ce jour"));
        foreach (ValueDecile decile in Value.Deciles)
        {
            sheet.Row(
                language.Count(decile.Number), language.Count(decile.Customers), Money(language, decile.Expected), language.Percent(decile.Share),
                Money(language, decile.Least), Money(language, decile.Spent));
        }

        sheet.Write(run.Terminal);
    }

    private void ShowSources(VerbRun run)
    {
        if (Sources.Count == 0)
        {
            return;
        }

        Language language = run.Language;
        var sheet = new Sheet(
            string.Empty,
            language.Say("source", "source"), language.Say("customers", "clients"), language.Say("advertising", "publicité"), language.Say("a customer cost", "coût d'un client"),
            language.Say("spent so far", "dépensé à ce jour"), language.Say("expected", "attendu"), language.Say(Value.Margin is null ? "spend / cost" : "margin / cost", Value.Margin is null ? "dépense / coût" : "marge / coût"));
        foreach (SourceValue source in Sources)
        {
            sheet.Row(
                source.Source, language.Count(source.Customers), Money(language, source.Advertising), Money(language, source.CostPerCustomer),
                Money(language, source.Spent), Money(language, source.Expected), language.Number(source.Return, 2));
        }

        sheet.Write(run.Terminal);
    }

    private void ShowBacktest(TextWriter to, Language language)
    {
        if (Backtest is not { } test)
        {
            return;
        }

        string date = language.Date(BacktestAt, Histories.Calendar);
        if (test.Model is not { } model || test.Naive is not { } naive)
        {
            to.WriteLine(language.Say($"On {date} no value could be foreseen.", $"Au {date}, aucune valeur ne pouvait être prévue."));
        }
        else
        {
            to.WriteLine(language.Say(
                $"Foreseen on {date} for {language.Count(test.WindowDays)} days and {language.Count(test.Customers)} customers: {Money(language, test.Forecast)}; spent: {Money(language, test.Actual)}.",
                $"Prévu au {date} pour {language.Count(test.WindowDays)} jours et {language.Count(test.Customers)} clients : {Money(language, test.Forecast)} ; dépensé : {Money(language, test.Actual)}."));
            to.WriteLine(language.Say(
                $"A customer: mean error {Money(language, model.MeanAbsoluteError)} (by past pace alone {Money(language, naive.MeanAbsoluteError)}), rank correlation {language.Number(model.Spearman, 2)} ({language.Number(naive.Spearman, 2)}).",
                $"Par client : erreur moyenne {Money(language, model.MeanAbsoluteError)} (par le seul rythme passé {Money(language, naive.MeanAbsoluteError)}), corrélation des rangs {language.Number(model.Spearman, 2)} ({language.Number(naive.Spearman, 2)})."));
            to.WriteLine(language.Say(
                $"The tenth foreseen to spend most spent {language.Percent(test.TopDecileCapture)} of all (by past pace {language.Percent(test.NaiveCapture)}; at best {language.Percent(test.BestCapture)}).",
                $"Le dixième prévu comme le plus dépensier a dépensé {language.Percent(test.TopDecileCapture)} du total (par le rythme passé {language.Percent(test.NaiveCapture)} ; au mieux {language.Percent(test.BestCapture)})."));
        }

        foreach (ModelWarning warning in test.Warnings.Except(Value.Warnings))
        {
            to.WriteLine("! " + language.Say(warning.Sentence));
        }
    }

    private string Money(Language language, double? amount) =>
        amount is { } known ? language.Amount((long)Math.Round(known * Currencies.MinorUnits(Histories.Currency)), Histories.Currency) : "–";

    private string Range(Language language, ConfidenceInterval? interval) => interval is { } known
        ? language.Say($" ({Money(language, known.Low)} to {Money(language, known.High)})", $" (de {Money(language, known.Low)} à {Money(language, known.High)})")
        : string.Empty;
}
