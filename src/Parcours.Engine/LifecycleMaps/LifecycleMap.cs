using System.Text.Json.Nodes;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>
/// A lifecycle at a date beside an earlier one: counts, flows, history, and the thresholds it rests on. It holds only what can be worked out while a hand is on the slider.
/// </summary>
/// <param name="Answer">What is so, in a sentence.</param>
/// <param name="Lead">What follows from it.</param>
/// <param name="Stages">The stages that the figures number.</param>
/// <param name="Tallies">The stages with their counts.</param>
/// <param name="Flows">From the stages at the earlier date to those at the date.</param>
/// <param name="History">The stages over the whole history, with a line at the date.</param>
/// <param name="Beside">What was asked to stand beside: moves, time in stage or common paths.</param>
/// <param name="Cross">The same customers under another definition; null when none is asked for.</param>
/// <param name="Thresholds">The thresholds.</param>
/// <param name="Rhythm">The rhythm they come from; null when nobody has a gap.</param>
public sealed record LifecycleMap(
    string Answer, string Lead, IReadOnlyList<ReportStage> Stages, IReadOnlyList<StageTally> Tallies, Figure Flows, Figure History, Figure Beside, Figure? Cross,
    IReadOnlyList<ThresholdControl> Thresholds, RhythmNote? Rhythm)
{
    /// <summary>The figures, in reading order.</summary>
    public IReadOnlyList<Figure> Figures => Cross is null ? [Flows, History, Beside] : [Flows, History, Beside, Cross];

    /// <summary>Works a map out.</summary>
    /// <param name="known">The base.</param>
    /// <param name="asked">The question.</param>
    /// <exception cref="AnswerException">There is no lifecycle of an id, or its file has errors.</exception>
    public static LifecycleMap Of(AnswerSource known, MapAsked asked)
    {
        LifecycleAnalysis stands = known.Analyse(asked.Lifecycle);
        LifecycleAnalysis shown = known.Analyse(asked.Lifecycle, asked.Tried);
        Calendar calendar = known.Histories.Calendar;
        Instant at = calendar.EndOfDay(Calendar.DayOf(asked.At));
        Instant from = calendar.EndOfDay(Calendar.DayOf(asked.From));
        var order = new StageOrder(shown.Definition);
        var moment = new ReportMoment(shown, at, from, from, known.Span);
        var parts = new StageParts(moment, order);
        bool isTrial = asked.Tried.Count > 0;
        // The people of a trial cannot be looked up: no definition says who they are until it is adopted.
        StageDoors? doors = isTrial ? null : new StageDoors(asked.Lifecycle, asked.At, asked.From);
        ReportModel model = ModelOf(asked, moment, parts, order);
        var scribe = new Scribe(model, ReportLanguage.Of(asked.Language)) { SpeaksOfAccounts = shown.Definition.Subject == SubjectType.Account };
        return new LifecycleMap(
            MapHeadline.Answer(scribe), MapHeadline.Lead(scribe, isTrial), order.Stages,
            [.. order.Stages.Select((stage, place) => new StageTally(stage, model.Map?.Counts[place] ?? default, doors?.Standing(stage.Id), doors?.StandingThen(stage.Id)))],
            StageMapFigure.Build(scribe, doors), HistoryOf(scribe), BesideOf(scribe, asked.View, doors), CrossOf(known, asked, scribe, stands, shown, at, doors),
            ThresholdControls.Of(known, stands, shown, at), ThresholdControls.RhythmOf(known, stands.Definition, at));
    }

    private static ReportModel ModelOf(MapAsked asked, ReportMoment moment, StageParts parts, StageOrder order)
    {
        LifecycleDefinition definition = moment.Analysis.Definition;
        StageMap? map = parts.Map();
        bool isYear = moment.Calendar.DayOf(YearEarlier.Of(moment.At, moment.Calendar)) == moment.Calendar.DayOf(moment.Before);
        var scope = new ReportScope(
            definition.Name, definition.Id, asked.At, asked.From, moment.DateOf(moment.Facts.First), map?.Flows.Sum(flow => flow.Subjects) ?? 0, moment.Histories.FactCount,
            moment.Histories.Currency, moment.Calendar.ZoneId)
        {
            IsOfAccounts = definition.Subject == SubjectType.Account,
            IsOfAYear = isYear,
        };
        var model = new ReportModel(scope, order.Stages) { Map = map, Series = StageHistory.Of(moment.Analysis, order, moment.Facts) };
        return asked.View switch
        {
            MapView.Time => model with { Stays = parts.Stays() },
            MapView.Paths => model with { Paths = parts.Paths(new OrderParts(moment).SpendOf) },
            MapView.Moved => model,
        };
    }

    private static Figure HistoryOf(Scribe scribe)
    {
        Figure figure = StageSeriesFigure.Build(scribe);
        if (figure.Chart is { } chart && scribe.Model.Series is { } series && StageHistory.PlaceOf(series, scribe.Model.Scope.At) is { } place)
        {
            chart["mark"] = new JsonObject { ["at"] = place, ["name"] = scribe.Date(scribe.Model.Scope.At) };
        }

        return figure with { Height = 300 };
    }

    private static Figure BesideOf(Scribe scribe, MapView view, StageDoors? doors) => view switch
    {
        MapView.Moved => MovedFigure.Build(scribe, doors),
        MapView.Time => StayFigure.Build(scribe),
        MapView.Paths => PathsFigure.Build(scribe),
    };

    private static Figure? CrossOf(
        AnswerSource known, MapAsked asked, Scribe scribe, LifecycleAnalysis stands, LifecycleAnalysis shown, Instant at, StageDoors? doors) =>
        asked.With is { } other && other != asked.Lifecycle ? CrossFigure.OfTwo(scribe, shown, known.Analyse(other), at, doors)
        : asked.Tried.Count > 0 ? CrossFigure.OfTried(scribe, stands, shown, at)
        : null;
}
