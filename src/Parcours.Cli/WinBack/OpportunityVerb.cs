using System.CommandLine;
using Parcours.Cli.Churn;
using Parcours.Cli.Frame;
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
            OpportunityAnswer.WriteCsv(file, list!, histories, run.Language);
        }

        int top = Math.Max(0, run.Parsed.GetValue(_top) ?? Shown);
        if (run.Json)
        {
            run.WriteJson(writer => OpportunityJson.Write(writer, list!, histories, top, run.Language.Code, new EffectWords(run.Language, histories).Of));
        }
        else
        {
            Show(run, list!, histories, top);
        }

        return ExitCode.Done;
    }

    private void Show(VerbRun run, OpportunityList list, HistoryBase histories, int top)
    {
        Language language = run.Language;
        var words = new EffectWords(language, histories);
        ChurnScores scores = list.Scores;
        int days = (int)Math.Round(scores.Definition.Horizon.ApproximateDays);
        run.Terminal.Out.WriteLine(language.Say(
            $"{language.Say(scores.Definition.Name)}, at {language.Date(scores.At, histories.Calendar)}: of {language.Count(list.Ranked.Length)}, {language.Count((long)Math.Round(scores.Probabilities.Sum()))} are expected to order within {days} days, for {words.Money(list.Ranked.Sum(opportunity => opportunity.ExpectedValue))}.",
            $"{language.Say(scores.Definition.Name)}, au {language.Date(scores.At, histories.Calendar)} : sur {language.Count(list.Ranked.Length)}, {language.Count((long)Math.Round(scores.Probabilities.Sum()))} devraient commander dans les {days} jours, pour {words.Money(list.Ranked.Sum(opportunity => opportunity.ExpectedValue))}."));
        BacktestAnswer.ShowChoice(run, scores.Selection);
        run.Terminal.Out.WriteLine(words.Kind(list));
        if (list.Effect is { } effect)
        {
            foreach (string line in words.Overall(effect, days))
            {
                run.Terminal.Out.WriteLine(line);
            }
        }

        BacktestAnswer.ShowPast(run, scores.Selection, histories.Calendar);
        if (list.Effect is { } known)
        {
            words.Bands(known).Write(run.Terminal);
        }

        string value = list.IsIncremental ? language.Say("incremental value, with its interval", "valeur incrémentale, avec son intervalle") : language.Say("expected value", "valeur attendue");
        var sheet = new Sheet(
            language.Say(_title), language.Say("customer", "client"), language.Say("chance of an order", "chance de commande"),
            language.Say("expected basket", "panier attendu"), value, language.Say("<reasons", "<raisons"));
        foreach (Opportunity opportunity in list.Ranked.Take(top))
        {
            sheet.Row(
                histories.Subjects.KeyOf(opportunity.Subject), language.Percent(opportunity.Probability), words.Money(opportunity.ExpectedBasket),
                opportunity.IncrementalValue is { } added ? words.Money(added) : words.Money(opportunity.ExpectedValue),
                string.Join(" ; ", scores.Reasons(opportunity.Subject).Select(reason => reason.In(language.Code))));
        }

        sheet.Write(run.Terminal);
    }
}
