using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The figures of the report, in reading order.</summary>
internal static class ReportFigures
{
    public static IReadOnlyList<Figure> All(Scribe scribe)
    {
        // Stages are of accounts where the lifecycle is; orders are always of customers.
        Scribe stages = scribe with { SpeaksOfAccounts = scribe.Model.Scope.IsOfAccounts };
        return
        [
            StageMapFigure.Build(stages),
            StageSeriesFigure.Build(stages),
            UpcomingFigure.Build(stages),
            TransitionFigure.Build(stages),
            ConversionFigure.Build(stages),
            StayFigure.Build(stages),
            PathsFigure.Build(stages),
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
}
