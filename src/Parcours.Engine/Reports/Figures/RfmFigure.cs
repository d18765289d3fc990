using System.Globalization;
using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Recency by frequency, and the named groups of the map.</summary>
internal static class RfmFigure
{
    private static readonly LocalText Name = new("RFM", "RFM");
    private static readonly LocalText Missing = new("RFM needs customers with an order.", "La grille RFM demande des clients ayant commandé.");
    private static readonly LocalText Finding = new("{0} of customers bought both lately and often, and make {1} of spend", "{0} des clients ont acheté récemment et souvent\u00a0; ils font {1} des dépenses");
    private static readonly LocalText Subtitle = new("Customers by recency (up: bought lately) and frequency (right: many orders), in {0} equal parts each", "Clients par récence (en haut\u00a0: achat récent) et fréquence (à droite\u00a0: beaucoup de commandes), en {0} parts égales");
    private static readonly LocalText Recency = new("Recency {0}", "Récence {0}");
    private static readonly LocalText Frequency = new("Frequency {0}", "Fréquence {0}");
    private static readonly LocalText FrequencyAxis = new("frequency", "fréquence");
    private static readonly LocalText Spent = new("{0} spent to date", "{0} dépensés à ce jour");
    private static readonly LocalText GroupsName = new("RFM groups", "Groupes RFM");
    private static readonly LocalText GroupsFinding = new("{0} hold {1} of customers and {2} of spend", "{0}\u00a0: {1} des clients et {2} des dépenses");
    private static readonly LocalText GroupsSubtitle = new("Customers in each of the {0} groups of the RFM map", "Clients dans chacun des {0} groupes de la carte RFM");
    private static readonly LocalText Ten = new("ten", "dix");
    private static readonly LocalText Group = new("Group", "Groupe");
    private static readonly LocalText Spend = new("Spend to date", "Dépenses à ce jour");
    private static readonly LocalText SpendShare = new("Share of spend", "Part des dépenses");

    public static Figure Grid(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Rfm is not { Cells.Count: > 0 } rfm)
        {
            return Figure.Empty("rfm", name, scribe.Text(Missing), true);
        }

        int high = (int)Math.Ceiling(rfm.Quantiles * 0.8);
        double customers = rfm.Cells.Sum(cell => cell.Customers);
        double spend = rfm.Cells.Sum(cell => cell.Spend);
        RfmCell[] best = [.. rfm.Cells.Where(cell => cell.Recency >= high && cell.Frequency >= high)];
        return new Figure("rfm", name)
        {
            Finding = scribe.Text(Finding, scribe.Share(best.Sum(cell => cell.Customers) / customers), scribe.Share(spend <= 0 ? 0 : best.Sum(cell => cell.Spend) / spend)),
            Subtitle = scribe.Text(Subtitle, rfm.Quantiles),
            Height = 80 + (rfm.Quantiles * 52),
            IsHalf = true,
            Chart = Chart(scribe, rfm, customers),
            Table = TableOf(scribe, rfm),
        };
    }

    public static Figure Groups(Scribe scribe)
    {
        string name = scribe.Text(GroupsName);
        if (scribe.Model.Rfm is not { Groups.Count: > 0 } rfm)
        {
            return Figure.Empty("rfm-groups", name, scribe.Text(Missing), true);
        }

        double customers = rfm.Groups.Sum(group => group.Customers.Now ?? 0);
        double spend = rfm.Groups.Sum(group => (double)group.Spend);
        RfmGroup top = rfm.Groups.MaxBy(group => group.Spend)!;
        return new Figure("rfm-groups", name)
        {
            Finding = scribe.Text(GroupsFinding, scribe.Text(top.Name), scribe.Share((top.Customers.Now ?? 0) / customers), scribe.Share(spend <= 0 ? 0 : top.Spend / spend)),
            Subtitle = scribe.Text(GroupsSubtitle, rfm.Groups.Count == 10 ? scribe.Text(Ten) : scribe.Count(rfm.Groups.Count)),
            Height = 60 + (rfm.Groups.Count * 28),
            IsHalf = true,
            Chart = BarChart.Of(FigureUnit.Count, scribe, rfm.Groups.Select(group => new BarRow(scribe.Text(group.Name), null, group.Customers,
                scribe.Count(group.Customers.Now ?? 0), scribe.Text(Spent, scribe.Money(group.Spend))))),
            Table = new Table(
                [new Column(scribe.Text(Group), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(CommonWords.YearEarlier)),
                    new Column(scribe.Text(Spend)), new Column(scribe.Text(SpendShare))],
                [.. rfm.Groups.Select(group => (IReadOnlyList<Cell>)[new Cell(scribe.Text(group.Name)), Cell.Of(group.Customers.Now, scribe.Count),
                    Cell.Of(group.Customers.YearEarlier, scribe.Count), scribe.MoneyCell(group.Spend), Cell.Of(spend <= 0 ? null : group.Spend / spend, scribe.Share)])]),
        };
    }

    private static JsonObject Chart(Scribe scribe, RfmGrid rfm, double customers) => new()
    {
        ["kind"] = "heat",
        ["columns"] = new JsonArray([.. Scores(rfm).Select(score => (JsonNode)score.ToString(CultureInfo.InvariantCulture))]),
        ["rows"] = new JsonArray([.. Scores(rfm).Reverse().Select(score => (JsonNode)scribe.Text(Recency, score))]),
        ["unit"] = "count",
        ["axis"] = scribe.Text(FrequencyAxis),
        ["cells"] = new JsonArray([.. rfm.Cells.Where(cell => cell.Customers > 0).OrderBy(cell => (cell.Recency, cell.Frequency)).Select(cell => new JsonObject
        {
            ["x"] = cell.Frequency - 1,
            ["y"] = rfm.Quantiles - cell.Recency,
            ["value"] = cell.Customers,
            ["label"] = scribe.Count(cell.Customers),
            ["tip"] = Scribe.Lines(scribe.Text(Recency, cell.Recency) + ", " + scribe.Text(Frequency, cell.Frequency),
                scribe.Text(CommonWords.CustomersAre, scribe.Count(cell.Customers)) + " (" + scribe.Share(cell.Customers / customers) + ")",
                scribe.Text(Spent, scribe.Money(cell.Spend))),
        })]),
    };

    private static Table TableOf(Scribe scribe, RfmGrid rfm)
    {
        ILookup<(int, int), long> cells = rfm.Cells.ToLookup(cell => (cell.Recency, cell.Frequency), cell => cell.Customers);
        return new Table([new Column(scribe.Text(Name), false), .. Scores(rfm).Select(score => new Column(scribe.Text(Frequency, score)))],
            [.. Scores(rfm).Reverse().Select(recency => (IReadOnlyList<Cell>)[new Cell(scribe.Text(Recency, recency)),
                .. Scores(rfm).Select(frequency => Cell.Of(cells[(recency, frequency)].Sum(), scribe.Count))])]);
    }

    private static IEnumerable<int> Scores(RfmGrid rfm) => Enumerable.Range(1, rfm.Quantiles);
}
