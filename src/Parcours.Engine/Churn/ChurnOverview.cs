using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>One way of leaving beside the others: who could leave now, and how many of those who could did, in the last closed window and a year before it.</summary>
/// <param name="Definition">What leaving is.</param>
/// <param name="EligibleNow">How many could leave at the date.</param>
/// <param name="Eligible">How many could leave at the start of the last closed window.</param>
/// <param name="Left">How many of them had left at its end.</param>
/// <param name="EligibleYearEarlier">How many could leave a year before that start; 0 before the first fact.</param>
/// <param name="LeftYearEarlier">How many of them had left at the end of that window.</param>
public sealed record ChurnOverview(ChurnDefinition Definition, int EligibleNow, int Eligible, int Left, int EligibleYearEarlier, int LeftYearEarlier)
{
    /// <summary>The share that left in the last closed window, 0 to 1; null when nobody could.</summary>
    public double? Rate => Eligible == 0 ? null : (double)Left / Eligible;

    /// <summary>The share that left in the window a year before; null when nobody could.</summary>
    public double? RateYearEarlier => EligibleYearEarlier == 0 ? null : (double)LeftYearEarlier / EligibleYearEarlier;

    /// <summary>Counts each definition.</summary>
    /// <param name="definitions">The ways of leaving.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date: nothing after it is looked at.</param>
    public static ImmutableArray<ChurnOverview> Of(IEnumerable<ChurnDefinition> definitions, HistoryBase histories, Instant at)
    {
        var windows = new ChurnWindows(histories, at);
        Calendar calendar = histories.Calendar;
        return
        [
            .. definitions.Select(definition =>
            {
                Instant start = calendar.EndOfDay(windows.LastClosed(definition, at));
                (int eligible, int left) = windows.Count(definition, start);
                (int earlier, int leftEarlier) = windows.Count(definition, YearEarlier.Of(start, calendar));
                return new ChurnOverview(definition, windows.Eligible(definition, at).Length, eligible, left, earlier, leftEarlier);
            }),
        ];
    }
}
