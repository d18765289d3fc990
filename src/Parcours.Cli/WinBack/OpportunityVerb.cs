using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Churn;
using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.WinBack;

namespace Parcours.Cli.WinBack;

/// <summary><c>parcours winback</c> and <c>parcours prospects</c>: who may come, ranked by what they may bring.</summary>
internal sealed class OpportunityVerb : Verb
{
    private const int Shown = 20;

    private readonly string _definition;
    private readonly LocalText _title;
    private readonly Option<Moment?> _at;
    private readonly Option<Period?> _horizon;
    private readonly Option<string?> _file;
    private readonly Option<string?> _out;
    private readonly Option<int?> _top;

    private OpportunityVerb(Language language, string name, string definition, LocalText description, LocalText title)
        : base(name, language, description, $"parcours {name}", $"parcours {name} --at 2026-03-01 --horizon 60d", $"parcours {name} --out {name}.csv")
    {
        _definition = definition;
        _title = title;
        _at = AddMoment("--at", new("The date of the list: a day counts to its end; the last day of the data when not given", "La date de la liste : un jour compte jusqu'à sa fin ; le dernier jour des données si elle n'est pas donnée"));
        _horizon = HorizonOption.Make(language, language.Say("Another horizon than the definition's", "Un autre horizon que celui de la définition"));
        Add(_horizon);
        _file = AddOption<string?>("--definition", "FILE", new("A definition of your own (.yaml)", "Votre propre définition (.yaml)"));
        _out = AddOption<string?>("--out", "FILE", new("Write the whole list to a CSV file", "Écrire toute la liste dans un fichier CSV"));
        _top = AddOption<int?>("--top", "N", new("How many to show; 20 when not given", "Combien en montrer ; 20 par défaut"));
    }

    /// <summary><c>parcours winback</c>.</summary>
    public static OpportunityVerb WinBack(Language language) => new(
        language, "winback", "lapsed",
        new("Lapsed customers worth winning back, by chance of return and value", "Les clients perdus à reconquérir, par chance de retour et valeur"),
        new("Worth winning back", "À reconquérir"));

    /// <summary><c>parcours prospects</c>.</summary>
    public static OpportunityVerb Prospects(Language language) => new(
        language, "prospects", "first-order",
        new("People who never ordered, by chance of a first order and value", "Ceux qui n'ont jamais commandé, par chance de première commande et valeur"),
        new("Best prospects", "Meilleurs prospects"));

