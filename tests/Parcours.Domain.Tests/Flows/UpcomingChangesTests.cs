using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Flows;

public sealed class UpcomingChangesTests
{
    private static readonly Timelines Three = Of(
        Spans((1, 1), (20, 3), (22, 0)),
        Spans((2, 2), (24, 3)),
        Spans((3, 2)));

    [Fact]
    public void Subjects_count_once_by_their_first_change()
    {
        UpcomingChanges changes = UpcomingChanges.After(Three, BaseWithFactsOn(1, 2, 3), Day(18), 5)!;

        Assert.Equal(1, changes.Subjects);
        Assert.Equal([new Transition(1, 3, 1)], changes.Transitions);
        Assert.Equal([0, 0, 1, 0, 0, 0], changes.PerDay);
        Assert.Equal(2, UpcomingChanges.After(Three, BaseWithFactsOn(1, 2, 3), Day(18), 6)!.Subjects);
    }

    [Fact]
    public void Date_before_the_last_fact_has_no_answer()
    {
        Assert.Null(UpcomingChanges.After(Three, BaseWithFactsOn(1, 2, 19), Day(18), 30));
        Assert.NotNull(UpcomingChanges.After(Three, BaseWithFactsOn(1, 2, 18), Day(18), 30));
    }

    private static HistoryBase BaseWithFactsOn(params int[] days) => new(
        [Segment.Of([.. days.Select(day => new[] { new FactRow(new Fact(Day(day), 0, 0, FactKind.Order, 0, 0), 1, 0, 0, Extra.None) })])],
        Subjects.Of([.. days.Select((_, subject) => $"s{subject}")]),
        Vocabulary.Empty,
        Calendar.Utc,
        0);
}
