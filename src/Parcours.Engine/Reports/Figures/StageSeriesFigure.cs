using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Stages over time, as a stacked area.</summary>
internal static class StageSeriesFigure
{
    private const string Id = "over-time";
    private static readonly LocalText Name = new("Stages over time", "Phases au fil du temps");
    private static readonly LocalText Missing = new("Stages over time need facts over more than one day.", "L’évolution des phases demande des événements sur plus d’un jour.");
    private static readonly LocalText Gained = new("{0} gained {1} customers in a year and holds {2}", "{0} gagne {1} clients en un an et en compte {2}");
    private static readonly LocalText Lost = new("{0} gave up {1} customers in a year and holds {2}", "{0} perd {1} clients en un an et en compte {2}");
    private static readonly LocalText GainedSince = new("{0} gained {1} customers since {3} and holds {2}", "{0} gagne {1} clients depuis le {3} et en compte {2}");
    private static readonly LocalText LostSince = new("{0} gave up {1} customers since {3} and holds {2}", "{0} perd {1} clients depuis le {3} et en compte {2}");
    private static readonly LocalText SteadySince = new("No stage changed in size since {0}", "Aucune phase n’a changé de taille depuis le {0}");
    private static readonly LocalText Steady = new("No stage changed in size over the year", "Aucune phase n’a changé de taille en un an");
    private static readonly LocalText Monthly = new("Customers in each stage at the end of each month, {0} to {1}", "Clients dans chaque phase à la fin de chaque mois, du {0} au {1}");
    private static readonly LocalText Weekly = new("Customers in each stage at the end of each week, {0} to {1}", "Clients dans chaque phase à la fin de chaque semaine, du {0} au {1}");
    private static readonly LocalText Daily = new("Customers in each stage at the end of each day, {0} to {1}", "Clients dans chaque phase à la fin de chaque jour, du {0} au {1}");
    private static readonly LocalText Date = new("Date", "Date");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Series is not { Dates.Count: > 1 } series)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        return new Figure(Id, name)
        {
            Finding = FindingOf(scribe),
            Subtitle = scribe.Text(series.Unit switch { CalendarUnit.Day => Daily, CalendarUnit.Week => Weekly, _ => Monthly }, scribe.Date(series.Dates[0]), scribe.Date(series.Dates[^1])),
            Height = 400,
            Chart = Chart(scribe, series),
            Table = TableOf(scribe, series),
        };
    }

    private static string FindingOf(Scribe scribe)
    {
        IReadOnlyList<Twin> counts = scribe.Model.Map?.Counts ?? [];
        int widest = -1;
        double change = 0;
        for (int stage = 0; stage < counts.Count; stage++)
        {
            double moved = (counts[stage].Now ?? 0) - (counts[stage].YearEarlier ?? 0);
            if (Math.Abs(moved) > Math.Abs(change))
            {
                (widest, change) = (stage, moved);
            }
        }

        bool isOfAYear = scribe.Model.Scope.IsOfAYear;
        string from = scribe.Date(scribe.Model.Scope.From);
        return widest < 0
            ? scribe.Text(isOfAYear ? Steady : SteadySince, from)
            : scribe.Text(
                change > 0 ? isOfAYear ? Gained : GainedSince : isOfAYear ? Lost : LostSince,
                scribe.Quoted(widest), scribe.Count(Math.Abs(change)), scribe.Count(counts[widest].Now ?? 0), from);
    }

    private static JsonObject Chart(Scribe scribe, StageSeries series) => new()
    {
        ["kind"] = "area",
        ["dates"] = new JsonArray([.. series.Dates.Select(date => (JsonNode)(series.Unit == CalendarUnit.Month ? scribe.Language.Month(date) : scribe.Language.ShortDate(date)))]),
        ["full"] = new JsonArray([.. series.Dates.Select(date => (JsonNode)scribe.Date(date))]),
        ["bands"] = new JsonArray([.. Enumerable.Range(0, series.Counts.Count).Where(stage => series.Counts[stage].Any(count => count > 0)).Select(stage => new JsonObject
        {
            ["stage"] = stage,
            ["name"] = scribe.Stage(stage),
            ["values"] = new JsonArray([.. series.Counts[stage].Select(count => (JsonNode)count)]),
        })]),
    };

    private static Table TableOf(Scribe scribe, StageSeries series) => new(
        [new Column(scribe.Text(Date), false), .. scribe.Model.Stages.Select((_, stage) => new Column(scribe.Stage(stage)))],
        [.. series.Dates.Select((date, at) => (IReadOnlyList<Cell>)[new Cell(scribe.Date(date), date.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
            .. series.Counts.Select(counts => Cell.Of(counts[at], scribe.Count))])]);
}
