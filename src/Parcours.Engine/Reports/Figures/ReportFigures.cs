using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The figures of the report, in reading order. What a prediction was worth is left out with it: the prediction itself says why.</summary>
internal static class ReportFigures
{
    public static IReadOnlyList<Figure> All(Scribe scribe)
    {
        // Stages and orders are of accounts where the lifecycle is; thresholds come from the whole base.
        Scribe subjects = scribe with { SpeaksOfAccounts = scribe.Model.Scope.IsOfAccounts };
        Figure?[] all =
        [
            StageMapFigure.Build(subjects),
            StageSeriesFigure.Build(subjects),
            UpcomingFigure.Build(subjects),
            TransitionFigure.Build(subjects),
            ConversionFigure.Build(subjects),
            EntryMonthFigure.Build(subjects),
            StayFigure.Build(subjects),
            PathsFigure.Build(subjects),
            RhythmFigure.Build(subjects),
            ThresholdFigure.Build(scribe),
            CohortFigure.Retention(subjects),
            CohortFigure.Revenue(subjects),
            RfmFigure.Grid(subjects),
            RfmFigure.Groups(subjects),
            BasketFigure.Build(subjects),
            TrendFigure.Build(subjects),
            CategoryFigure.Build(subjects),
            AbandonmentFigure.Build(subjects),
            AttachmentFigure.Build(subjects),
            ChurnFigure.Build(subjects),
            ChurnPastFigure.Build(subjects),
            ChurnCurvesFigure.Calibration(subjects),
            ChurnCurvesFigure.Gain(subjects),
            TrackingFigure.Build(subjects),
            AliveFigure.Build(subjects),
            ValueFigure.Build(subjects),
            NeedFigure.Build(subjects),
            SecondOrderFigure.Build(subjects),
            CriticalFigure.Build(subjects),
        ];
        return [.. all.OfType<Figure>()];
    }
}
