using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Domain.Timing;

namespace Parcours.Engine.Timing;

/// <summary>When each customer is expected to order next, by the way that proved best on the company's own past; always beside the constant baseline.</summary>
/// <param name="At">The date: later facts are not known.</param>
/// <param name="Test">How the ways did at an earlier date.</param>
/// <param name="Customers">Every customer with an order, by subject.</param>
public sealed record NextOrders(Instant At, NextOrderTest Test, ImmutableArray<NextOrder> Customers)
{
    private const int ShortestHorizon = 14;
    private const int LongestHorizon = 365;
    private const int FewestOrdered = 30;

    /// <summary>Computes them.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date.</param>
    /// <param name="silence">How the inactivity threshold is found: the horizon is that threshold, a third of the past at most, and 14 to 365 days.</param>
    /// <param name="category">A category's term: orders with a line of it only; 0 for all orders.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The dates, or why there are none.</returns>
    public static (NextOrders? Orders, TimingRefusal? Refusal) Compute(HistoryBase histories, Instant at, ThresholdRule silence, int category = 0, Action<double>? progress = null)
    {
        Calendar calendar = histories.Calendar;
        int today = calendar.DayOf(at);
        FactSpan span = FactSpan.Of(histories);
        int past = span.IsEmpty ? 0 : today - calendar.DayOf(span.First);
        RhythmFigures rhythm = RhythmCounts.At(histories, at, category).Figures(silence.Quantile);
        int horizon = Math.Clamp(Math.Min((int)Math.Round(silence.From(rhythm.Days, rhythm.Customers).ApproximateDays), past / 3), 1, LongestHorizon);
        if (horizon < ShortestHorizon)
        {
            return (null, new TimingRefusal.PastTooShort(past, 3 * ShortestHorizon));
        }

        // Constants from the window that closed at the earlier date, everything else from what was known then.
        List<Buyer> before = Read(histories, calendar, today - (2 * horizon), today - horizon, category);
        List<Buyer> tried = Read(histories, calendar, today - horizon, today, category);
        int fewest = Math.Min(before.Count(IsBack), tried.Count(IsBack));
        if (fewest < FewestOrdered)
        {
            return (null, new TimingRefusal.TooFewNextOrders(horizon, fewest, FewestOrdered - fewest));
        }

        progress?.Invoke(0.2);
        WaitModel? earlier = WaitModel.Fit(tried, today - horizon);
        progress?.Invoke(0.4);
        NextOrderTest test = NextOrderTest.Of(
            calendar.EndOfDay(today - horizon), today - horizon, horizon, tried, MedianWait(before, today - (2 * horizon)), Share(before), earlier?.Foresee(tried, horizon));
        progress?.Invoke(0.6);
        return (new NextOrders(at, test, Foreseen(histories, at, today, test, tried, category, progress)), null);
    }

    /// <summary>Days from today to the last order plus the customer's own rhythm; tomorrow when that is past.</summary>
    internal static double OwnWait(Buyer buyer, int today) => Math.Max(1, buyer.LastDay + buyer.OwnDays - today);

    private static ImmutableArray<NextOrder> Foreseen(HistoryBase histories, Instant at, int today, NextOrderTest test, List<Buyer> tried, int category, Action<double>? progress)
    {
        int horizon = test.HorizonDays;
        double constantDays = MedianWait(tried, today - horizon);
        double constantShare = Share(tried);
        List<Buyer> buyers = Buyers.At(histories, at, BaseDays(histories, at, category), null, category);
        bool isModelUsed = test.DateBy == DateMethod.Model || test.ChanceBy == DateMethod.Model;
        WaitModel? model = isModelUsed ? WaitModel.Fit(buyers, today) : null;
        progress?.Invoke(0.8);
        (double[] Chances, double[] Days)? foreseen = model?.Foresee(buyers, horizon);
        var orders = ImmutableArray.CreateBuilder<NextOrder>(buyers.Count);
        for (int row = 0; row < buyers.Count; row++)
        {
            Buyer buyer = buyers[row];
            double wait = test.DateBy switch
            {
                DateMethod.OwnRhythm => OwnWait(buyer, today),
                DateMethod.Model when foreseen is { } known => known.Days[row],
                _ => constantDays,
            };
            double chance = test.ChanceBy == DateMethod.Model && foreseen is { } said ? said.Chances[row] : constantShare;
            orders.Add(new NextOrder(
                buyer.Subject, buyer.Orders, buyer.LastDay, buyer.OwnDays,
                Day(wait), Day(wait * Math.Min(1, test.Chosen.EarliestShare)), Day(wait * Math.Max(1, test.Chosen.LatestShare)), Day(constantDays), chance));
        }

        progress?.Invoke(1);
        return orders.MoveToImmutable();

        int Day(double days) => today + Math.Max(1, (int)Math.Round(days));
    }

    private static List<Buyer> Read(HistoryBase histories, Calendar calendar, int day, int until, int category)
    {
        Instant at = calendar.EndOfDay(day);
        return Buyers.At(histories, at, BaseDays(histories, at, category), calendar.EndOfDay(until), category);
    }

    // Nobody has a rhythm yet: any number of days will do, since no own gap is drawn towards it.
    private static double BaseDays(HistoryBase histories, Instant at, int category) =>
        RhythmCounts.At(histories, at, category).Figures(0.5).Days is var days && double.IsNaN(days) ? 90 : days;

    private static bool IsBack(Buyer buyer) => buyer.NextDay is not null;

    private static double Share(List<Buyer> buyers) => (double)buyers.Count(IsBack) / buyers.Count;

    private static double MedianWait(List<Buyer> buyers, int day)
    {
        int[] waits = [.. buyers.Where(IsBack).Select(buyer => buyer.NextDay!.Value - day).Order()];
        return (waits[(waits.Length - 1) / 2] + waits[waits.Length / 2]) / 2.0;
    }
}
