using System.Collections.Immutable;
using Parcours.Domain.Hazards;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>The hazard of one way of leaving by weeks since a milestone, and the critical weeks in it.</summary>
/// <param name="Departure">The way of leaving.</param>
/// <param name="Milestone">What time is counted from.</param>
/// <param name="Count">Milestones of customers who could leave.</param>
/// <param name="LeftAtOnce">How many left on the day itself or, where leaving is dated by silence, never ordered again.</param>
/// <param name="AtOnce">For a return or a complaint: those against customers of the same rank who waited as long without one; null when nothing compares.</param>
/// <param name="Weeks">The hazard by week after the milestone, week 1 first: leavings over customer-weeks at risk, with the exact interval of a Poisson count.</param>
/// <param name="Usual">What the baseline foresees by week, as a hazard; empty when no peak was looked for.</param>
/// <param name="Peaks">The critical weeks, the surest first; periods count from 0 for week 1.</param>
/// <param name="Refusal">Why no peak was looked for; null when they were.</param>
/// <param name="LeavingsNeeded">How many more leavings it takes to look for peaks; 0 when there are enough.</param>
public sealed record CriticalCurve(
    Departure Departure, Milestone Milestone, long Count, long LeftAtOnce, RateRatio? AtOnce, ImmutableArray<PoissonRate> Weeks, ImmutableArray<double> Usual,
    ImmutableArray<RatePeak> Peaks, PeakRefusal? Refusal, long LeavingsNeeded)
{
    private const int FewestAtRisk = 30;
    private const int Week = 7;

    /// <summary>Draws a curve and looks for its peaks.</summary>
    /// <param name="departure">The way of leaving.</param>
    /// <param name="counts">What was counted since the milestone.</param>
    /// <param name="level">The chance of finding a peak where there is none.</param>
    internal static CriticalCurve Of(Departure departure, MilestoneCounts counts, double level)
    {
        (long[] events, double[] exposure) = ByWeek(counts);
        var options = PeakOptions.At(level);
        PeakSearch search;
        if (counts.Interrupts)
        {
            double[] usual = counts.UsualByWeek()[..events.Length];
            search = counts.UsualLeft < RatePeaks.FewestEvents || usual.Any(expected => !(expected > 0))
                ? new PeakSearch([.. events.Zip(exposure, (left, time) => new PoissonRate(left, time))], [], 1, [], PeakRefusal.NoBaseline)
                : RatePeaks.Above(events, exposure, usual, options);
        }
        else
        {
            search = RatePeaks.AboveSmooth(events, exposure, options);
        }

        RateRatio? atOnce = counts.UsualAtOnce() is { } foreseen ? RateRatio.Of(counts.LeftAtOnce, foreseen, double.PositiveInfinity) : null;
        return new CriticalCurve(
            departure, counts.Milestone, counts.Count, counts.LeftAtOnce, atOnce, search.Rates,
            [.. search.Expected.Zip(exposure, (expected, time) => expected / time)], search.Peaks, search.Refusal,
            search.Refusal == PeakRefusal.TooFewEvents ? RatePeaks.FewestEvents - events.Sum() : 0);
    }

    // Whole weeks, as far as enough customers are followed.
    private static (long[] Events, double[] Exposure) ByWeek(MilestoneCounts counts)
    {
        long[] atRisk = counts.AtRisk();
        int most = counts.Interrupts ? MilestoneCounts.WeeksAfter : MilestoneCounts.Days / Week;
        var events = new List<long>();
        var exposure = new List<double>();
        for (int week = 0; week < most; week++)
        {
            long days = 0;
            long left = 0;
            for (int day = (week * Week) + 1; day <= (week + 1) * Week; day++)
            {
                days += atRisk[day];
                left += counts.LeftOn(day);
            }

            if (days < FewestAtRisk * Week)
            {
                break;
            }

            events.Add(left);
            exposure.Add(days / (double)Week);
        }

        return ([.. events], [.. exposure]);
    }
}
