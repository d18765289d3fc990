using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Predictions;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>What each tenth of the customers is expected to bring in a year.</summary>
internal static class ValueFigure
{
    private const string Id = "value-deciles";
    private static readonly LocalText Name = new("Value to come", "Valeur à venir");
    private static readonly LocalText Missing = new("The value to come needs {0} more customers: {1} have ordered.", "La valeur à venir demande {0} clients de plus\u00a0: {1} ont commandé.");
    private static readonly LocalText Nobody = new("The value to come needs customers with an order.", "La valeur à venir demande des clients ayant commandé.");
    private static readonly LocalText Finding = new("A tenth of the customers holds {0} of the {1} expected over 365 days", "Un dixième des clients porte {0} des {1} attendus sur 365 jours");
    private static readonly LocalText Subtitle = new("Expected spend over the 365 days after {0}, by tenth of the {1} customers who have ordered, the highest first",
        "Dépense attendue dans les 365 jours après le {0}, par dixième des {1} clients ayant commandé, du plus haut au plus bas");

    private static readonly LocalText Note = new("Pareto/NBD for when they order, Gamma-Gamma for how much, money to come discounted at 10% a year. ", "Pareto/NBD pour le moment des commandes, Gamma-Gamma pour leur montant, argent à venir actualisé à 10\u202f% par an. ");
    private static readonly LocalText Tenth = new("Tenth", "Dixième");
    private static readonly LocalText Expected = new("Expected", "Attendu");
    private static readonly LocalText Least = new("From (a customer)", "À partir de (par client)");
    private static readonly LocalText Spent = new("Spent so far", "Dépensé jusqu’ici");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Purchases is not { Deciles: { Count: > 0 } deciles } outlook)
        {
            PurchaseOutlook? none = scribe.Model.Purchases;
            return Figure.Empty(Id, name,
                none is null or { Customers: 0 } ? scribe.Text(Nobody)
                : none.Missing > 0 ? scribe.Text(Missing, scribe.Count(none.Missing), scribe.Count(none.Customers))
                : TrackingFigure.Sentence(scribe, none.Refused ?? none.NoSpend!.Value));
        }

        double minor = Currencies.MinorUnits(scribe.Model.Scope.Currency);
        double Minor(double amount) => Math.Round(amount * minor);
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Share(deciles[0].Share), scribe.Money(Minor(deciles.Sum(decile => decile.Expected)))),
            Subtitle = scribe.Text(Subtitle, scribe.Date(scribe.Model.Scope.At), scribe.Count(outlook.Customers)),
            Note = scribe.Text(Note) + TrackingFigure.Sentence(scribe, ModelWarnings.Stationary),
            Height = 60 + (deciles.Count * 30),
            Chart = BarChart.Of(FigureUnit.Money, scribe, deciles.Select(decile => new BarRow(
                scribe.Count(decile.Number), null, new Twin(Minor(decile.Expected), null), scribe.Money(Minor(decile.Expected)) + " (" + scribe.Share(decile.Share) + ")",
                scribe.Text(CommonWords.CustomersAre, scribe.Count(decile.Customers))))),
            Table = new Table(
                [new Column(scribe.Text(Tenth), false), .. new[] { CommonWords.Customers, Expected, CommonWords.Share, Least, Spent }.Select(title => new Column(scribe.Text(title)))],
                [.. deciles.Select(decile => (IReadOnlyList<Cell>)[new Cell(scribe.Count(decile.Number)), Cell.Of(decile.Customers, scribe.Count), scribe.MoneyCell(Minor(decile.Expected)),
                    Cell.Of(decile.Share, scribe.Share), scribe.MoneyCell(Minor(decile.Least)), scribe.MoneyCell(Minor(decile.Spent))])]),
        };
    }
}
