using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Carts and checkouts left behind.</summary>
internal static class AbandonmentFigure
{
    private const string Id = "abandonment";
    private static readonly LocalText Name = new("Abandonment", "Abandon de panier");
    private static readonly LocalText Missing = new("No cart or checkout is recorded: import visits to see what is left behind.", "Aucun panier ni passage en caisse connu\u00a0: importez les visites pour voir ce qui est abandonné.");
    private static readonly LocalText Finding = new("{0} of carts are left behind", "{0} des paniers sont abandonnés");
    private static readonly LocalText FindingCheckout = new("{0} of checkouts are left behind", "{0} des passages en caisse sont abandonnés");
    private static readonly LocalText Subtitle = new("Share without an order within 24 hours, {0}", "Part restée sans commande sous 24 heures, {0}");
    private static readonly LocalText Cart = new("Carts", "Paniers");
    private static readonly LocalText Checkout = new("Checkouts", "Passages en caisse");
    private static readonly LocalText Kind = new("Stopped at", "Arrêt");
    private static readonly LocalText Begun = new("Begun", "Commencés");
    private static readonly LocalText Left = new("Left behind", "Abandonnés");
    private static readonly LocalText BegunAre = new("{0} begun", "{0} commencés");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Abandonment is not { } abandonment || abandonment.Carts + abandonment.Checkouts == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing), true);
        }

        (string Kind, long Begun, Twin Rate)[] rows = [.. new[]
        {
            (scribe.Text(Cart), abandonment.Carts, abandonment.CartRate), (scribe.Text(Checkout), abandonment.Checkouts, abandonment.CheckoutRate),
        }.Where(row => row.Item2 > 0)];
        return new Figure(Id, name)
        {
            Finding = scribe.Text(abandonment.Carts > 0 ? Finding : FindingCheckout, scribe.Share(rows[0].Rate.Now ?? 0)),
            Subtitle = scribe.Text(Subtitle, scribe.Period),
            Height = 60 + (rows.Length * 44),
            IsHalf = true,
            Chart = BarChart.Of(FigureUnit.Share, scribe, rows.Select(row => new BarRow(row.Kind, null, row.Rate, scribe.Share(row.Rate.Now ?? 0), scribe.Text(BegunAre, scribe.Count(row.Begun))))),
            Table = new Table(
                [new Column(scribe.Text(Kind), false), new Column(scribe.Text(Begun)), new Column(scribe.Text(Left)), new Column(scribe.Text(CommonWords.YearEarlier))],
                [.. rows.Select(row => (IReadOnlyList<Cell>)[new Cell(row.Kind), Cell.Of(row.Begun, scribe.Count), Cell.Of(row.Rate.Now, scribe.Share), Cell.Of(row.Rate.YearEarlier, scribe.Share)])]),
        };
    }
}
