using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.Timing;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Reports.Figures;

/// <summary>When the second order comes after the first.</summary>
internal static class SecondOrderFigure
{
    private const string Id = "second-order";
    private static readonly LocalText Name = new("Second order", "Deuxième commande");
    private static readonly LocalText Missing = new("The moment of the second order needs {0} more customers who ordered twice.", "Le moment de la deuxième commande demande {0} clients de plus ayant commandé deux fois.");
    private static readonly LocalText Nothing = new("The moment of the second order needs customers who ordered twice.", "Le moment de la deuxième commande demande des clients ayant commandé deux fois.");
    private static readonly LocalText Rises = new("Second orders stand out between day {0} and day {1} after the first", "Les deuxièmes commandes ressortent entre le jour {0} et le jour {1} après la première");
    private static readonly LocalText Highest = new("The chance of a second order is highest between day {0} and day {1} after the first", "La chance d’une deuxième commande est la plus haute entre le jour {0} et le jour {1} après la première");
    private static readonly LocalText Plain = new("No moment of the second order stands out", "Aucun moment de la deuxième commande ne ressort");
    private static readonly LocalText Subtitle = new("Chance of the second order in each week after the first, of those still without one; {0} customers, of whom {1} ordered again",
        "Chance d’une deuxième commande dans chaque semaine après la première, parmi ceux qui l’attendent encore\u00a0; {0} clients, dont {1} ont recommandé");

    private static readonly LocalText Within = new("Ordered again within {0}: {1}.", "Ont recommandé en {0}\u00a0: {1}.");
    private static readonly LocalText Seen = new("Seen", "Constaté");
    private static readonly LocalText Usual = new("Smooth curve", "Courbe lisse");
    private static readonly LocalText Since = new("weeks since the first order", "semaines depuis la première commande");
    private static readonly LocalText Orders = new("Second orders", "Deuxièmes commandes");
    private static readonly LocalText Chance = new("Chance", "Chance");
    private static readonly LocalText Days = new("days {0} to {1}", "jours {0} à {1}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.SecondOrder is not { Weeks.IsEmpty: false } moment)
        {
            return Figure.Empty(Id, name, scribe.Model.NoSecondOrder is TimingRefusal.TooFewOrders few ? scribe.Text(Missing, scribe.Count(few.Needed)) : scribe.Text(Nothing));
        }

        WaitWindow? told = moment.Rise ?? moment.Highest;
        return new Figure(Id, name)
        {
            Finding = told is null ? scribe.Text(Plain) : scribe.Text(moment.Rise is null ? Highest : Rises, scribe.Count(told.First), scribe.Count(told.Last)),
            Subtitle = scribe.Text(Subtitle, scribe.Count(moment.Customers), scribe.Count(moment.Ordered)),
            Note = string.Join(" ", moment.Shares.Where(share => share.Share is not null).Select(share => scribe.Text(Within, scribe.Days(share.Days), scribe.Share(share.Share!.Value)))),
            Height = 320,
            Chart = RateChart.Of(scribe, moment.Weeks, moment.Usual, (scribe.Text(Since), scribe.Text(Seen), scribe.Text(Usual)),
                told is null ? [] : [((told.First - 1) / 7.0, scribe.Text(Days, scribe.Count(told.First), scribe.Count(told.Last)))]),
            Table = RateChart.TableOf(scribe, moment.Weeks, moment.Usual, scribe.Text(Orders), scribe.Text(Chance), scribe.Text(Usual)),
        };
    }
}
