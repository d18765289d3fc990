using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>What time alone will change after the report's date.</summary>
internal static class UpcomingFigure
{
    private const string Id = "next";
    private static readonly LocalText Name = new("Next changes", "Prochains changements");
    private static readonly LocalText Missing = new("No stage changes by itself in the {0} after {1}.", "Aucune phase ne change d’elle-même dans les {0} qui suivent le {1}.");
    private static readonly LocalText Unknown = new("Changes to come are known at the date of the last fact or later; facts come after {0}.",
        "Les changements à venir se lisent à la date du dernier événement ou après\u00a0; des événements suivent le {0}.");

    private static readonly LocalText Finding = new("{0} customers change stage within {1} if nothing happens; they spent {2} over the year",
        "{0} clients changent de phase dans les {1} si rien ne se passe\u00a0; ils ont dépensé {2} en un an");

    private static readonly LocalText Subtitle = new("Customers by the stage they will reach after {0} if they do nothing", "Clients selon la phase qu’ils atteindront après le {0} s’ils ne font rien");
    private static readonly LocalText Spend = new("Spend over the year", "Dépenses sur un an");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        DateOnly at = scribe.Model.Scope.At;
        if (scribe.Model.Upcoming is not { } upcoming)
        {
            return Figure.Empty(Id, name, scribe.Model.Scope.FirstFact is null ? scribe.Text(Missing, scribe.Days(30), scribe.Date(at)) : scribe.Text(Unknown, scribe.Date(at)), true);
        }

        if (upcoming.Moves.Count == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing, scribe.Days(upcoming.Days), scribe.Date(at)), true);
        }

        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, scribe.Count(upcoming.Moves.Sum(move => move.Subjects)), scribe.Days(upcoming.Days), scribe.Money(upcoming.Moves.Sum(move => move.SpendLastYear))),
            Subtitle = scribe.Text(Subtitle, scribe.Date(at)),
            Height = 60 + (upcoming.Moves.Count * 44),
            IsHalf = true,
            Chart = BarChart.Of(FigureUnit.Count, scribe, upcoming.Moves.Select(move =>
                new BarRow(scribe.Stage(move.To), move.To, new Twin(move.Subjects, null), scribe.Count(move.Subjects), scribe.Money(move.SpendLastYear)))),
            Table = new Table(
                [new Column(scribe.Text(CommonWords.Stage), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(Spend))],
                [.. upcoming.Moves.Select(move => (IReadOnlyList<Cell>)[scribe.StageCell(move.To), Cell.Of(move.Subjects, scribe.Count), scribe.MoneyCell(move.SpendLastYear)])]),
        };
    }
}
