using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.WinBack;

namespace Parcours.Engine.Reports.Chapters;

/// <summary>Who can be won back, or who will order first: ranked by worth, with how good the same ranking would have been.</summary>
public static class WinBackChapter
{
    private const int MostShown = 50;
    private static readonly LocalText ListName = new("Worth winning back", "À reconquérir");
    private static readonly LocalText ListFinding = new("Of {0} lapsed customers, {1} are expected to order within {2}, for {3}", "Sur {0} clients perdus, {1} devraient commander dans les {2}, pour {3}");
    private static readonly LocalText ListSubtitle = new("The {0} first of the list on {1}", "Les {0} premiers de la liste au {1}");
    private static readonly LocalText Customer = new("Customer", "Client");
    private static readonly LocalText Chance = new("Chance of an order", "Chance de commande");
    private static readonly LocalText Basket = new("Expected basket", "Panier attendu");
    private static readonly LocalText Expected = new("Expected value", "Valeur attendue");
    private static readonly LocalText Added = new("Incremental value", "Valeur incrémentale");
    private static readonly LocalText Why = new("Why", "Pourquoi");
    private static readonly LocalText ByAdded = new("Ranked by what contacting them adds, as campaigns with a control group showed it.", "Classés par ce qu’un contact ajoute, tel que des campagnes avec groupe témoin l’ont montré.");
    private static readonly LocalText ByExpected = new("Ranked by what they are expected to bring, not by what contacting them adds: {0}.", "Classés par ce qu’ils devraient apporter, pas par ce qu’un contact ajouterait\u00a0: {0}.");
    private static readonly LocalText PastName = new("How good would this have been?", "Qu’aurait valu ce classement\u00a0?");
    private static readonly LocalText NoPast = new("The past is too short to try this ranking on.", "Le passé est trop court pour essayer ce classement.");
    private static readonly LocalText PastFinding = new("On {0}, {1} were foretold to come and {2} came", "Le {0}, {1} de retours étaient annoncés et {2} ont eu lieu");
    private static readonly LocalText PastSubtitle = new("The same ranking at past dates, from what was known then: 0.5 sorts by chance, 1 without a mistake", "Le même classement à des dates passées, avec ce qu’on savait alors\u00a0: 0,5 trie au hasard, 1 sans erreur");
    private static readonly LocalText Date = new("Date", "Date");
    private static readonly LocalText Foretold = new("Foretold", "Annoncés");
    private static readonly LocalText Happened = new("Came", "Venus");
    private static readonly LocalText Sorting = new("Sorting (area under the curve)", "Tri (aire sous la courbe)");

    /// <summary>Works it out.</summary>
    /// <param name="analysis">A lifecycle on its base.</param>
    /// <param name="definition">Who is on the list, and what coming is.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="language">"en" or "fr".</param>
    public static Chapter Of(LifecycleAnalysis analysis, ChurnDefinition definition, Instant at, string language)
    {
        ReportModel model = ReportBuilder.Build(analysis, at, definition, null, _ => false);
        var scribe = new Scribe(model, ReportLanguage.Of(language));
        (OpportunityList? list, ChurnRefusal? refusal) = OpportunityList.Compute(definition, analysis.Histories, at);
        if (list is null)
        {
            var missing = Figure.Empty("win-back", scribe.Text(ListName), ChurnWords.Of(refusal!, definition).Sentence.In(scribe.Language.Code));
            return new Chapter(missing.Finding, string.Empty, model.Stages, [missing]);
        }

        Figure ranked = ListOf(scribe, list, analysis.Histories.Subjects);
        return new Chapter(ranked.Finding, string.Empty, model.Stages, [ranked, PastOf(scribe, list.Scores.Selection, analysis.Histories.Calendar)]);
    }

