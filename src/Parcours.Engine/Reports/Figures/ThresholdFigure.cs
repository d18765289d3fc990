using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The thresholds of the lifecycle: where they come from and how often they were wrong.</summary>
internal static class ThresholdFigure
{
    private const string Id = "thresholds";
    private static readonly LocalText Name = new("Thresholds", "Seuils");
    private static readonly LocalText Missing = new("This lifecycle has no threshold of time.", "Ce cycle de vie n’a pas de seuil de durée.");
    private static readonly LocalText Finding = new("{0} of those declared inactive after {1} ordered again within 180 days", "{0} des clients déclarés inactifs après {1} ont recommandé dans les 180 jours");
    private static readonly LocalText Plain = new("The periods that decide a stage", "Les durées qui décident d’une phase");
    private static readonly LocalText Subtitle = new("Each threshold with its formula, its 95% interval and the share who came back", "Chaque seuil, sa formule, son intervalle à 95\u202f% et la part de clients revenus");
    private static readonly LocalText Threshold = new("Threshold", "Seuil");
    private static readonly LocalText Length = new("Length", "Durée");
    private static readonly LocalText Interval = new("95% interval", "Intervalle à 95\u202f%");
    private static readonly LocalText Formula = new("From", "Origine");
    private static readonly LocalText CameBack = new("Came back", "Revenus");
    private static readonly LocalText Fixed = new("fixed", "fixé");
    private static readonly LocalText Adopted = new("adopted; was {0}", "validé\u00a0; était {0}");
    private static readonly LocalText RhythmSays = new("Rhythm says", "Selon le rythme");
    private static readonly LocalText Drift = new(
        "Adopted lengths stay as they are; what the rhythm of the base gives for them now is shown beside.",
        "Les durées validées ne bougent pas\u00a0; ce que le rythme de la base donnerait aujourd’hui est montré à côté.");

    private static readonly LocalText Range = new("{0} to {1}", "{0} à {1}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        IReadOnlyList<RhythmThreshold> thresholds = scribe.Model.Rhythm?.Thresholds ?? [];
        if (thresholds.Count == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        bool isAdopted = thresholds.Any(threshold => threshold.RhythmDays is not null);
        RhythmThreshold? told = thresholds.FirstOrDefault(threshold => threshold.Name == "inactive_after" && threshold.CameBack is not null);
        return new Figure(Id, name)
        {
            Finding = told is null ? scribe.Text(Plain) : scribe.Text(Finding, scribe.Share(told.CameBack!.Value), scribe.Days(told.Days)),
            Subtitle = scribe.Text(Subtitle),
            Note = isAdopted ? scribe.Text(Drift) : null,
            Table = new Table(
                [new Column(scribe.Text(Threshold), false), new Column(scribe.Text(Length)),
                    .. isAdopted ? [new Column(scribe.Text(RhythmSays))] : Array.Empty<Column>(), new Column(scribe.Text(Interval)),
                    new Column(scribe.Text(Formula), false), new Column(scribe.Text(CameBack))],
                [.. thresholds.Select(threshold => (IReadOnlyList<Cell>)[
                    new Cell(scribe.Text(ThresholdName.Of(threshold.Name))),
                    Cell.Of(threshold.Days, scribe.Days),
                    .. isAdopted ? [Cell.Of(threshold.RhythmDays, days => WithChange(scribe, threshold.Days, days))] : Array.Empty<Cell>(),
                    new Cell(threshold is { Low: { } low, High: { } high } ? scribe.Text(Range, scribe.Count(low), scribe.Days(high)) : "–"),
                    new Cell(threshold is { RhythmDays: not null, Formula: { } formula } ? scribe.Text(Adopted, scribe.Text(formula)) : scribe.Text(threshold.Formula ?? Fixed)),
                    Cell.Of(threshold.CameBack, scribe.Share)])]),
        };
    }

    private static string WithChange(Scribe scribe, double adopted, double now) =>
        scribe.Language.Change(new Twin(now, adopted)) is { } change ? $"{scribe.Days(now)} ({change})" : scribe.Days(now);
}
