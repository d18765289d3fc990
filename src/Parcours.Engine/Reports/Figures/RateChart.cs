using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Reports.Figures;

/// <summary>A rate by week since something, beside the smooth curve it is compared with.</summary>
internal static class RateChart
{
    private static readonly LocalText Week = new("Week", "Semaine");
    private static readonly LocalText WeekIs = new("week {0}", "semaine {0}");
    private static readonly LocalText Interval = new("95% interval", "Intervalle à 95\u202f%");
    private static readonly LocalText Range = new("{0} to {1}", "{0} à {1}");

    /// <summary>The chart; marks stand at weeks from 0 for week 1.</summary>
    public static JsonObject Of(
        Scribe scribe, IReadOnlyList<PoissonRate> weeks, IReadOnlyList<double> usual, (string Since, string Seen, string Usual) words, IEnumerable<(double At, string Label)> marks)
    {
        var seen = new ChartLine(words.Seen, [.. weeks.Select((week, at) => ((double)at, week.Value ?? 0))])
        {
            Tips = [.. weeks.Select((week, at) => Scribe.Lines(scribe.Text(WeekIs, scribe.Count(at + 1)), scribe.Share(week.Value ?? 0) + " (" + IntervalOf(scribe, week) + ")"))],
        };
        var curve = new ChartLine(words.Usual, [.. usual.Select((rate, at) => ((double)at, rate))]) { Color = "ink", IsDashed = true };
        JsonObject chart = LineChart.OverDates(weeks.Select((_, at) => scribe.Count(at + 1)), FigureUnit.Share, null, marks, usual.Count > 0 ? [curve, seen] : [seen]);
        chart["x"]!["name"] = words.Since;
        return chart;
    }

    /// <summary>The table: a row a week.</summary>
    public static Table TableOf(Scribe scribe, IReadOnlyList<PoissonRate> weeks, IReadOnlyList<double> usual, string events, string rate, string curve) => new(
        [new Column(scribe.Text(Week), false), new Column(events), new Column(rate), new Column(scribe.Text(Interval)), new Column(curve)],
        [.. weeks.Select((week, at) => (IReadOnlyList<Cell>)[new Cell(scribe.Count(at + 1)), Cell.Of(week.Events, scribe.Count), Cell.Of(week.Value, scribe.Share),
            new Cell(IntervalOf(scribe, week)), Cell.Of(at < usual.Count ? usual[at] : null, scribe.Share)])]);

    private static string IntervalOf(Scribe scribe, PoissonRate week) => week.Interval is { } known ? scribe.Text(Range, scribe.Share(known.Low), scribe.Share(Math.Min(1, known.High))) : "–";
}
