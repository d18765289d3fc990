using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Domain.Timing;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>
/// When the n-th order comes after the one before it, and the days in which its chance stands highest. Orders of one day count once; those who have not ordered yet count for as long as they
/// have been waiting.
/// </summary>
/// <param name="Nth">Which order: 2 for the second.</param>
/// <param name="Category">The category whose orders count; null for all.</param>
/// <param name="Customers">How many reached the order before.</param>
/// <param name="Ordered">How many of them ordered again within 728 days.</param>
/// <param name="Weeks">Orders by customer-week of waiting, week 1 (days 1 to 7) first.</param>
/// <param name="Usual">What a smooth curve through those weeks foresees; empty when none could be drawn.</param>
/// <param name="Highest">The seven days with the highest rate of orders; null when too few wait.</param>
/// <param name="Peak">The weeks in which the chance rises most: those that stand out above the smooth curve, from 0 for week 1; null when none does.</param>
/// <param name="Rise">Those weeks to the day: as many days, begun at most a week earlier or later, in which the rate is highest against the curve; null without a peak.</param>
/// <param name="Shares">The share who ordered within 30, 60, 90, 180 and 365 days, those still waiting accounted for (Kaplan-Meier); null beyond what was followed.</param>
/// <param name="HalfWithin">The days within which half of those who order within two years have done so; null when nobody did.</param>
public sealed record OrderMoment(
    int Nth, string? Category, long Customers, long Ordered, ImmutableArray<PoissonRate> Weeks, ImmutableArray<double> Usual, WaitWindow? Highest, RatePeak? Peak, WaitWindow? Rise,
    ImmutableArray<(int Days, double? Share)> Shares, int? HalfWithin)
{
    /// <summary>How many customers must have placed the order for its moment to be told.</summary>
    public const int FewestOrdered = RatePeaks.FewestEvents;

    private const int Week = 7;
    private static readonly int[] Horizons = [30, 60, 90, 180, 365];

    /// <summary>Computes it.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">Later facts are not known.</param>
    /// <param name="nth">2 or more.</param>
    /// <param name="category">A category's term; 0 for all orders.</param>
    /// <param name="level">The chance of telling a rise where there is none.</param>
    /// <returns>The moment, or why it cannot be told.</returns>
    public static (OrderMoment? Moment, TimingRefusal? Refusal) Compute(HistoryBase histories, Instant at, int nth, int category = 0, double level = 0.05)
    {
        var waits = WaitCounts.Of(histories, at, nth, category);
        long ordered = waits.Ordered.Sum();
        if (ordered < FewestOrdered)
        {
            return (null, new TimingRefusal.TooFewOrders(nth, ordered, FewestOrdered - ordered));
        }

        double[] atRisk = AtRisk(waits);
        (long[] events, double[] exposure) = ByWeek(waits, atRisk);
        PeakSearch search = RatePeaks.AboveSmooth(events, exposure, PeakOptions.At(level));
        RatePeak? peak = search.Peaks.FirstOrDefault();
        (ImmutableArray<(int, double?)> shares, int? half) = Shared(waits, atRisk);
        return (new OrderMoment(
            nth, category == 0 ? null : histories.Vocabulary.TextOf(category), waits.Customers, ordered, search.Rates,
            [.. search.Expected.Zip(exposure, (expected, weeks) => expected / weeks)], WaitWindow.Find(waits.Ordered.AsSpan(), waits.Waiting.AsSpan(), Week),
            peak, peak is null ? null : RiseOf(waits, peak, search), shares, half), null);
    }

    private static WaitWindow? RiseOf(WaitCounts waits, RatePeak peak, PeakSearch search)
    {
        // The smooth curve by day, as far as it was drawn; no window is looked at beyond.
        double[] usual = new double[waits.Ordered.Length];
        for (int day = 1; day < usual.Length && (day - 1) / Week < search.Rates.Length; day++)
        {
            usual[day] = search.Expected[(day - 1) / Week] / search.Rates[(day - 1) / Week].Exposure / Week;
        }

        int days = (search.Rates.Length * Week) + 1;
        long[] waiting = [.. waits.Waiting[..days]];
        waiting[^1] += waits.Ordered[days..].Sum() + waits.Waiting[days..].Sum();
        return WaitWindow.Find(waits.Ordered.AsSpan()[..days], waiting, (peak.Last - peak.First + 1) * Week, usual.AsSpan(0, days), ((peak.First - 1) * Week, (peak.First + 1) * Week));
    }

    private static double[] AtRisk(WaitCounts waits)
    {
        double[] atRisk = new double[waits.Ordered.Length];
        double now = 0;
        for (int day = atRisk.Length - 1; day >= 0; day--)
        {
            atRisk[day] = now += waits.Ordered[day] + waits.Waiting[day];
        }

        return atRisk;
    }

    private static (long[] Events, double[] Exposure) ByWeek(WaitCounts waits, double[] atRisk)
    {
        var events = new List<long>();
        var exposure = new List<double>();
        for (int first = 1; first + Week <= atRisk.Length && atRisk[first + Week - 1] >= WaitWindow.FewestAtRisk; first += Week)
        {
            events.Add(waits.Ordered.AsSpan(first, Week).ToArray().Sum());
            exposure.Add(atRisk.AsSpan(first, Week).ToArray().Sum() / Week);
        }

        return ([.. events], [.. exposure]);
    }

    private static (ImmutableArray<(int Days, double? Share)> Shares, int? Half) Shared(WaitCounts waits, double[] atRisk)
    {
        double[] done = new double[atRisk.Length];
        double left = 1;
        for (int day = 0; day < atRisk.Length; day++)
        {
            left *= atRisk[day] > 0 ? 1 - (waits.Ordered[day] / atRisk[day]) : 1;
            done[day] = 1 - left;
        }

        int half = Array.FindIndex(done, share => share > 0 && share >= done[^1] / 2);
        return ([.. Horizons.Select(days => (days, atRisk[days] > 0 ? done[days] : (double?)null))], half < 0 ? null : half);
    }
}
