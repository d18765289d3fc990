using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>How often customers buy, with the thresholds on the picture.</summary>
internal static class RhythmFigure
{
    private const string Id = "rhythm";
    private static readonly LocalText Name = new("Rhythm", "Rythme d’achat");
    private static readonly LocalText Missing = new("Rhythm needs customers with at least two purchase days.", "Le rythme demande des clients ayant acheté au moins deux jours différents.");
    private static readonly LocalText Finding = new("Half of the customers who come back buy every {0} or more often", "La moitié des clients qui reviennent achètent au moins tous les {0}");
    private static readonly LocalText Subtitle = new("Customers by their own median time between two purchase days; {0} customers with at least two", "Clients selon leur propre délai médian entre deux jours d’achat\u00a0; {0} clients en ont au moins deux");
    private static readonly LocalText Note = new("Each customer counts once. Counting all {0} gaps together, the median is {1}: heavy buyers weigh more there, so it is shown and not used.",
        "Chaque client compte une fois. Sur les {0} délais réunis, la médiane est de {1}\u00a0: les gros acheteurs y pèsent davantage, elle est donc montrée sans être utilisée.");

    private static readonly LocalText OffPicture = new("The picture leaves out {0} with longer gaps; the table has them.", "L’image laisse de côté {0} clients aux délais plus longs\u00a0; ils sont dans le tableau.");
    private static readonly LocalText Median = new("rhythm", "rythme");
    private static readonly LocalText Gap = new("Median gap (days)", "Délai médian (jours)");
    private static readonly LocalText Range = new("{0} to {1}", "{0} à {1}");
    private static readonly LocalText Earlier = new("; the rhythm a year earlier: {0}", "\u00a0; rythme un an plus tôt\u00a0: {0}");
    private static readonly LocalText More = new("{0} or more", "{0} ou plus");
    private static readonly LocalText AxisDays = new("days between purchases", "jours entre deux achats");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Rhythm is not { Customers: > 0, Median.Now: { } median } rhythm)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Days(median)),
            Subtitle = scribe.Text(Subtitle, scribe.Count(rhythm.Customers))
                + (rhythm.Median.YearEarlier is { } before ? scribe.Text(Earlier, scribe.Days(before)) : ""),
            Note = rhythm.PooledMedian is { } pooled
                ? scribe.Text(Note, scribe.Count(rhythm.PooledGaps), scribe.Days(pooled)) + (rhythm.Beyond > 0 ? " " + scribe.Text(OffPicture, scribe.Count(rhythm.Beyond)) : "")
                : null,
            Height = 340,
            Chart = Chart(scribe, rhythm, median),
            Table = new Table([new Column(scribe.Text(Gap), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(CommonWords.Share))],
                [.. rhythm.Bins.Select(bin => Row(scribe, rhythm, Text(scribe, bin), bin.Customers)),
                    .. rhythm.Beyond > 0 ? [Row(scribe, rhythm, scribe.Text(More, scribe.Count(rhythm.Bins[^1].To)), rhythm.Beyond)] : Array.Empty<IReadOnlyList<Cell>>()]),
        };
    }

    private static IReadOnlyList<Cell> Row(Scribe scribe, RhythmPicture rhythm, string name, long customers) =>
        [new Cell(name), Cell.Of(customers, scribe.Count), Cell.Of(customers / (double)rhythm.Customers, scribe.Share)];

    private static string Text(Scribe scribe, RhythmBin bin) => bin.To - bin.From <= 1
        ? scribe.Count(bin.From)
        : scribe.Text(Range, scribe.Count(bin.From), scribe.Count(bin.To - 1));

    // A fixed period of a few days or many years has no place on the picture of the rhythm; the table of thresholds has it.
    private static IEnumerable<RhythmThreshold> OnPicture(RhythmPicture rhythm) => rhythm.Thresholds
        .Where(threshold => (threshold.Formula is not null || threshold.Name == "inactive_after") && threshold.Days <= 3 * rhythm.Bins.Max(bin => bin.To))
        .OrderBy(threshold => threshold.Days);

    private static JsonObject Chart(Scribe scribe, RhythmPicture rhythm, double median)
    {
        var lines = new JsonArray { (JsonNode)new JsonObject { ["at"] = median, ["solid"] = true, ["label"] = scribe.Text(Median) + " " + scribe.Days(median) } };
        foreach (RhythmThreshold threshold in OnPicture(rhythm))
        {
            lines.Add((JsonNode)new JsonObject { ["at"] = threshold.Days, ["label"] = scribe.Text(ThresholdName.Of(threshold.Name)) + " " + scribe.Days(threshold.Days) });
        }

        return new JsonObject
        {
            ["kind"] = "histogram",
            ["axis"] = scribe.Text(AxisDays),
            ["bins"] = new JsonArray([.. rhythm.Bins.Select(bin => new JsonObject
            {
                ["from"] = bin.From,
                ["to"] = bin.To,
                ["value"] = bin.Customers,
                ["tip"] = Scribe.Lines(scribe.Text(Range, scribe.Count(bin.From), scribe.Days(bin.To)), scribe.Text(CommonWords.CustomersAre, scribe.Count(bin.Customers))),
            })]),
            ["lines"] = lines,
        };
    }
}
