using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>The answer of the map: how many there are, and who came forward and fell away since the earlier date.</summary>
internal static class MapHeadline
{
    private static readonly LocalText Empty = new("No customer was known on {0}", "Aucun client n’était connu le {0}");
    private static readonly LocalText Standing = new("{0} customers on {1}", "{0} clients le {1}");
    private static readonly LocalText Became = new("{0} became {1}", "{0} sont passés en phase {1}");
    private static readonly LocalText AndBecame = new("{0} went to {1}", "{0} en phase {1}");
    private static readonly LocalText Since = new("{0}: since {1}, {2}.", "{0} ; depuis le {1}, {2}.");
    private static readonly LocalText Nobody = new("{0}: nobody changed stage since {1}.", "{0} ; personne n’a changé de phase depuis le {1}.");
    private static readonly LocalText And = new("{0} and {1}", "{0} et {1}");
    private static readonly LocalText More = new("{0} customers more than on {1} ({2}).", "{0} clients de plus que le {1} ({2}).");
    private static readonly LocalText Came = new("{0} customers came since {1}.", "{0} clients sont arrivés depuis le {1}.");
    private static readonly LocalText Tried = new(
        "This is a trial: these thresholds are not those of the definition, and nothing is kept until you adopt them.",
        "Ceci est un essai\u00a0: ces seuils ne sont pas ceux de la définition, et rien n’est gardé tant que vous ne les validez pas.");

    public static string Answer(Scribe scribe)
    {
        string at = scribe.Date(scribe.Model.Scope.At);
        if (scribe.Model.Map is not { } map)
        {
            return scribe.Text(Empty, at) + ".";
        }

        string standing = scribe.Text(Standing, scribe.Count(scribe.Model.Scope.Subjects), at);
        string from = scribe.Date(scribe.Model.Scope.From);
        IReadOnlyList<ReportStage> stages = scribe.Model.Stages;
        int best = LastOf(stages, StageTone.Forward);
        int worst = FirstOf(stages, StageTone.Warm);
        (int Stage, long Subjects)[] told = [.. new[] { best, worst }.Where(stage => stage >= 0).Select(stage => (stage, Into(map, stage))).Where(each => each.Item2 > 0)];
        return told switch
        {
            [] => scribe.Text(Nobody, standing, from),
            [var only] => scribe.Text(Since, standing, from, scribe.Text(Became, scribe.Count(only.Subjects), scribe.Quoted(only.Stage))),
            [var first, var second, ..] => scribe.Text(Since, standing, from, scribe.Text(
                And, scribe.Text(Became, scribe.Count(first.Subjects), scribe.Quoted(first.Stage)), scribe.Text(AndBecame, scribe.Count(second.Subjects), scribe.Quoted(second.Stage)))),
        };
    }

    public static string Lead(Scribe scribe, bool isTrial)
    {
        if (scribe.Model.Map is not { } map)
        {
            return string.Empty;
        }

        string from = scribe.Date(scribe.Model.Scope.From);
        double now = scribe.Model.Scope.Subjects;
        double before = map.Flows.Where(flow => flow.From >= 0).Sum(flow => flow.Subjects);
        string change = before > 0
            ? scribe.Text(More, scribe.Count(now - before), from, scribe.Language.Change(new Twin(now, before)))
            : scribe.Text(Came, scribe.Count(now), from);
        return isTrial ? scribe.Text(Tried) + " " + change : change;
    }

    private static long Into(StageMap map, int stage) => map.Flows.Where(flow => flow.To == stage && flow.From != stage).Sum(flow => flow.Subjects);

    private static int LastOf(IReadOnlyList<ReportStage> stages, StageTone tone) => stages.Select((stage, at) => (stage, at)).LastOrDefault(each => each.stage.Tone == tone, (null!, -1)).at;

    private static int FirstOf(IReadOnlyList<ReportStage> stages, StageTone tone) => stages.Select((stage, at) => (stage, at)).FirstOrDefault(each => each.stage.Tone == tone, (null!, -1)).at;
}