    private static Figure ListOf(Scribe scribe, OpportunityList list, Subjects subjects)
    {
        double minor = Currencies.MinorUnits(scribe.Model.Scope.Currency);
        double worth = list.Ranked.Sum(each => each.ExpectedValue);
        Opportunity[] shown = [.. list.Ranked.Take(MostShown)];
        return new Figure("win-back", scribe.Text(ListName))
        {
            Finding = scribe.Text(
                ListFinding, scribe.Count(list.Ranked.Length), scribe.Count(list.Scores.Probabilities.Sum()), scribe.Days(Math.Round(list.Scores.Definition.Horizon.ApproximateDays)),
                scribe.Money(worth * minor)),
            Subtitle = scribe.Text(ListSubtitle, scribe.Count(shown.Length), scribe.Date(scribe.Model.Scope.At)),
            Note = list.Why is { } why ? scribe.Text(ByExpected, scribe.Text(WordsOf(scribe, why))) : scribe.Text(ByAdded),
            Table = new Table(
                [new Column(scribe.Text(Customer), false), new Column(scribe.Text(Chance)), new Column(scribe.Text(Basket)), new Column(scribe.Text(list.IsIncremental ? Added : Expected)), new Column(scribe.Text(Why), false)],
                [.. shown.Select(each => Row(scribe, list, each, minor, subjects.KeyOf(each.Subject)))]),
        };
    }

    private static IReadOnlyList<Cell> Row(Scribe scribe, OpportunityList list, Opportunity each, double minor, string key) =>
        [
            new Cell(key) { Href = "/customers/" + Uri.EscapeDataString(key) },
            Cell.Of(each.Probability, scribe.Share),
            scribe.MoneyCell(each.ExpectedBasket * minor),
            scribe.MoneyCell((each.IncrementalValue?.Estimate ?? each.ExpectedValue) * minor),
            new Cell(string.Join(" · ", list.Scores.Reasons(each.Subject).Select(reason => reason.In(scribe.Language.Code)))),
        ];

    private static Figure PastOf(Scribe scribe, ChurnSelection selection, Calendar calendar)
    {
        ChurnTrial[] tried = [.. selection.ChosenTrials.Where(trial => trial is { Measures: not null, Foretold: not null })];
        if (tried.Length == 0)
        {
            return Figure.Empty("win-back-past", scribe.Text(PastName), scribe.Text(NoPast));
        }

        DateOnly DateOf(ChurnTrial trial) => Calendar.DateOf(calendar.DayOf(trial.TestedAt));
        ChurnTrial last = tried[^1];
        return new Figure("win-back-past", scribe.Text(PastName))
        {
            Finding = scribe.Text(PastFinding, scribe.Date(DateOf(last)), scribe.Share(last.Foretold!.Value), scribe.Share(last.Happened!.Value)),
            Subtitle = scribe.Text(PastSubtitle),
            Table = new Table(
                [new Column(scribe.Text(Date), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(Foretold)), new Column(scribe.Text(Happened)), new Column(scribe.Text(Sorting))],
                [.. tried.Select(trial => (IReadOnlyList<Cell>)[
                    new Cell(scribe.Date(DateOf(trial))), Cell.Of(trial.Measures!.Rows, scribe.Count), Cell.Of(trial.Foretold, scribe.Share), Cell.Of(trial.Happened, scribe.Share),
                    Cell.Of(trial.Measures.Area?.Value, area => scribe.Language.Number(area, 2))])]),
        };
    }

    private static LocalText WordsOf(Scribe scribe, WhyPotential why) => why switch
    {
        WhyPotential.NoControlGroup => new("no campaign with a control group has drawn such customers", "aucune campagne avec groupe témoin n’a tiré de tels clients au sort"),
        WhyPotential.NotClosed => new("the campaigns with a control group are still running", "les campagnes avec groupe témoin sont encore en cours"),
        WhyPotential.NotScored => new(
            "the past before the campaigns with a control group is too short to say who was likely to come", "le passé d’avant les campagnes avec groupe témoin est trop court pour dire qui avait des chances de venir"),
        WhyPotential.TooFew few => new(
            $"campaigns with a control group have drawn {scribe.Count(few.Treated)} and {scribe.Count(few.Control)} such customers, and {CampaignEffect.FewestInArm} in each arm are needed",
            $"les campagnes avec groupe témoin ont tiré {scribe.Count(few.Treated)} et {scribe.Count(few.Control)} de ces clients, et il en faut {CampaignEffect.FewestInArm} dans chaque groupe"),
        WhyPotential.NoEffectShown => new("campaigns with a control group have shown no effect on such customers", "les campagnes avec groupe témoin n’ont montré aucun effet sur de tels clients"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "A reason without words."),
    };
}
