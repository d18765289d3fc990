using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.LifecycleMaps;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Where customers stood a year ago and where they stand: a Sankey of two columns, so that it always sums to the base.</summary>
internal static class StageMapFigure
{
    private const string Id = "map";
    private static readonly LocalText Name = new("Stage map", "Carte des phases");
    private static readonly LocalText Missing = new("No customer has a fact yet: import a file of orders and their stages appear here.",
        "Aucun client n’a encore d’événement\u00a0: importez un fichier de commandes et leurs phases apparaîtront ici.");

    private static readonly LocalText Finding = new("{0} of those known a year ago stand where they stood; the largest move is {1}, {2} customers",
        "{0} des clients connus il y a un an sont restés dans leur phase\u00a0; premier changement\u00a0: {1}, {2} clients");

    private static readonly LocalText AllStayed = new("Every customer known a year ago stands where they stood", "Tous les clients connus il y a un an sont restés dans leur phase");
    private static readonly LocalText AllNew = new("All {0} customers became known within the year", "Les {0} clients sont tous connus depuis moins d’un an");
    private static readonly LocalText FindingSince = new("{0} of those known on {3} stand where they stood; the largest move is {1}, {2} customers",
        "{0} des clients connus le {3} sont restés dans leur phase\u00a0; premier changement\u00a0: {1}, {2} clients");

    private static readonly LocalText AllStayedSince = new("Every customer known on {0} stands where they stood", "Tous les clients connus le {0} sont restés dans leur phase");
    private static readonly LocalText AllNewSince = new("All {0} customers became known since {1}", "Les {0} clients sont tous connus depuis le {1}");
    private static readonly LocalText Subtitle = new("Customers by stage, {0} on the left, {1} on the right", "Clients par phase, le {0} à gauche, le {1} à droite");
    private static readonly LocalText From = new("Stage on {0}", "Phase au {0}");
    private static readonly LocalText To = new("{0} on {1}", "{0} au {1}");

    /// <summary>The figure.</summary>
    /// <param name="scribe">The model and its words.</param>
    /// <param name="doors">Where its numbers lead; null for nowhere.</param>
    public static Figure Build(Scribe scribe, StageDoors? doors = null)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Map is not { } map || map.Flows.Count == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        (DateOnly from, DateOnly to) = (scribe.Model.Scope.From, scribe.Model.Scope.At);
        int most = Math.Max(map.Flows.Select(flow => flow.From).Distinct().Count(), map.Flows.Select(flow => flow.To).Distinct().Count());
        return new Figure(Id, name)
        {
            Finding = FindingOf(scribe, map),
            Subtitle = scribe.Text(Subtitle, scribe.Date(from), scribe.Date(to)),
            Height = Math.Clamp(120 + (56 * most), 300, 620),
            Chart = Chart(scribe, map),
            Table = TableOf(scribe, map, doors),
        };
    }

    private static string FindingOf(Scribe scribe, StageMap map)
    {
        bool isOfAYear = scribe.Model.Scope.IsOfAYear;
        string from = scribe.Date(scribe.Model.Scope.From);
        long known = map.Flows.Where(flow => flow.From >= 0).Sum(flow => flow.Subjects);
        if (known == 0)
        {
            return scribe.Text(isOfAYear ? AllNew : AllNewSince, scribe.Count(map.Flows.Sum(flow => flow.Subjects)), from);
        }

        StageFlow? largest = map.Flows.Where(flow => flow.From >= 0 && flow.From != flow.To).OrderByDescending(flow => flow.Subjects).FirstOrDefault();
        if (largest is null)
        {
            return scribe.Text(isOfAYear ? AllStayed : AllStayedSince, from);
        }

        long stayed = map.Flows.Where(flow => flow.From == flow.To).Sum(flow => flow.Subjects);
        return scribe.Text(
            isOfAYear ? Finding : FindingSince, scribe.Share(stayed / (double)known), scribe.Move(largest.From, largest.To), scribe.Count(largest.Subjects), from);
    }

    private static JsonObject Chart(Scribe scribe, StageMap map) => new()
    {
        ["kind"] = "sankey",
        ["left"] = Nodes(scribe, map.Flows.GroupBy(flow => flow.From)),
        ["right"] = Nodes(scribe, map.Flows.GroupBy(flow => flow.To)),
        ["links"] = new JsonArray([.. map.Flows.Select(flow => new JsonObject
        {
            ["from"] = flow.From,
            ["to"] = flow.To,
            ["value"] = flow.Subjects,
            ["tip"] = Scribe.Lines(scribe.WholeMove(flow.From, flow.To), scribe.Text(CommonWords.CustomersAre, scribe.Count(flow.Subjects))),
        })]),
    };

    private static JsonArray Nodes(Scribe scribe, IEnumerable<IGrouping<int, StageFlow>> groups) => new([.. groups
        .OrderBy(group => group.Key < 0 ? int.MaxValue : group.Key)
        .Select(group => new JsonObject
        {
            ["stage"] = group.Key,
            ["name"] = scribe.Stage(group.Key),
            ["label"] = scribe.Count(group.Sum(flow => flow.Subjects)),
        })]);

    private static Table TableOf(Scribe scribe, StageMap map, StageDoors? doors)
    {
        int[] starts = [.. map.Flows.Select(flow => flow.From).Distinct().OrderBy(stage => stage < 0 ? int.MaxValue : stage)];
        int[] ends = [.. map.Flows.Select(flow => flow.To).Distinct().Order()];
        ILookup<(int, int), long> flows = map.Flows.ToLookup(flow => (flow.From, flow.To), flow => flow.Subjects);
        var columns = new List<Column> { new(scribe.Text(From, scribe.Date(scribe.Model.Scope.From)), false) };
        columns.AddRange(ends.Select(stage => new Column(scribe.Text(To, scribe.Stage(stage), scribe.Date(scribe.Model.Scope.At)))));
        columns.Add(new Column(scribe.Text(CommonWords.Total)));
        IReadOnlyList<ReportStage> stages = scribe.Model.Stages;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (int start in starts)
        {
            rows.Add([scribe.StageCell(start), .. ends.Select(end => Cell.Of(flows[(start, end)].Sum(), scribe.Count) with
            {
                Href = start < 0 || !flows.Contains((start, end)) ? null : doors?.Moved(stages[start].Id, stages[end].Id),
            }),
                Cell.Of(map.Flows.Where(flow => flow.From == start).Sum(flow => flow.Subjects), scribe.Count) with { Href = start < 0 ? null : doors?.StandingThen(stages[start].Id) }]);
        }

        rows.Add([new Cell(scribe.Text(CommonWords.Total)),
            .. ends.Select(end => Cell.Of(map.Flows.Where(flow => flow.To == end).Sum(flow => flow.Subjects), scribe.Count) with { Href = doors?.Standing(stages[end].Id) }),
            Cell.Of(map.Flows.Sum(flow => flow.Subjects), scribe.Count)]);
        return new Table(columns, rows);
    }
}
