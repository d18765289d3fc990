using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Who is leaving: customers by their probability of not ordering again.</summary>
internal static class ChurnFigure
{
    private const string Id = "churn";
    private const double High = 0.8;
    private static readonly LocalText Name = new("Who is leaving", "Qui s’en va");
    private static readonly LocalText Finding = new("{0} of {1} customers are expected not to order within {2}; {3} have a probability of {4} or more",
        "{0} clients sur {1} ne devraient pas commander dans les {2}\u00a0; {3} ont une probabilité de {4} ou plus");

    private static readonly LocalText Subtitle = new("Customers who ordered once or more, by their probability of no order within {0}, on {1}",
        "Clients ayant commandé au moins une fois, selon leur probabilité de ne pas commander dans les {0}, au {1}");

    private static readonly LocalText Used = new("Probabilities by {0}, which did best on the past dates below and better than recency alone; learnt from {1} customers.",
        "Probabilités par {0}, au mieux sur les dates passées ci-dessous et mieux que la récence seule\u00a0; apprises sur {1} clients.");

    private static readonly LocalText NoBetter = new("Probabilities by recency alone: {0} did best of the others and was no better. Learnt from {1} customers.",
        "Probabilités par la récence seule\u00a0: parmi les autres, {0} faisait le mieux, sans la battre. Apprises sur {1} clients.");

    private static readonly LocalText NotTried = new("Probabilities by recency alone: the past is too short to choose a better method on. Learnt from {1} customers.",
        "Probabilités par la récence seule\u00a0: le passé est trop court pour choisir une meilleure méthode. Apprises sur {1} clients.");

    private static readonly LocalText Sampled = new("The past dates were tried on {0} customers, evenly spread.", "Les dates passées ont été essayées sur {0} clients, répartis également.");
    private static readonly LocalText Model = new("Model version {0}, learnt at {1}.", "Modèle version {0}, appris au {1}.");
    private static readonly LocalText Band = new("Probability", "Probabilité");
    private static readonly LocalText Range = new("{0} to {1}", "{0} à {1}");
    private static readonly LocalText Leave = new("Expected to leave", "Départs attendus");
    private static readonly LocalText LeaveAre = new("{0} expected to leave", "{0} départs attendus");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Churn is not { Customers: > 0 } churn)
        {
            return Figure.Empty(Id, name, ChurnMissing.Text(scribe, scribe.Model.NoChurn));
        }

        string days = scribe.Days(churn.HorizonDays);
        long high = churn.Bands.Where(band => band.From >= High - 0.01).Sum(band => band.Customers);
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Count(churn.Expected), scribe.Count(churn.Customers), days, scribe.Count(high), scribe.Share(High)),
            Subtitle = scribe.Text(Subtitle, days, scribe.Date(scribe.Model.Scope.At)),
            Note = Method(scribe, churn),
            Height = 60 + (churn.Bands.Count * 30),
            Chart = BarChart.Of(FigureUnit.Count, scribe, churn.Bands.Select(band =>
                new BarRow(Text(scribe, band), null, new Twin(band.Customers, null), scribe.Count(band.Customers), scribe.Text(LeaveAre, scribe.Count(band.Expected))))),
            Table = new Table(
                [new Column(scribe.Text(Band), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(CommonWords.Share)), new Column(scribe.Text(Leave))],
                [.. churn.Bands.Select(band => (IReadOnlyList<Cell>)[new Cell(Text(scribe, band)), Cell.Of(band.Customers, scribe.Count),
                    Cell.Of(band.Customers / (double)churn.Customers, scribe.Share), Cell.Of(band.Expected, scribe.Count)])]),
        };
    }

    private static string Method(Scribe scribe, ChurnPicture churn)
    {
        LocalText text = churn.BestRefused is not null ? NoBetter : churn.Past.Count == 0 ? NotTried : Used;
        string method = scribe.Text(text, LearnerName.Of(scribe, churn.BestRefused ?? churn.Learner), scribe.Count(churn.LearntFrom));
        method += " " + scribe.Text(Model, scribe.Count(churn.Version), scribe.Date(churn.LearntAt));
        return churn.Sampled is { } sampled ? method + " " + scribe.Text(Sampled, scribe.Count(sampled)) : method;
    }

    private static string Text(Scribe scribe, ChurnBand band) => scribe.Text(Range, scribe.Share(band.From), scribe.Share(band.To));
}
