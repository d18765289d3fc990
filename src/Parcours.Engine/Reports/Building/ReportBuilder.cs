using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Timing;

namespace Parcours.Engine.Reports.Building;

/// <summary>Fills a report from the analyses of a lifecycle on a base, cut at a date.</summary>
internal static class ReportBuilder
{
    private static readonly LocalText Customers = new("Customers", "Clients");
    private static readonly LocalText Accounts = new("Accounts", "Comptes");
    private static readonly LocalText RhythmName = new("Rhythm", "Rythme d’achat");

    /// <summary>The model of a report, or of some of its chapters: what nobody asked for is not worked out.</summary>
    public static ReportModel Build(LifecycleAnalysis analysis, Instant at, ChurnDefinition leaving, string? folder = null, Func<ChapterKind, bool>? asked = null)
    {
        Func<ChapterKind, bool> wants = asked ?? (_ => true);
        var moment = ReportMoment.Of(analysis, at);
        var order = new StageOrder(analysis.Definition);
        var stages = new StageParts(moment, order);
        StageMap? map = stages.Map();
        ReportModel model = new(ScopeOf(analysis, at, moment, map), order.Stages);
        if (map is null)
        {
            return model;
        }

        model = model with { Map = map };
        model = wants(ChapterKind.Stages) ? WithStages(model, moment, stages) : model;
        model = wants(ChapterKind.Time) ? model with { Stays = stages.Stays(), Paths = stages.Paths(new OrderParts(moment).SpendOf) } : model;
        model = wants(ChapterKind.Conversion) || wants(ChapterKind.Stages) ? model with { Conversion = ConversionPart.Build(moment, order) } : model;
        model = wants(ChapterKind.Rhythm) ? model with { Rhythm = RhythmPart.Build(moment) } : model;
        model = wants(ChapterKind.Cohorts) ? model with { Cohorts = CohortPart.Build(moment) } : model;
        model = wants(ChapterKind.Rfm) ? model with { Rfm = new OrderParts(moment).Rfm() } : model;
        model = wants(ChapterKind.Orders) ? WithOrders(model, moment, order) : model;
        model = wants(ChapterKind.Churn) ? WithChurn(model, moment, leaving, folder) : model;
        model = wants(ChapterKind.Value) ? model with { Purchases = PurchasePart.Build(moment) } : model;
        model = wants(ChapterKind.NextNeed) ? model with { Needs = NeedPart.Build(moment) } : model;
        return wants(ChapterKind.Timing) ? WithTiming(model, moment) : model;
    }

    private static ReportScope ScopeOf(LifecycleAnalysis analysis, Instant at, ReportMoment moment, StageMap? map)
    {
        bool isEmpty = moment.Facts.IsEmpty || moment.Facts.First > at;
        return new ReportScope(
            analysis.Definition.Name, analysis.Definition.Id, moment.DateOf(at), moment.DateOf(moment.Before), isEmpty ? null : moment.DateOf(moment.Facts.First),
            map?.Flows.Sum(flow => flow.Subjects) ?? 0, analysis.Histories.FactCount, analysis.Histories.Currency, moment.Calendar.ZoneId)
        {
            IsOfAccounts = analysis.Definition.Subject == SubjectType.Account,
        };
    }

    private static ReportModel WithStages(ReportModel model, ReportMoment moment, StageParts stages)
    {
        RhythmPicture rhythm = RhythmPart.Build(moment);
        double? before = moment.HasYearEarlier ? model.Map!.Counts.Sum(count => count.YearEarlier ?? 0) : null;
        return model with
        {
            KeyFigures =
            [
                new(model.Scope.IsOfAccounts ? Accounts : Customers, FigureUnit.Count, new(model.Scope.Subjects, before)), .. new IndicatorParts(moment).KeyFigures(),
                .. rhythm.Median.Now is null ? Array.Empty<KeyFigure>() : [new(RhythmName, FigureUnit.Days, rhythm.Median)],
            ],
            Upcoming = stages.Upcoming(new OrderParts(moment).SpendLastYearOf),
            Series = stages.Series(),
            Transitions = stages.Transitions(),
        };
    }

    private static ReportModel WithOrders(ReportModel model, ReportMoment moment, StageOrder order)
    {
        var indicators = new IndicatorParts(moment);
        return model with
        {
            Baskets = indicators.Baskets(order),
            Trend = indicators.Trend(),
            Abandonment = indicators.Abandonment(),
            Categories = indicators.Categories(),
            Attachment = indicators.Attachment(),
        };
    }

    private static ReportModel WithChurn(ReportModel model, ReportMoment moment, ChurnDefinition leaving, string? folder)
    {
        (ChurnPicture? churn, ChurnRefusal? noChurn) = ChurnPart.Build(moment, leaving, folder);
        return model with { Churn = churn, NoChurn = noChurn };
    }

    private static ReportModel WithTiming(ReportModel model, ReportMoment moment)
    {
        (OrderMoment? second, TimingRefusal? noSecond) = TimingPart.SecondOrder(moment);
        (CriticalPeriods? critical, TimingRefusal? noCritical) = TimingPart.Critical(moment);
        return model with { SecondOrder = second, NoSecondOrder = noSecond, Critical = critical, NoCritical = noCritical };
    }
}
