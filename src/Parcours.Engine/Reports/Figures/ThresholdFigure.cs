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
    private static readonly LocalText Range = new("{0} to {1}", "{0} à {1}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        IReadOnlyList<RhythmThreshold> thresholds = scribe.Model.Rhythm?.Thresholds ?? [];
        if (thresholds.Count == 0)
        {
            return Figure.Empty(Id, name, scribe.Text(Missing));
        }

        RhythmThreshold? told = thresholds.FirstOrDefault(threshold => threshold.Name == "inactive_after" && threshold.CameBack is not null);
        return new Figure(Id, name)
        {
            Finding = told is null ? scribe.Text(Plain) : scribe.Text(Finding, scribe.Share(told.CameBack!.Value), scribe.Days(told.Days)),
            Subtitle = scribe.Text(Subtitle),
            Table = new Table(
                [new Column(scribe.Text(Threshold), false), new Column(scribe.Text(Length)), new Column(scribe.Text(Interval)),
                    new Column(scribe.Text(Formula), false), new Column(scribe.Text(CameBack))],
                [.. thresholds.Select(threshold => (IReadOnlyList<Cell>)[
                    new Cell(ThresholdName.Of(scribe, threshold.Name)),
                    Cell.Of(threshold.Days, scribe.Days),
                    new Cell(threshold is { Low: { } low, High: { } high } ? scribe.Text(Range, scribe.Count(low), scribe.Days(high)) : "–"),
                    new Cell(scribe.Text(threshold.Formula ?? Fixed)),
                    Cell.Of(threshold.CameBack, scribe.Share)])]),
        };
    }
}
