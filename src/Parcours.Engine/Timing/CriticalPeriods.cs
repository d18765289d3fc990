using System.Collections.Immutable;
using Parcours.Domain.Hazards;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Seasons;
using Parcours.Domain.Time;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>
/// When customers leave: by time since the first order, a trial's end, a subscription's start, a return, a complaint, and by the calendar. Everything is computed on histories cut at the date.
/// The chance of naming a critical week where there is none is 5 % over all curves together.
/// </summary>
/// <param name="At">The date.</param>
/// <param name="Silence">The silence after the last order that makes a leaving.</param>
/// <param name="Formula">How that silence was found, as "median gap × 3, at least 30 days".</param>
/// <param name="Curves">The curves with at least one customer, by way of leaving, then milestone.</param>
/// <param name="Seasons">What each season of the calendar changes, by way of leaving, then by the order of the calendars.</param>
/// <param name="LeftByDeparture">How many left, by way of leaving.</param>
public sealed record CriticalPeriods(
    Instant At, Period Silence, LocalText Formula, ImmutableArray<CriticalCurve> Curves, ImmutableArray<SeasonEffect> Seasons, ImmutableSortedDictionary<Departure, long> LeftByDeparture)
{
    /// <summary>The chance of naming anything where there is nothing.</summary>
    public const double Level = 0.05;

    /// <summary>Computes them.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date: later facts are not known.</param>
    /// <param name="silence">How the inactivity threshold is found.</param>
    /// <param name="calendars">The calendars of special days.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The periods, or why there are none.</returns>
    public static (CriticalPeriods? Periods, TimingRefusal? Refusal) Compute(
        HistoryBase histories, Instant at, ThresholdRule silence, IReadOnlyList<SeasonCalendar> calendars, Action<double>? progress = null)
    {
        RhythmFigures rhythm = RhythmCounts.At(histories, at).Figures(silence.Quantile);
        Period threshold = silence.From(rhythm.Days, rhythm.Customers);
        int silenceDays = Math.Max(1, (int)Math.Ceiling(threshold.ApproximateDays));
        progress?.Invoke(0.05);
        var counts = new List<DepartureCounts>();
        foreach (Departure departure in Enum.GetValues<Departure>())
        {
            counts.Add(DepartureCounts.Of(histories, at, departure, silenceDays));
            progress?.Invoke(0.05 + (0.15 * counts.Count));
        }

        counts.RemoveAll(one => one.Left == 0);
        if (counts.Sum(one => one.Left) < RatePeaks.FewestEvents)
        {
            return (null, new TimingRefusal.TooFewLeavings(counts.Sum(one => one.Left), RatePeaks.FewestEvents - counts.Sum(one => one.Left)));
        }

        ImmutableArray<CriticalCurve> curves = Draw(counts, share => progress?.Invoke(0.5 + (0.4 * share)));
        ImmutableArray<SeasonEffect> seasons = Corrected(counts.SelectMany(one => Effects(one, calendars)));
        progress?.Invoke(1);
        return (new CriticalPeriods(at, threshold, silence.FormulaText, curves, seasons, counts.ToImmutableSortedDictionary(one => one.Departure, one => one.Left)), null);
    }

    /// <summary>What was found, in words, the surest first; empty when nothing stands out.</summary>
    public ImmutableArray<LocalText> Findings() => CriticalWords.Of(this);

    private static ImmutableArray<CriticalCurve> Draw(List<DepartureCounts> counts, Action<double> progress)
    {
        (Departure Departure, MilestoneCounts Counts)[] all = [.. counts.SelectMany(one => one.Milestones.Where(milestone => milestone.Count > 0 || milestone.LeftLater > 0), (one, milestone) => (one.Departure, milestone))];

        // Bonferroni over the curves that can be searched: each search counts its own runs already.
        int searched = Math.Max(1, all.Count(one => one.Counts.LeftLater >= RatePeaks.FewestEvents));
        var curves = ImmutableArray.CreateBuilder<CriticalCurve>(all.Length);
        foreach ((Departure departure, MilestoneCounts milestone) in all)
        {
            curves.Add(CriticalCurve.Of(departure, milestone, Level / searched));
            progress(curves.Count / (double)all.Length);
        }

        return curves.MoveToImmutable();
    }

    private static IEnumerable<SeasonEffect> Effects(DepartureCounts counts, IReadOnlyList<SeasonCalendar> calendars)
    {
        (int firstYear, int lastYear) = (Calendar.DateOf(counts.FirstDay).Year - 1, Calendar.DateOf(counts.LastDay).Year);
        (Season Season, ImmutableArray<DayRange> Ranges)[] seasons =
            [.. calendars.SelectMany(calendar => calendar.Seasons).Select(season => (season, season.Between(Math.Max(1583, firstYear), Math.Min(9998, lastYear))))];
        int days = counts.LeftByDay.Length;
        double[] atRisk = [.. counts.AtRiskByDay().Select(count => (double)count)];
        double[] orders = Doubles(counts.OrdersByDay);
        double[] daily = [.. Enumerable.Repeat(1.0, days)];
        int known = Math.Clamp(counts.HorizonDay - counts.FirstDay + 1, 0, days);
        var comparisons = Enum.GetValues<SeasonKind>().ToDictionary(kind => kind, kind => new SeasonComparison(counts.FirstDay, Special(
            days, counts.FirstDay, seasons.Where(other => other.Season.Kind == kind || other.Season.Kind != SeasonKind.SchoolHolidays).SelectMany(other => other.Ranges))));
        foreach ((Season season, ImmutableArray<DayRange> ranges) in seasons)
        {
            int met = ranges.Sum(range => Math.Max(0, Math.Min(Calendar.DayOf(range.Last), counts.LastDay) - Math.Max(Calendar.DayOf(range.First), counts.FirstDay) + 1));
            if (met > 0)
            {
                SeasonComparison comparison = comparisons[season.Kind];
                yield return new SeasonEffect(
                    counts.Departure, season, met, comparison.Of(counts.OrdersByDay, daily, ranges, days), comparison.Of(counts.LeftByDay, atRisk, ranges, known),
                    counts.SilenceDays > 0 ? comparison.Of(counts.LeftByDay, orders, ranges, known) : new RateRatio(null, null, 1));
            }
        }
    }

    // School holidays cover a third of the year: they are ordinary days for every other season, and no season is compared with another of its kind.
    private static bool[] Special(int days, int firstDay, IEnumerable<DayRange> ranges)
    {
        bool[] special = new bool[days];
        foreach (DayRange range in ranges)
        {
            for (int place = Math.Max(0, Calendar.DayOf(range.First) - firstDay); place < days && place <= Calendar.DayOf(range.Last) - firstDay; place++)
            {
                special[place] = true;
            }
        }

        return special;
    }

    private static ImmutableArray<SeasonEffect> Corrected(IEnumerable<SeasonEffect> effects)
    {
        SeasonEffect[] all = [.. effects];

        // Orders are the same whatever the way of leaving: they are tested once.
        HashSet<Season> told = [];
        bool[] ordersCount = [.. all.Select(effect => effect.Orders.Value is not null && told.Add(effect.Season))];
        double[] corrected = ManyTests.Corrected(
        [
            .. all.Where((_, place) => ordersCount[place]).Select(effect => effect.Orders.Probability),
            .. all.Where(effect => effect.Leaving.Value is not null).Select(effect => effect.Leaving.Probability),
            .. all.Where(effect => effect.LastOrders.Value is not null).Select(effect => effect.LastOrders.Probability),
        ]);
        int at = 0;
        var orders = new Dictionary<Season, double>();
        for (int place = 0; place < all.Length; place++)
        {
            if (ordersCount[place])
            {
                orders[all[place].Season] = corrected[at++];
            }
        }

        all = [.. all.Select(effect => effect with { OrdersCorrected = orders.GetValueOrDefault(effect.Season, 1) })];
        all = [.. all.Select(effect => effect.Leaving.Value is null ? effect : effect with { LeavingCorrected = corrected[at++] })];
        return [.. all.Select(effect => effect.LastOrders.Value is null ? effect : effect with { LastOrdersCorrected = corrected[at++] })];
    }

    private static double[] Doubles(ReadOnlySpan<long> counts)
    {
        double[] doubles = new double[counts.Length];
        for (int i = 0; i < doubles.Length; i++)
        {
            doubles[i] = counts[i];
        }

        return doubles;
    }
}
