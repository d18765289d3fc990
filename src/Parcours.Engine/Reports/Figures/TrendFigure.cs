using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The evolution of the basket, buyer by buyer.</summary>
internal static class TrendFigure
{
    private const string Id = "basket-trend";
    private static readonly LocalText Name = new("Basket evolution", "Évolution du panier");
    private static readonly LocalText Missing = new("The evolution of the basket needs customers with four orders or more.", "L’évolution du panier demande des clients ayant au moins quatre commandes.");
    private static readonly LocalText Finding = new("The basket rises for {0} of regular buyers and falls for {1}", "Le panier monte pour {0} des acheteurs réguliers et baisse pour {1}");
    private static readonly LocalText Subtitle = new("Last three orders against those before, of the {0} buyers with four orders or more, {1}", "Trois dernières commandes comparées aux précédentes, pour les {0} acheteurs d’au moins quatre commandes, {1}");
    private static readonly LocalText Rising = new("Rising by a fifth or more", "En hausse d’un cinquième ou plus");
    private static readonly LocalText Steady = new("Steady", "Stable");
    private static readonly LocalText Falling = new("Falling as much", "En baisse d’autant");
    private static readonly LocalText Evolution = new("Evolution", "Évolution");
    private static readonly LocalText Note = new("{0} buyers have too few orders to tell.", "{0} acheteurs ont trop peu de commandes pour le dire.");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Trend is not { Known: > 0 } trend)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing), true);
        }

        (string Name, Twin Share)[] rows = [(scribe.Text(Rising), trend.Rising), (scribe.Text(Steady), trend.Steady), (scribe.Text(Falling), trend.Falling)];
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Share(trend.Rising.Now ?? 0), scribe.Share(trend.Falling.Now ?? 0)),
            Subtitle = scribe.Text(Subtitle, scribe.Count(trend.Known), scribe.Period),
            Note = trend.TooFew > 0 ? scribe.Text(Note, scribe.Count(trend.TooFew)) : null,
            Height = 60 + (rows.Length * 44),
            IsHalf = true,
            Chart = BarChart.Of(FigureUnit.Share, scribe, rows.Select(row => new BarRow(row.Name, null, row.Share, scribe.Share(row.Share.Now ?? 0)))),
            Table = new Table([new Column(scribe.Text(Evolution), false), new Column(scribe.Text(CommonWords.Share)), new Column(scribe.Text(CommonWords.YearEarlier))],
                [.. rows.Select(row => (IReadOnlyList<Cell>)[new Cell(row.Name), Cell.Of(row.Share.Now, scribe.Share), Cell.Of(row.Share.YearEarlier, scribe.Share)])]),
        };
    }
}
