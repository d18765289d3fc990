using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rfm;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.LifecycleMaps;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Chapters;

/// <summary>Recency, frequency and money by a map of choice, each group with its customers behind it.</summary>
public static class RfmChapter
{
    private static readonly LocalText Note = new(
        "The customers behind a group are those of the lifecycle of the same groups, whose classes are cut at the first of the month: a few may stand beside the line.",
        "Les clients derrière un groupe sont ceux du cycle de vie aux mêmes groupes, dont les classes sont découpées au premier du mois\u00a0: quelques-uns peuvent tomber de l’autre côté.");

    /// <summary>Works it out.</summary>
    /// <param name="analysis">A lifecycle on its base: its type of subject is whose orders count.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="leaving">What leaving is.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="map">How cells are named.</param>
    public static Chapter Of(LifecycleAnalysis analysis, Instant at, ChurnDefinition leaving, string language, RfmMap map)
    {
        var moment = ReportMoment.Of(analysis, at);
        ReportModel model = ReportBuilder.Build(analysis, at, leaving, null, _ => false) with { Rfm = new OrderParts(moment, map).Rfm() };
        var scribe = new Scribe(model, ReportLanguage.Of(language));
        Figure grid = RfmFigure.Grid(scribe);
        return new Chapter(grid.Finding, string.Empty, model.Stages, [WithDoors(scribe, RfmFigure.Groups(scribe), map), grid]);
    }

    private static Figure WithDoors(Scribe scribe, Figure figure, RfmMap map)
    {
        if (figure.Table is not { } table)
        {
            return figure;
        }

        var doors = new StageDoors(map.Id == RfmMaps.Classic.Id ? map.Id : map.Id + "-rfm", scribe.Model.Scope.At, scribe.Model.Scope.From);
        return figure with
        {
            Table = table with { Rows = [.. table.Rows.Select((row, at) => (IReadOnlyList<Cell>)[row[0], row[1] with { Href = doors.Standing(map.Groups[at].Id) }, .. row.Skip(2)])] },
            Note = scribe.Text(Note),
        };
    }
}
