using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.LifecycleMaps;

/// <summary>The thresholds of a lifecycle as somebody can try them: what each is worth, where it comes from, and how often it was wrong.</summary>
internal static class ThresholdControls
{
    private const double Median = 0.5;
    private static readonly ConditionalWeakTable<HistoryBase, ConcurrentDictionary<(SubjectType Type, Period Threshold), ComeBack>> Returns = [];

    public static IReadOnlyList<ThresholdControl> Of(AnswerSource known, LifecycleAnalysis stands, LifecycleAnalysis tried, Instant at) =>
        [.. stands.Thresholds.Zip(tried.Thresholds, (own, shown) => Control(known, own, shown, at, stands.Definition.Subject))];

    public static RhythmNote? RhythmOf(AnswerSource known, LifecycleDefinition definition, Instant at)
    {
        RhythmHistory rhythm = LifecycleLibrary.RhythmOf(known.Histories, 0, definition.Subject);
        int month = rhythm.MonthAt(at);
        return month < 0 || rhythm.CustomersAt(month) == 0 ? null : new(rhythm.DaysAt(month, Median), rhythm.CustomersAt(month));
    }

    private static ThresholdControl Control(AnswerSource known, Threshold stands, Threshold shown, Instant at, SubjectType type)
    {
        ThresholdRule rule = stands.Rule;
        ThresholdRule written = rule.Written ?? rule;
        Period period = shown.At(at);
        bool declares = written.Fixed is null || rule.Name is "inactive_after" or "lost_after";
        return new(
            rule.Name, ChosenThresholds.Shown(period), ChosenThresholds.Shown(stands.At(at)), written.Fixed is null ? written.FormulaText : null,
            ThresholdDrift.Of(stands, at)?.RhythmDays, declares ? ReturnsOf(known, type, period) : null);
    }

    // Counted over all that is known, whatever the date: the question is how often such a silence was no farewell.
    private static ComeBack ReturnsOf(AnswerSource known, SubjectType type, Period threshold) =>
        Returns.GetValue(known.Histories, _ => []).GetOrAdd((type, threshold), asked =>
            ComeBack.At(OrderHolders.Of(known.Histories, asked.Type), known.Histories.Calendar.EndOfDay(known.Histories.Calendar.DayOf(known.Span.Last)), asked.Threshold));
}
