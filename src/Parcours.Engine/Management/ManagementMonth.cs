using Parcours.Domain.Facts;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Seasons;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Management;

/// <summary>A month, or its days so far, against the same days a year earlier.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">The last day counted.</param>
/// <param name="Figures">The figures, in the order shown.</param>
/// <param name="Days">Day by day.</param>
public sealed record ManagementMonth(DateOnly First, DateOnly Last, IReadOnlyList<ManagementFigure> Figures, IReadOnlyList<MonthDay> Days)
{
    /// <summary>Whether the month is over.</summary>
    public bool IsWhole => Last.AddDays(1).Day == 1;

    /// <summary>The revenue that campaigns added; null when none had a control group large enough.</summary>
    public CampaignGain? Gain { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="analysis">The lifecycle whose stages say who is lost and who came back.</param>
    /// <param name="last">The last day counted; the month is its month.</param>
    /// <param name="calendars">The calendars whose sales periods are aligned.</param>
    /// <param name="objective">What the company aims at; null for nothing.</param>
    public static ManagementMonth Of(LifecycleAnalysis analysis, DateOnly last, IEnumerable<SeasonCalendar> calendars, Objective? objective)
    {
        HistoryBase histories = analysis.Histories;
        Calendar calendar = histories.Calendar;
        DateOnly first = new(last.Year, last.Month, 1);
        Window month = WindowOf(calendar, first, last);
        Window before = month.YearBefore(calendar);
        bool hasBefore = FactSpan.Of(histories).First <= before.After;
        var aligned = new AlignedDays(calendars);
        MonthDay[] days = DaysOf(histories, first, last, aligned, out double ordersAgainst);
        double revenue = days.Sum(day => (double)day.Revenue);
        double revenueAgainst = days.Sum(day => (double)day.RevenueAgainst);
        var now = Sales.Compute(histories, month);
        Sales? then = hasBefore ? Sales.Compute(histories, before) : null;
        double units = Currencies.MinorUnits(histories.Currency);
        (long back, long lost) = Moves(analysis, month);
        (long back, long lost)? movesThen = hasBefore ? Moves(analysis, before) : null;
        double? Aligned(double value) => hasBefore ? value : null;
        return new ManagementMonth(first, last,
        [
            new(ManagementFigureKind.Revenue, FigureUnit.Money, revenue, then?.Spend, Aligned(revenueAgainst), objective?.Revenue * units),
            new(ManagementFigureKind.Orders, FigureUnit.Count, now.Orders, then?.Orders, Aligned(ordersAgainst), null),
            new(ManagementFigureKind.Basket, FigureUnit.Money, Known(now.AverageBasket), Known(then?.AverageBasket), Aligned(ordersAgainst) is > 0 ? revenueAgainst / ordersAgainst : null, null),
            new(ManagementFigureKind.ActiveBase, FigureUnit.Count, ActiveBase(histories, month.To), hasBefore ? ActiveBase(histories, before.To) : null, null, null),
            new(ManagementFigureKind.NewCustomers, FigureUnit.Count, now.NewCustomers, then?.NewCustomers, null, objective?.NewCustomers),
            new(ManagementFigureKind.Reactivated, FigureUnit.Count, back, movesThen?.back, null, null),
            new(ManagementFigureKind.Lost, FigureUnit.Count, lost, movesThen?.lost, null, null),
            new(ManagementFigureKind.RepeatRate, FigureUnit.Share, Repeat(now), then is null ? null : Repeat(then), null, null),
        ], days)
        { Gain = CampaignGain.Of(histories, month) };
    }

    private static double ActiveBase(HistoryBase histories, Instant at) => Sales.Compute(histories, Window.YearTo(at, histories.Calendar)).Buyers;

    private static double? Repeat(Sales sales) => sales.Buyers == 0 ? null : 1 - ((double)sales.NewCustomers / sales.Buyers);

    private static double? Known(double? value) => value is { } known && !double.IsNaN(known) ? known : null;

    private static Window WindowOf(Calendar calendar, DateOnly first, DateOnly last) =>
        new(new Instant(calendar.StartOfDay(Calendar.DayOf(first)).Micros - 1), calendar.EndOfDay(Calendar.DayOf(last)));

    // Back: from a stage that leaves the path to one of the path. Lost: into the worst of the first.
    private static (long Back, long Lost) Moves(LifecycleAnalysis analysis, Window month)
    {
        var order = new StageOrder(analysis.Definition);
        var moves = Transitions.Between(analysis.Timelines, month.After, month.To);
        int[] warm = [.. order.Indexes.Where(stage => order.Stages[order.PlaceOf(stage)].Tone == StageTone.Warm)];
        int[] forward = [.. order.Indexes.Where(stage => order.Stages[order.PlaceOf(stage)].Tone == StageTone.Forward)];
        return (warm.Sum(from => forward.Sum(to => moves.Count(from, to))), warm.Length == 0 ? 0 : moves.In(warm[^1]));
    }

    private static MonthDay[] DaysOf(HistoryBase histories, DateOnly first, DateOnly last, AlignedDays aligned, out double ordersAgainst)
    {
        DateOnly[] all = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        DateOnly[] against = [.. all.Select(aligned.YearBefore)];
        var now = DailySales.Compute(histories, first, last, histories.Calendar.EndOfDay(Calendar.DayOf(last)));
        var then = DailySales.Compute(histories, against.Min(), against.Max(), histories.Calendar.EndOfDay(Calendar.DayOf(against.Max())));
        ordersAgainst = against.Sum(day => then.On(day).Orders);
        return [.. all.Zip(against, (day, other) => new MonthDay(day, Net(now, day), other, Net(then, other)))];
    }

    private static long Net(DailySales sales, DateOnly day) => sales.On(day) is var (_, revenue, refunds) ? revenue - refunds : 0;
}
