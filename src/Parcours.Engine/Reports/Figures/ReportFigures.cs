using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The figures of the report, in reading order.</summary>
internal static class ReportFigures
{
    public static IReadOnlyList<Figure> All(Scribe scribe) =>
    [
        StageMapFigure.Build(scribe),
        StageSeriesFigure.Build(scribe),
        UpcomingFigure.Build(scribe),
        TransitionFigure.Build(scribe),
        ConversionFigure.Build(scribe),
        StayFigure.Build(scribe),
        PathsFigure.Build(scribe),
        RhythmFigure.Build(scribe),
        ThresholdFigure.Build(scribe),
        CohortFigure.Retention(scribe),
        CohortFigure.Revenue(scribe),
        RfmFigure.Grid(scribe),
        RfmFigure.Groups(scribe),
        BasketFigure.Build(scribe),
        TrendFigure.Build(scribe),
        CategoryFigure.Build(scribe),
        AbandonmentFigure.Build(scribe),
        AttachmentFigure.Build(scribe),
    ];
}
