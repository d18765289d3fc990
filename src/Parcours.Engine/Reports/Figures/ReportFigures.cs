using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The figures of the report, in reading order. What a prediction was worth is left out with it: the prediction itself says why.</summary>
internal static class ReportFigures
{
    /// <summary>Those of all chapters.</summary>
    public static IReadOnlyList<Figure> All(Scribe scribe) => [.. Enum.GetValues<ChapterKind>().SelectMany(kind => Of(kind, scribe))];

    /// <summary>Those of a chapter.</summary>
    public static IReadOnlyList<Figure> Of(ChapterKind kind, Scribe scribe)
    {
        // Stages and orders are of accounts where the lifecycle is; thresholds come from the whole base.
        Scribe subjects = scribe with { SpeaksOfAccounts = scribe.Model.Scope.IsOfAccounts };
        Scribe all = scribe with { SpeaksOfAccounts = false };
        Figure?[] figures = kind switch
        {
            ChapterKind.Stages => [StageMapFigure.Build(subjects), StageSeriesFigure.Build(subjects), UpcomingFigure.Build(subjects), TransitionFigure.Build(subjects)],
            ChapterKind.Conversion => [ConversionFigure.Build(subjects), EntryMonthFigure.Build(subjects)],
            ChapterKind.Time => [StayFigure.Build(subjects), PathsFigure.Build(subjects)],
            ChapterKind.Rhythm => [RhythmFigure.Build(subjects), ThresholdFigure.Build(all)],
            ChapterKind.Cohorts => [CohortFigure.Retention(subjects), CohortFigure.Revenue(subjects)],
            ChapterKind.Rfm => [RfmFigure.Grid(subjects), RfmFigure.Groups(subjects)],
            ChapterKind.Orders =>
            [
                BasketFigure.Build(subjects), TrendFigure.Build(subjects), CategoryFigure.Build(subjects), AbandonmentFigure.Build(subjects), AttachmentFigure.Build(subjects),
            ],
            ChapterKind.Churn =>
            [
                ChurnFigure.Build(subjects), ChurnPastFigure.Build(subjects), ChurnCurvesFigure.Calibration(subjects), ChurnCurvesFigure.Gain(subjects),
            ],
            ChapterKind.Value => [TrackingFigure.Build(subjects), AliveFigure.Build(subjects), ValueFigure.Build(subjects)],
            ChapterKind.NextNeed => [NeedFigure.Build(subjects)],
            ChapterKind.Timing => [SecondOrderFigure.Build(subjects), CriticalFigure.Build(subjects)],
        };
        return [.. figures.OfType<Figure>()];
    }
}
