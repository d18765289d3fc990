using System.Globalization;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The probability that one customer still buys, over time.</summary>
internal static class AliveFigure
{
    private const string Id = "still-buying";
    private const double DaysAWeek = 7;
    private static readonly LocalText Name = new("Still a customer?", "Toujours client\u00a0?");
    private static readonly LocalText Finding = new("A regular customer, quiet since {0}, still buys with a probability of {1}", "Un client régulier, silencieux depuis le {0}, achète encore avec une probabilité de {1}");
    private static readonly LocalText Subtitle = new("Probability of not having stopped for good, by Pareto/NBD, as known on each day from {0} to {1}; dots are the {2} days with an order",
        "Probabilité de ne pas avoir arrêté pour de bon, par Pareto/NBD, telle que connue chaque jour du {0} au {1}\u00a0; les points sont les {2} jours d’achat");

    private static readonly LocalText Note = new("The customer with most purchase days among those whose probability lies between 20% and 80% on the date. An order brings it back to the top; silence wears it down, the faster the more often they bought.",
        "Le client au plus grand nombre de jours d’achat parmi ceux dont la probabilité est entre 20\u202f% et 80\u202f% à la date. Une commande la ramène en haut\u00a0; le silence l’use, d’autant plus vite que le client achetait souvent.");

    private static readonly LocalText Probability = new("Probability", "Probabilité");
    private static readonly LocalText Bought = new("Order", "Commande");
    private static readonly LocalText Day = new("Day", "Jour");
    private static readonly LocalText Purchases = new("Purchase days so far", "Jours d’achat jusque-là");

    public static Figure? Build(Scribe scribe)
    {
        if (scribe.Model.Purchases?.Alive is not { } alive)
        {
            return null;
        }

        int age = alive.Points[^1].Day;
        Dictionary<int, double> known = alive.Points.ToDictionary(point => point.Day, point => point.Probability);
        return new Figure(Id, scribe.Text(Name))
        {
            Finding = scribe.Text(Finding, scribe.Date(alive.LastOrder), scribe.Share(alive.Now)),
            Subtitle = scribe.Text(Subtitle, scribe.Date(alive.FirstDay), scribe.Date(alive.FirstDay.AddDays(age)), scribe.Count(alive.OrderDays.Count)),
            Note = scribe.Text(Note),
            Height = 300,
            Chart = LineChart.OverDates(
                Enumerable.Range(0, (int)Math.Ceiling(age / DaysAWeek) + 1).Select(week => scribe.Language.Month(alive.FirstDay.AddDays(week * 7))), FigureUnit.Share, 1, [],
                new ChartLine(scribe.Text(Probability), [.. alive.Points.Select(point => (point.Day / DaysAWeek, point.Probability))])
                {
                    Tips = [.. alive.Points.Select(point => Scribe.Lines(scribe.Date(alive.FirstDay.AddDays(point.Day)), scribe.Share(point.Probability)))],
                },
                new ChartLine(scribe.Text(Bought), [.. alive.OrderDays.Select(day => (day / DaysAWeek, known[day]))])
                {
                    Color = "ink",
                    IsBare = true,
                    Tips = [.. alive.OrderDays.Select(day => Scribe.Lines(scribe.Text(Bought), scribe.Date(alive.FirstDay.AddDays(day))))],
                }),
            Table = TableOf(scribe, alive),
        };
    }

    // A row for the first order, one for the last known day of each month, and the date: the chart has the days between.
    private static Table TableOf(Scribe scribe, AlivePicture alive)
    {
        var rows = alive.Points.GroupBy(point => Month(alive, point.Day)).Select(month => month.Last()).Prepend(alive.Points[0]).DistinctBy(point => point.Day);
        return new(
            [new Column(scribe.Text(Day), false), new Column(scribe.Text(Probability)), new Column(scribe.Text(Purchases))],
            [.. rows.Select(point => (IReadOnlyList<Cell>)[
                new Cell(scribe.Date(alive.FirstDay.AddDays(point.Day)), alive.FirstDay.AddDays(point.Day).ToString("O", CultureInfo.InvariantCulture)),
                Cell.Of(point.Probability, scribe.Share), Cell.Of(alive.OrderDays.Count(day => day <= point.Day), scribe.Count)])]);
    }

    private static int Month(AlivePicture alive, int day) => (alive.FirstDay.AddDays(day).Year * 12) + alive.FirstDay.AddDays(day).Month;
}
