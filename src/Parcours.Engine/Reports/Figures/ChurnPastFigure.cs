using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>What the scores of past dates foretold, and what happened.</summary>
internal static class ChurnPastFigure
{
    private const string Id = "churn-past";
    private const int Decimals = 3;
    private static readonly LocalText Name = new("Leaving: foretold and happened", "Départs annoncés et arrivés");
    private static readonly LocalText Finding = new("On {0}, the scores would have foretold that {1} leave within {2}; {3} did", "Au {0}, les scores auraient annoncé {1} de départs en {2}\u00a0; il y en a eu {3}");
    private static readonly LocalText Subtitle = new("Share of customers leaving within {0} of past dates; each date is scored by what was known then", "Part des clients partis dans les {0} suivant des dates passées\u00a0; chaque date est notée avec ce qu’on en savait alors");
    private static readonly LocalText Note = new("AUC: how often one who left had a higher score than one who stayed; 0.5 is chance. Log-loss: lower is better. The share that left is the base rate: it drifts when the base changes.",
        "AUC\u00a0: combien de fois un client parti avait un score plus haut qu’un client resté\u00a0; 0,5 est le hasard. Perte logarithmique\u00a0: plus bas, mieux c’est. La part partie est le taux de base\u00a0: il dérive quand la base change.");

    private static readonly LocalText Date = new("Date", "Date");
    private static readonly LocalText Foretold = new("Foretold", "Annoncé");
    private static readonly LocalText Happened = new("Left", "Partis");
    private static readonly LocalText Loss = new("Log-loss", "Perte log.");
    private static readonly LocalText RecencyArea = new("AUC of recency alone", "AUC de la récence seule");
    private static readonly LocalText RecencyLoss = new("Log-loss of recency alone", "Perte log. de la récence seule");
    private static readonly LocalText ForetoldIs = new("foretold: {0}", "annoncé\u00a0: {0}");
    private static readonly LocalText HappenedIs = new("left: {0}", "partis\u00a0: {0}");

    public static Figure? Build(Scribe scribe)
    {
        if (scribe.Model.Churn is not { Past: { Count: > 0 } past } churn)
        {
            return null;
        }

        ChurnPast last = past[^1];
        string days = scribe.Days(churn.PastHorizonDays);
        return new Figure(Id, scribe.Text(Name))
        {
            Finding = scribe.Text(Finding, scribe.Date(last.At), scribe.Share(last.Foretold), days, scribe.Share(last.Happened)),
            Subtitle = scribe.Text(Subtitle, days),
            Note = scribe.Text(Note),
            Height = 280,
            Chart = LineChart.OverDates(
                past.Select(each => scribe.Language.Month(each.At)), FigureUnit.Share, 1, [],
                new ChartLine(scribe.Text(Foretold), Points(past, each => each.Foretold)) { Color = "ink", IsDashed = true, HasDots = true, Tips = Tips(scribe, past) },
                new ChartLine(scribe.Text(Happened), Points(past, each => each.Happened)) { HasDots = true, Tips = Tips(scribe, past) }),
            Table = TableOf(scribe, past),
        };
    }

    private static (double, double)[] Points(IReadOnlyList<ChurnPast> past, Func<ChurnPast, double> share) => [.. past.Select((each, at) => ((double)at, share(each)))];

    private static System.Text.Json.Nodes.JsonArray[] Tips(Scribe scribe, IReadOnlyList<ChurnPast> past) =>
        [.. past.Select(each => Scribe.Lines(scribe.Date(each.At), scribe.Text(ForetoldIs, scribe.Share(each.Foretold)), scribe.Text(HappenedIs, scribe.Share(each.Happened))))];

    private static Table TableOf(Scribe scribe, IReadOnlyList<ChurnPast> past)
    {
        Func<double, string> measure = value => scribe.Language.Number(value, Decimals);
        bool beside = past.Any(each => each.RecencyLogLoss is not null);
        string[] titles = [scribe.Text(CommonWords.Customers), scribe.Text(Foretold), scribe.Text(Happened), "AUC", scribe.Text(Loss),
            .. beside ? [scribe.Text(RecencyArea), scribe.Text(RecencyLoss)] : Array.Empty<string>()];
        return new(
            [new Column(scribe.Text(Date), false), .. titles.Select(title => new Column(title))],
            [.. past.Select(each => (IReadOnlyList<Cell>)[new Cell(scribe.Date(each.At), each.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
                Cell.Of(each.Customers, scribe.Count), Cell.Of(each.Foretold, scribe.Share), Cell.Of(each.Happened, scribe.Share), Cell.Of(each.Area, measure), Cell.Of(each.LogLoss, measure),
                .. beside ? [Cell.Of(each.RecencyArea, measure), Cell.Of(each.RecencyLogLoss, measure)] : Array.Empty<Cell>()])]);
    }
}