    public override int Run(VerbRun run)
    {
        ChurnDefinition definition = ChurnChoice.Find(run, run.Parsed.GetValue(_file) ?? _definition, Name);
        definition = run.Parsed.GetValue(_horizon) is { } horizon ? definition with { Horizon = horizon } : definition;
        HistoryBase histories = run.LoadBase();
        Instant at = run.Parsed.GetValue(_at)?.On(histories.Calendar) ?? LastDay.Of(histories);
        using var progress = new ProgressLine(run.Terminal, run.Time, run.Language);
        (OpportunityList? list, ChurnRefusal? refusal) = OpportunityList.Compute(
            definition, histories, at, share => progress.Show(share, (long)(share * 100), run.Language.Say("% of the scoring", "% du calcul")));
        if (refusal is not null)
        {
            throw new RefusedException(ChurnRefusals.Of(refusal, definition));
        }

        progress.Dispose();
        if (run.Parsed.GetValue(_out) is { } file)
        {
            WriteCsv(file, list!, histories, run.Language);
        }

        int top = Math.Max(0, run.Parsed.GetValue(_top) ?? Shown);
        if (run.Json)
        {
            run.WriteJson(writer => Write(writer, list!, histories, top, run.Language));
        }
        else
        {
            Show(run, list!, histories, top);
        }

        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter writer, OpportunityList list, HistoryBase histories, int top, Language language)
    {
        ChurnScores scores = list.Scores;
        writer.WriteString("definition", scores.Definition.Id);
        writer.WriteString("at", scores.At.ToString());
        writer.WriteNumber("horizonDays", (int)Math.Round(scores.Definition.Horizon.ApproximateDays));
        writer.WriteString("kind", "potential");
        writer.WriteString("currency", Currencies.CodeOf(histories.Currency));
        writer.WriteNumber("customers", list.Ranked.Length);
        writer.WriteFigure("expectedToCome", scores.Probabilities.Sum());
        writer.WriteFigure("expectedValue", list.Ranked.Sum(opportunity => opportunity.ExpectedValue));
        writer.WriteFigure("ordersEach", list.OrdersEach);
        writer.WriteString("baskets", list.IsSpendFitted ? "gg" : "mean");
        BacktestAnswer.WriteSelection(writer, scores.Selection);
        writer.WriteStartArray("list");
        foreach (Opportunity opportunity in list.Ranked.Take(top))
        {
            writer.WriteStartObject();
            writer.WriteString("customer", histories.Subjects.KeyOf(opportunity.Subject));
            writer.WriteFigure("probability", opportunity.Probability);
            writer.WriteFigure("expectedBasket", opportunity.ExpectedBasket);
            writer.WriteFigure("expectedValue", opportunity.ExpectedValue);
            writer.WriteStartArray("reasons");
            foreach (ChurnReason reason in scores.Reasons(opportunity.Subject))
            {
                writer.WriteStringValue(reason.In(language.Code));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCsv(string file, OpportunityList list, HistoryBase histories, Language language) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("customer,probability,expected_basket,expected_value,kind,reasons");
        foreach (Opportunity opportunity in list.Ranked)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{CsvOut.Field(histories.Subjects.KeyOf(opportunity.Subject))},{opportunity.Probability:0.######},{opportunity.ExpectedBasket:0.##},{opportunity.ExpectedValue:0.##},potential,{CsvOut.Field(string.Join("; ", list.Scores.Reasons(opportunity.Subject).Select(reason => reason.In(language.Code))))}"));
        }
    });

    private void Show(VerbRun run, OpportunityList list, HistoryBase histories, int top)
    {
        Language language = run.Language;
        ChurnScores scores = list.Scores;
        int days = (int)Math.Round(scores.Definition.Horizon.ApproximateDays);
        run.Terminal.Out.WriteLine(language.Say(
            $"{language.Say(scores.Definition.Name)}, at {language.Date(scores.At, histories.Calendar)}: of {language.Count(list.Ranked.Length)}, {language.Count((long)Math.Round(scores.Probabilities.Sum()))} are expected to order within {days} days, for {Money(list.Ranked.Sum(opportunity => opportunity.ExpectedValue), histories, language)}.",
            $"{language.Say(scores.Definition.Name)}, au {language.Date(scores.At, histories.Calendar)} : sur {language.Count(list.Ranked.Length)}, {language.Count((long)Math.Round(scores.Probabilities.Sum()))} devraient commander dans les {days} jours, pour {Money(list.Ranked.Sum(opportunity => opportunity.ExpectedValue), histories, language)}."));
        BacktestAnswer.ShowChoice(run, scores.Selection);
        run.Terminal.Out.WriteLine(language.Say(
            "Ranked by what they are expected to bring, not by what contacting them adds: that takes a campaign with a control group.",
            "Classés par ce qu'ils devraient apporter, pas par ce qu'un contact ajouterait : il y faut une campagne avec groupe témoin."));
        BacktestAnswer.ShowPast(run, scores.Selection, histories.Calendar);
        var sheet = new Sheet(
            language.Say(_title), language.Say("customer", "client"), language.Say("chance of an order", "chance de commande"),
            language.Say("expected basket", "panier attendu"), language.Say("expected value", "valeur attendue"), language.Say("<reasons", "<raisons"));
        foreach (Opportunity opportunity in list.Ranked.Take(top))
        {
            sheet.Row(
                histories.Subjects.KeyOf(opportunity.Subject), language.Percent(opportunity.Probability), Money(opportunity.ExpectedBasket, histories, language),
                Money(opportunity.ExpectedValue, histories, language),
                string.Join(" ; ", scores.Reasons(opportunity.Subject).Select(reason => reason.In(language.Code))));
        }

        sheet.Write(run.Terminal);
    }

    private static string Money(double amount, HistoryBase histories, Language language) =>
        language.Amount((long)Math.Round(amount * Currencies.MinorUnits(histories.Currency)), histories.Currency);
}
