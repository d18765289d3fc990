using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The sequences of stages most customers went through: a table whose bars are its picture.</summary>
internal static class PathsFigure
{
    private const string Id = "paths";
    private static readonly LocalText Name = new("Common paths", "Parcours types");
    private static readonly LocalText Missing = new("No path to show yet: customers need at least one stage.", "Aucun parcours à montrer\u00a0: il faut au moins une phase par client.");
    private static readonly LocalText Finding = new("The most common path, {0}, is that of {1} of customers", "Le parcours le plus courant, {0}, est celui de {1} des clients");
    private static readonly LocalText Subtitle = new("Sequences of stages from the first fact to {0}, with the customers who followed each and what they spent", "Suites de phases du premier événement au {0}, avec les clients qui les ont suivies et leurs dépenses");
    private static readonly LocalText Path = new("Path", "Parcours");
    private static readonly LocalText Spend = new("Spend per customer", "Dépense par client");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        IReadOnlyList<CommonPath> paths = scribe.Model.Paths;
        if (paths.Count == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        double widest = paths.Max(path => path.Share);
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, Said(paths[0], stage => Scribe.Shorten(scribe.Stage(stage))), scribe.Share(paths[0].Share)),
            Subtitle = scribe.Text(Subtitle, scribe.Date(scribe.Model.Scope.At)),
            Table = new Table(
                [new Column(scribe.Text(Path), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(CommonWords.Share), false), new Column(scribe.Text(Spend))],
                [.. paths.Select(path => (IReadOnlyList<Cell>)[
                    new Cell(Said(path, scribe.Stage)) { Stages = path.Stages, GoesOn = path.GoesOn },
                    Cell.Of(path.Subjects, scribe.Count),
                    Cell.Of(path.Share, scribe.Share) with { Bar = path.Share / widest },
                    scribe.MoneyCell(path.SpendPerSubject)])]),
        };
    }

    private static string Said(CommonPath path, Func<int, string> name) => string.Join(" → ", path.Stages.Select(name)) + (path.GoesOn ? " → …" : "");
}
