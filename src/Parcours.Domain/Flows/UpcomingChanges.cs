using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>
/// The subjects that change stage by themselves in the days after a date: what happens if nothing happens.
/// Known only from the last fact on; before it, what comes next has facts of its own.
/// </summary>
/// <param name="At">The date.</param>
/// <param name="Days">How many local days after the date's own are looked at.</param>
/// <param name="Subjects">Subjects that change at least once.</param>
/// <param name="Transitions">Their first changes, by stage left, then stage entered.</param>
/// <param name="PerDay">First changes on the rest of the date's own day, then on each of the days after.</param>
public sealed record UpcomingChanges(Instant At, int Days, long Subjects, ImmutableArray<Transition> Transitions, ImmutableArray<long> PerDay)
{
    /// <summary>Counts the coming changes.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="histories">The base they were computed from.</param>
    /// <param name="at">The date.</param>
    /// <param name="days">How many days ahead, 1 or more.</param>
    /// <returns>The changes, or null when a fact comes after the date.</returns>
    public static UpcomingChanges? After(Timelines timelines, HistoryBase histories, Instant at, int days)
    {
        if (FactSpan.Of(histories).Last > at)
        {
            return null;
        }

        Calendar calendar = histories.Calendar;
        int today = calendar.DayOf(at);
        Instant until = calendar.EndOfDay(today + days);
        int stages = timelines.Stages.Length;
        int cells = stages * stages;
        long[] counts = SubjectRanges.Count(timelines.SubjectCount, cells + days + 1, (into, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                int place = Timelines.At(spans, at);
                if (place >= 0 && place + 1 < spans.Length && spans[place + 1].From <= until)
                {
                    into[(spans[place].Stage * stages) + spans[place + 1].Stage]++;
                    into[cells + calendar.DayOf(spans[place + 1].From) - today]++;
                }
            }
        });
        ImmutableArray<Transition> transitions = [.. counts.Take(cells)
            .Select((count, cell) => new Transition(cell / stages, cell % stages, count))
            .Where(transition => transition.Count > 0)];
        return new UpcomingChanges(at, days, transitions.Sum(transition => transition.Count), transitions, [.. counts.Skip(cells)]);
    }
}
