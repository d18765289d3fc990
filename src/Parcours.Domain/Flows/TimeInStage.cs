using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>
/// How long stays in a stage last, as known at a date. Stays are counted in local days between the day of entry and the day of leaving;
/// one still running at the date is cut off there, not taken for finished. Each entry is a stay of its own.
/// </summary>
/// <param name="Stage">The stage, by <see cref="Stage.Index"/>.</param>
/// <param name="Completed">Stays that ended at or before the date.</param>
/// <param name="Running">Stays still running at the date.</param>
/// <param name="MeanCompletedDays">The mean of the completed ones alone, shorter than the truth while many run; null without one.</param>
/// <param name="FirstQuartileDays">Days by which a quarter of stays is over (Kaplan-Meier); null when not reached.</param>
/// <param name="MedianDays">Days by which half of stays is over (Kaplan-Meier); null when not reached.</param>
/// <param name="ThirdQuartileDays">Days by which three quarters of stays are over (Kaplan-Meier); null when not reached.</param>
public sealed record TimeInStage(
    int Stage, long Completed, long Running, double? MeanCompletedDays, int? FirstQuartileDays, int? MedianDays, int? ThirdQuartileDays)
{
    /// <summary>
    /// The 95 % interval of each quartile in days: the days at which the band of the survival curve crosses it (Brookmeyer and Crowley, "A confidence interval for
    /// the median survival time", Biometrics 38 (1982), with the band on the scale of ln(-ln S)). An end that the stays seen do not reach is null.
    /// </summary>
    public (DayInterval FirstQuartile, DayInterval Median, DayInterval ThirdQuartile) Intervals { get; init; }

    /// <summary>All stays.</summary>
    public long Stays => Completed + Running;

    /// <summary>The time spent in every stage, cut at a date.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="calendar">Says on which local day an instant falls.</param>
    /// <param name="at">The date, inclusive.</param>
    public static ImmutableArray<TimeInStage> Of(Timelines timelines, Calendar calendar, Instant at)
    {
        int stages = timelines.Stages.Length;
        int today = calendar.DayOf(at);
        DayHistogram[] stays = SubjectRanges.Fold(timelines.SubjectCount, () => Create(stages), (into, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                int last = Timelines.At(spans, at);
                int leftOn = today;
                for (int place = last; place >= 0; place--)
                {
                    int enteredOn = calendar.DayOf(spans[place].From);
                    into[(spans[place].Stage * 2) + (place == last ? 1 : 0)].Add(leftOn - enteredOn);
                    leftOn = enteredOn;
                }
            }
        }, Merge);
        return [.. Enumerable.Range(0, stages).Select(stage => Of(stage, stays[stage * 2], stays[(stage * 2) + 1]))];
    }

    private static TimeInStage Of(int stage, DayHistogram completed, DayHistogram running)
    {
        double[] survival = KaplanMeier.Survival(completed, running);
        (double[] lower, double[] upper) = KaplanMeier.Band(completed, running);
        DayInterval Interval(double share) => new(KaplanMeier.Quantile(lower, share), KaplanMeier.Quantile(upper, share));
        return new TimeInStage(
            stage,
            completed.Total,
            running.Total,
            completed.Total > 0 ? (double)completed.Days / completed.Total : null,
            KaplanMeier.Quantile(survival, 0.25),
            KaplanMeier.Quantile(survival, 0.5),
            KaplanMeier.Quantile(survival, 0.75))
        {
            Intervals = (Interval(0.25), Interval(0.5), Interval(0.75)),
        };
    }

    private static DayHistogram[] Create(int stages) => [.. Enumerable.Range(0, stages * 2).Select(_ => new DayHistogram())];

    private static void Merge(DayHistogram[] into, DayHistogram[] other)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i].Add(other[i]);
        }
    }
}
