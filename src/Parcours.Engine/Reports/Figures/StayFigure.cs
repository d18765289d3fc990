using System.Text.Json.Nodes;
using Parcours.Domain.Flows;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Time in stage: the median stay and the middle half of stays.</summary>
internal static class StayFigure
{
    private const string Id = "time-in-stage";
    private static readonly LocalText Name = new("Time in stage", "Temps passé par phase");
    private static readonly LocalText Missing = new("No stay in a stage is recorded yet.", "Aucun séjour dans une phase n’est encore connu.");
    private static readonly LocalText Finding = new("Half of those who enter {0} have left it after {1}", "La moitié de ceux qui entrent dans {0} en sont sortis après {1}");
    private static readonly LocalText NoMedian = new("In no stage has half of the entrants left yet", "Dans aucune phase la moitié des entrants n’est encore sortie");
    private static readonly LocalText Subtitle = new("Days in the stage: dot, the median; band, the middle half of stays; stays still running count as unfinished",
        "Jours passés dans la phase\u00a0: point, la médiane\u00a0; bande, la moitié centrale\u00a0; les séjours en cours comptent comme inachevés");

    private static readonly LocalText Stays = new("Stays", "Séjours");
    private static readonly LocalText Running = new("Still running", "En cours");
    private static readonly LocalText Lower = new("A quarter left after (days)", "Un quart sorti après (jours)");
    private static readonly LocalText Median = new("Half left after (days)", "La moitié sortie après (jours)");
    private static readonly LocalText Upper = new("Three quarters left after (days)", "Trois quarts sortis après (jours)");
    private static readonly LocalText Before = new("Half, a year earlier (days)", "La moitié, un an plus tôt (jours)");
    private static readonly LocalText MedianIs = new("half left after {0}", "la moitié sortie après {0}");
    private static readonly LocalText Never = new("fewer than half have left", "moins de la moitié en sont sortis");
    private static readonly LocalText Interval = new("{0} to {1}", "{0} à {1}");
    private static readonly LocalText AtLeast = new("{0} or more", "{0} ou plus");
    private static readonly LocalText IntervalIs = new("95% interval: {0} days", "intervalle à 95\u202f%\u00a0: {0} jours");
    private static readonly LocalText Note = new("In brackets, the 95% interval of the figure: where the band of the survival curve crosses the share (Brookmeyer and Crowley). Each stay counts as one.",
        "Entre parenthèses, l’intervalle du chiffre à 95\u202f%\u00a0: là où la bande de la courbe de survie croise la part (Brookmeyer et Crowley). Chaque séjour compte pour un.");

    private static readonly LocalText StaysAre = new("{0} stays, {1} still running", "{0} séjours, dont {1} en cours");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        StageStay[] stays = [.. scribe.Model.Stays.Where(stay => stay.Spells > 0)];
        if (stays.Length == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        StageStay? told = stays.Where(stay => stay.Median > 0).OrderByDescending(stay => stay.Spells).FirstOrDefault();
        return new Figure(Id, name)
        {
            Finding = told is null ? scribe.Text(NoMedian) : scribe.Text(Finding, scribe.Quoted(told.Stage), scribe.Days(told.Median!.Value)),
            Subtitle = scribe.Text(Subtitle),
            Note = scribe.Text(Note),
            Height = 60 + (stays.Length * 44),
            Chart = Chart(scribe, stays),
            Table = TableOf(scribe, stays),
        };
    }

    private static JsonObject Chart(Scribe scribe, StageStay[] stays) => new()
    {
        ["kind"] = "ranges",
        ["unit"] = "days",
        ["rows"] = new JsonArray([.. stays.Select(stay => new JsonObject
        {
            ["stage"] = stay.Stage,
            ["name"] = scribe.Stage(stay.Stage),
            ["low"] = stay.LowerQuartile,
            ["value"] = stay.Median,
            ["high"] = stay.UpperQuartile,
            ["label"] = stay.Median is { } median ? scribe.Days(median) + " (" + Range(scribe, stay.Intervals.Median) + ")" : scribe.Text(Never),
            ["tip"] = Scribe.Lines(scribe.Stage(stay.Stage), stay.Median is { } half ? scribe.Text(MedianIs, scribe.Days(half)) : scribe.Text(Never),
                stay.Median is null ? null : scribe.Text(IntervalIs, Range(scribe, stay.Intervals.Median)),
                scribe.Text(StaysAre, scribe.Count(stay.Spells), scribe.Count(stay.Running)),
                stay.MedianYearEarlier is { } before ? scribe.Text(CommonWords.YearEarlierIs, scribe.Days(before)) : null),
        })]),
    };

    private static Table TableOf(Scribe scribe, StageStay[] stays) => new(
        [new Column(scribe.Text(CommonWords.Stage), false), new Column(scribe.Text(Stays)), new Column(scribe.Text(Running)), new Column(scribe.Text(Lower)),
            new Column(scribe.Text(Median)), new Column(scribe.Text(Upper)), new Column(scribe.Text(Before))],
        [.. stays.Select(stay => (IReadOnlyList<Cell>)[scribe.StageCell(stay.Stage), Cell.Of(stay.Spells, scribe.Count), Cell.Of(stay.Running, scribe.Count),
            Cell.Of(stay.LowerQuartile, days => Known(scribe, days, stay.Intervals.Lower)), Cell.Of(stay.Median, days => Known(scribe, days, stay.Intervals.Median)),
            Cell.Of(stay.UpperQuartile, days => Known(scribe, days, stay.Intervals.Upper)), Cell.Of(stay.MedianYearEarlier, Whole(scribe))])]);

    /// <summary>Days with their interval; an upper end that is not reached is left open.</summary>
    private static string Known(Scribe scribe, double days, DayInterval interval) => Whole(scribe)(days) + " (" + Range(scribe, interval) + ")";

    private static string Range(Scribe scribe, DayInterval interval) =>
        scribe.Text(interval.High is null ? AtLeast : Interval, Whole(scribe)(interval.Low ?? 0), Whole(scribe)(interval.High ?? 0));

    private static Func<double, string> Whole(Scribe scribe) => days => scribe.Language.Number(days, days < 10 ? 1 : 0);
}
