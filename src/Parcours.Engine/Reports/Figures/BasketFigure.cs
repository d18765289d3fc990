using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The average basket of each stage.</summary>
internal static class BasketFigure
{
    private const string Id = "baskets";
    private static readonly LocalText Name = new("Average basket", "Panier moyen");
    private static readonly LocalText Missing = new("No order over the year: no average basket.", "Aucune commande sur l’année\u00a0: pas de panier moyen.");
    private static readonly LocalText Finding = new("The largest baskets come from {0}: {1}", "Les plus gros paniers viennent de {0}\u00a0: {1}");
    private static readonly LocalText Subtitle = new("Net value of an order by the stage its customer stands in at the end, {0}", "Montant net d’une commande selon la phase du client à la fin, {0}");
    private static readonly LocalText Basket = new("Average basket", "Panier moyen");
    private static readonly LocalText OrdersAre = new("{0} orders", "{0} commandes");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        StageBasket[] baskets = [.. scribe.Model.Baskets.Where(basket => basket is { Orders: > 0, Basket.Now: not null })];
        if (baskets.Length == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing), true);
        }

        StageBasket top = baskets.MaxBy(basket => basket.Basket.Now)!;
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Quoted(top.Stage), scribe.Money(top.Basket.Now!.Value)),
            Subtitle = scribe.Text(Subtitle, scribe.Period),
            Height = 60 + (baskets.Length * 44),
            IsHalf = true,
            Chart = BarChart.Of(FigureUnit.Money, scribe, baskets.Select(basket => new BarRow(scribe.Stage(basket.Stage), basket.Stage, basket.Basket,
                scribe.Money(basket.Basket.Now!.Value), scribe.Text(OrdersAre, scribe.Count(basket.Orders))))),
            Table = new Table(
                [new Column(scribe.Text(CommonWords.Stage), false), new Column(scribe.Text(CommonWords.Orders)), new Column(scribe.Text(Basket)),
                    new Column(scribe.Text(CommonWords.YearEarlier)), new Column(scribe.Text(CommonWords.Change))],
                [.. baskets.Select(basket => (IReadOnlyList<Cell>)[scribe.StageCell(basket.Stage), Cell.Of(basket.Orders, scribe.Count), scribe.MoneyCell(basket.Basket.Now),
                    scribe.MoneyCell(basket.Basket.YearEarlier), new Cell(scribe.Language.Change(basket.Basket) ?? "–")])]),
        };
    }
}
