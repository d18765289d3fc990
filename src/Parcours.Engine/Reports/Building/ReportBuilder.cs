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

    public static ReportModel Build(LifecycleAnalysis analysis, Instant at, ChurnDefinition leaving, string? folder = null)
    {
        var moment = ReportMoment.Of(analysis, at);
        var order = new StageOrder(analysis.Definition);
        var stages = new StageParts(moment, order);
        StageMap? map = stages.Map();
        long subjects = map?.Flows.Sum(flow => flow.Subjects) ?? 0;
        bool isEmpty = moment.Facts.IsEmpty || moment.Facts.First > at;
        var scope = new ReportScope(
            analysis.Definition.Name, analysis.Definition.Id, moment.DateOf(at), moment.DateOf(moment.Before), isEmpty ? null : moment.DateOf(moment.Facts.First),
            subjects, analysis.Histories.FactCount, analysis.Histories.Currency, moment.Calendar.ZoneId)
        {
            IsOfAccounts = analysis.Definition.Subject == SubjectType.Account,
        };
        var model = new ReportModel(scope, order.Stages);
        if (map is null)
        {
            return model;
        }

        var orders = new OrderParts(moment);
        var indicators = new IndicatorParts(moment);
        RhythmPicture rhythm = RhythmPart.Build(moment);
        (OrderMoment? second, TimingRefusal? noSecond) = TimingPart.SecondOrder(moment);
        (CriticalPeriods? critical, TimingRefusal? noCritical) = TimingPart.Critical(moment);
        (ChurnPicture? churn, ChurnRefusal? noChurn) = ChurnPart.Build(moment, leaving, folder);
        double? before = moment.HasYearEarlier ? map.Counts.Sum(count => count.YearEarlier ?? 0) : null;
        return model with
        {
            KeyFigures =
            [
                new(scope.IsOfAccounts ? Accounts : Customers, FigureUnit.Count, new(subjects, before)), .. indicators.KeyFigures(),
                .. rhythm.Median.Now is null ? Array.Empty<KeyFigure>() : [new(RhythmName, FigureUnit.Days, rhythm.Median)],
            ],
            Upcoming = stages.Upcoming(orders.SpendLastYearOf),
            Map = map,
            Series = stages.Series(),
            Transitions = stages.Transitions(),
            Conversion = ConversionPart.Build(moment, order),
            Stays = stages.Stays(),
            Paths = stages.Paths(orders.SpendOf),
            Rhythm = rhythm,
            Cohorts = CohortPart.Build(moment),
            Rfm = orders.Rfm(),
            Baskets = indicators.Baskets(order),
            Trend = indicators.Trend(),
            Abandonment = indicators.Abandonment(),
            Categories = indicators.Categories(),
            Attachment = indicators.Attachment(),
            Churn = churn,
            NoChurn = noChurn,
            Purchases = PurchasePart.Build(moment),
            Needs = NeedPart.Build(moment),
            SecondOrder = second,
            NoSecondOrder = noSecond,
            Critical = critical,
            NoCritical = noCritical,
        };
    }
}
