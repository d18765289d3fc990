using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>Who moved between the two dates, the largest move first.</summary>
internal static class MovedFigure
{
    private const string Id = "moved";
    private const int MostShown = 12;
    private static readonly LocalText Name = new("Who moved", "Qui a changé de phase");
    private static readonly LocalText Missing = new("Nobody changed stage between these dates.", "Personne n’a changé de phase entre ces dates.");
    private static readonly LocalText Finding = new("{0} customers stand in another stage than on {1}", "{0} clients ne sont plus dans la phase du {1}");
    private static readonly LocalText OnlyNew = new("{0} customers became known since {1}", "{0} clients sont connus depuis le {1}");
    private static readonly LocalText Subtitle = new("Customers by move, from the stage on {0} to that on {1}", "Clients par changement, de la phase du {0} à celle du {1}");
    private static readonly LocalText Move = new("Move", "Changement");

    public static Figure Build(Scribe scribe, StageDoors? doors)
    {
        string name = scribe.Text(Name);
        StageFlow[] moves = [.. (scribe.Model.Map?.Flows ?? []).Where(flow => flow.From != flow.To).OrderByDescending(flow => flow.Subjects).ThenBy(flow => flow.To)];
        if (moves.Length == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        long known = moves.Where(flow => flow.From >= 0).Sum(flow => flow.Subjects);
        string from = scribe.Date(scribe.Model.Scope.From);
        double most = moves.Max(flow => flow.Subjects);
        IReadOnlyList<ReportStage> stages = scribe.Model.Stages;
        return new Figure(Id, name)
        {
            Finding = known > 0 ? scribe.Text(Finding, scribe.Count(known), from) : scribe.Text(OnlyNew, scribe.Count(moves.Sum(flow => flow.Subjects)), from),
            Subtitle = scribe.Text(Subtitle, from, scribe.Date(scribe.Model.Scope.At)),
            Table = new Table(
                [new Column(scribe.Text(Move), false), new Column(scribe.Text(CommonWords.Customers))],
                [.. moves.Take(MostShown).Select(flow => (IReadOnlyList<Cell>)[
                    flow.From < 0 ? new Cell(scribe.WholeMove(flow.From, flow.To)) : new Cell(scribe.WholeMove(flow.From, flow.To)) { Stages = [flow.From, flow.To] },
                    Cell.Of(flow.Subjects, scribe.Count) with { Bar = flow.Subjects / most, Href = flow.From < 0 ? null : doors?.Moved(stages[flow.From].Id, stages[flow.To].Id) }])]),
        };
    }
}
