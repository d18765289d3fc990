using System.Runtime.InteropServices;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Conversion;

/// <summary>Gathers the stays in the stages of a path, up to a date, subject by subject.</summary>
internal static class StayCollector
{
    /// <summary>All entries into the stages of the path but the last.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="calendar">Says on which local day an instant falls.</param>
    /// <param name="at">The date at which stays are cut off, inclusive.</param>
    /// <param name="steps">How many steps the path has: one less than it has stages.</param>
    public static Stay[] Of(Timelines timelines, Calendar calendar, Instant at, int steps)
    {
        int[] pathIndex = [.. timelines.Stages.Select(stage => stage.PathIndex)];
        int today = calendar.DayOf(at);
        List<Stay> all = SubjectRanges.Fold(timelines.SubjectCount, () => new List<Stay>(), (into, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                int last = Timelines.At(spans, at);
                for (int place = 0; place <= last; place++)
                {
                    int step = pathIndex[spans[place].Stage];
                    if (step < 0 || step >= steps)
                    {
                        continue;
                    }

                    int enteredOn = calendar.DayOf(spans[place].From);
                    bool over = place < last;
                    int outcome = !over ? StayCells.Running : pathIndex[spans[place + 1].Stage] > step ? StayCells.Success : StayCells.Exit;
                    int days = (over ? calendar.DayOf(spans[place + 1].From) : today) - enteredOn;
                    into.Add(new Stay(subject, StayCells.Of(step, days, outcome), enteredOn));
                }
            }
        }, (into, other) => into.AddRange(CollectionsMarshal.AsSpan(other)));
        return [.. all];
    }
}
