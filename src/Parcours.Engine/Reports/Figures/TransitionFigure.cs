using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Every change of stage of the year, from a row to a column.</summary>
internal static class TransitionFigure
{
    private const string Id = "transitions";
    private static readonly LocalText Name = new("Transitions", "Changements de phase");
    private static readonly LocalText Missing = new("No customer changed stage over the year.", "Aucun client n’a changé de phase en un an.");
    private static readonly LocalText Finding = new("{0} changes of stage in a year; the most frequent is {1}, {2} times", "{0} changements de phase en un an\u00a0; le plus fréquent\u00a0: {1}, {2} fois");
    private static readonly LocalText Subtitle = new("Moves from the stage on the left to the stage above, {0}", "Passages de la phase à gauche vers celle du haut, {0}");
    private static readonly LocalText From = new("From", "De");
    private static readonly LocalText To = new("To {0}", "Vers {0}");
    private static readonly LocalText Moves = new("{0} moves, {1} of the departures from {2}", "{0} passages, {1} des départs de {2}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Transitions is not { } matrix || matrix.Moves.Sum(row => row.Sum()) == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing), true);
        }

        int count = scribe.Model.Stages.Count;
        int[] used = [.. Enumerable.Range(0, count).Where(stage => matrix.Moves[stage].Sum() > 0 || matrix.Moves.Sum(row => row[stage]) > 0)];
        (int from, int to) = used.SelectMany(from => used.Select(to => (from, to))).MaxBy(move => matrix.Moves[move.from][move.to]);
        string total = scribe.Count(matrix.Moves.Sum(row => row.Sum()));
        return new Figure(Id, name)
        {
            Finding = scribe.Text(Finding, total, scribe.Move(from, to), scribe.Count(matrix.Moves[from][to])),
            Subtitle = scribe.Text(Subtitle, scribe.Period),
            Note = matrix.MovesYearEarlier is { } before ? scribe.Text(CommonWords.YearEarlierIs, scribe.Count(before)) : null,
            Height = 110 + (used.Length * 40),
            IsHalf = true,
            Chart = Chart(scribe, matrix, used),
            Table = TableOf(scribe, matrix, used),
        };
    }

    private static JsonObject Chart(Scribe scribe, TransitionMatrix matrix, int[] used)
    {
        var cells = new JsonArray();
        for (int row = 0; row < used.Length; row++)
        {
            long departures = matrix.Moves[used[row]].Sum();
            for (int column = 0; column < used.Length; column++)
            {
                long moves = matrix.Moves[used[row]][used[column]];
                if (moves > 0)
                {
                    cells.Add((JsonNode)new JsonObject
                    {
                        ["x"] = column,
                        ["y"] = row,
                        ["value"] = moves,
                        ["label"] = scribe.Count(moves),
                        ["tip"] = Scribe.Lines(scribe.WholeMove(used[row], used[column]),
                            scribe.Text(Moves, scribe.Count(moves), scribe.Share(moves / (double)departures), scribe.Quoted(used[row]))),
                    });
                }
            }
        }

        return new JsonObject
        {
            ["kind"] = "heat",
            ["columns"] = new JsonArray([.. used.Select(stage => (JsonNode)scribe.Stage(stage))]),
            ["rows"] = new JsonArray([.. used.Select(stage => (JsonNode)scribe.Stage(stage))]),
            ["cells"] = cells,
            ["unit"] = "count",
        };
    }

    private static Table TableOf(Scribe scribe, TransitionMatrix matrix, int[] used) => new(
        [new Column(scribe.Text(From), false), .. used.Select(stage => new Column(scribe.Text(To, scribe.Stage(stage)))), new Column(scribe.Text(CommonWords.Total))],
        [.. used.Select(from => (IReadOnlyList<Cell>)[scribe.StageCell(from),
            .. used.Select(to => Cell.Of(matrix.Moves[from][to], scribe.Count)), Cell.Of(matrix.Moves[from].Sum(), scribe.Count)])]);
}
