using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Conversion from each stage of the path to the next, with its interval, at each horizon.</summary>
internal static class ConversionFigure
{
    private const string Id = "conversion";
    private static readonly LocalText Name = new("Conversion", "Conversion");
    private static readonly LocalText Missing = new("Conversion needs a path of at least two stages and customers who entered one of them.",
        "La conversion demande un chemin d’au moins deux phases et des clients entrés dans l’une d’elles.");

    private static readonly LocalText Finding = new("The weakest step is {0}: {1} within {2} ({3})", "L’étape la plus faible est {0}\u00a0: {1} en {2} ({3})");
    private static readonly LocalText NoWeakest = new("How many of those who enter a stage go on along the path", "Combien de ceux qui entrent dans une phase avancent sur le chemin");
    private static readonly LocalText Subtitle = new("Share of those who enter a stage who reach the next one, or a later one, within the horizon; lines are 95% intervals",
        "Part des entrants d’une phase qui atteignent la suivante, ou une plus avancée, dans le délai\u00a0; les traits sont des intervalles à 95\u202f%");

    private static readonly LocalText Note = new(
        "The clock starts on entry into the stage. A customer who entered last week has not failed: the wait is counted as unfinished. Leaving the path or going back is a competing exit (Aalen–Johansen estimate). Each re-entry is a new stay. Intervals come from resampling customers.",
        "Le compte part de l’entrée dans la phase. Un client entré la semaine dernière n’a pas échoué\u00a0: son attente compte comme inachevée. Quitter le chemin ou reculer est une sortie concurrente (estimation d’Aalen–Johansen). Chaque retour est un nouveau séjour. Les intervalles viennent d’un rééchantillonnage des clients.");

    private static readonly LocalText Step = new("Step", "Étape");
    private static readonly LocalText Entries = new("Entries", "Entrées");
    private static readonly LocalText Interval = new("{0} to {1}", "{0} à {1}");
    private static readonly LocalText Within = new("within {0}: {1}", "en {0}\u00a0: {1}");
    private static readonly LocalText Before = new("Within {0}, a year earlier", "En {0}, un an plus tôt");
    private static readonly LocalText EntriesAre = new("{0} entries", "{0} entrées");
    private static readonly LocalText WeakestTag = new("weakest step", "étape la plus faible");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        if (scribe.Model.Conversion is not { } conversion || !conversion.Steps.Any(step => step.Entries > 0))
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        return new Figure(Id, name)
        {
            Finding = FindingOf(scribe, conversion),
            Subtitle = scribe.Text(Subtitle),
            Note = scribe.Text(Note),
            Height = 40 + conversion.Steps.Where(step => step.Entries > 0).Sum(step => 38 + (26 * step.Horizons.Count)),
            Chart = Chart(scribe, conversion),
            Table = TableOf(scribe, conversion),
        };
    }

    private static string FindingOf(Scribe scribe, PathConversion conversion)
    {
        if (conversion.Weakest is not { } weakest)
        {
            return scribe.Text(NoWeakest);
        }

        ConversionStep step = conversion.Steps[weakest];
        ConversionAt at = step.Horizons.First(horizon => horizon.Days == conversion.WeakestDays);
        return scribe.Text(Finding, scribe.Move(step.From, step.To), scribe.Share(at.Share ?? 0), scribe.Days(at.Days), Range(scribe, at));
    }

    private static string Range(Scribe scribe, ConversionAt at) => scribe.Text(Interval, scribe.Share(at.Low), scribe.Share(at.High));

    private static JsonObject Chart(Scribe scribe, PathConversion conversion) => new()
    {
        ["kind"] = "steps",
        ["steps"] = new JsonArray([.. conversion.Steps.Select((step, at) => (Step: step, At: at)).Where(entry => entry.Step.Entries > 0).Select(entry => StepOf(scribe, conversion, entry.Step, entry.At))]),
    };

    private static JsonObject StepOf(Scribe scribe, PathConversion conversion, ConversionStep step, int at) => new()
    {
        ["from"] = scribe.Stage(step.From),
        ["to"] = scribe.Stage(step.To),
        ["note"] = at == conversion.Weakest ? scribe.Text(WeakestTag) : null,
        ["stage"] = step.To,
        ["bars"] = new JsonArray([.. step.Horizons.Select(horizon => new JsonObject
            {
                ["name"] = scribe.Days(horizon.Days),
                ["value"] = horizon.Share,
                ["low"] = horizon.Low,
                ["high"] = horizon.High,
                ["label"] = horizon.Share is { } share ? scribe.Share(share) : "–",
                ["tip"] = Scribe.Lines(scribe.WholeMove(step.From, step.To), Line(scribe, horizon), scribe.Text(EntriesAre, scribe.Count(step.Entries)),
                    horizon.YearEarlier is { } before ? scribe.Text(CommonWords.YearEarlierIs, scribe.Share(before)) : null),
            })]),
    };

    private static string Line(Scribe scribe, ConversionAt at) =>
        scribe.Text(Within, scribe.Days(at.Days), at.Share is { } share ? scribe.Share(share) + " (" + Range(scribe, at) + ")" : "–");

    private static Table TableOf(Scribe scribe, PathConversion conversion)
    {
        int[] horizons = [.. conversion.Steps.SelectMany(step => step.Horizons.Select(at => at.Days)).Distinct().Order()];
        var columns = new List<Column> { new(scribe.Text(Step), false), new(scribe.Text(Entries)) };
        columns.AddRange(horizons.Select(days => new Column(scribe.Days(days))));
        columns.Add(new Column(scribe.Text(Before, scribe.Days(conversion.WeakestDays))));
        return new Table(columns, [.. conversion.Steps.Select(step => (IReadOnlyList<Cell>)[
            new Cell(scribe.WholeMove(step.From, step.To)) { Stages = [step.From, step.To] },
            Cell.Of(step.Entries, scribe.Count),
            .. step.Horizons.Select(at => Cell.Of(at.Share, share => scribe.Share(share) + " (" + Range(scribe, at) + ")")),
            Cell.Of(step.Horizons.FirstOrDefault(at => at.Days == conversion.WeakestDays)?.YearEarlier, scribe.Share)])]);
    }
}
