using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Flows;

public sealed class TransitionTests
{
    private static readonly Timelines Three = Of(
        Spans((10, 0), (20, 1), (30, 2), (40, 3), (50, 2)),
        Spans((20, 1), (60, 3)),
        Spans());

    [Fact]
    public void Counts_leave_out_subjects_without_a_fact_yet_or_without_a_span()
    {
        Assert.Equal([1, 0, 0, 0], StageCounts.Of(Three, Day(19)).PerStage);
        Assert.Equal([0, 2, 0, 0], StageCounts.Of(Three, Day(20)).PerStage);
        Assert.Equal(0, StageCounts.Of(Three, Day(9)).Subjects);
        Assert.Equal(2, StageCounts.Of(Three, Day(1000)).Subjects);
    }

    [Fact]
    public void First_appearance_is_an_entry_and_not_a_move()
    {
        var all = Transitions.Between(Three, null, Day(45));

        Assert.Equal([new Transition(0, 1, 1), new Transition(1, 2, 1), new Transition(2, 3, 1)], all.All);
        Assert.Equal(1, all.Entries(0));
        Assert.Equal(1, all.Entries(1));
    }

    [Fact]
    public void Window_excludes_its_start_and_includes_its_end()
    {
        Assert.Equal([new Transition(2, 3, 1)], Transitions.Between(Three, Day(30), Day(40)).All);
        Assert.Equal(0, Transitions.Between(Three, Day(10), Day(15)).Entries(0));
    }

    [Fact]
    public void Matrix_crosses_both_dates_with_a_row_for_those_not_there_yet()
    {
        var matrix = TransitionMatrix.Between(Three, Day(10), Day(60));

        Assert.Equal(1, matrix[0, 2]);
        Assert.Equal(1, matrix[TransitionMatrix.NotYet, 3]);
        Assert.Equal(1.0, matrix.Share(0, 2));
        Assert.Null(matrix.Share(1, 2));
    }

    [Fact]
    public void Matrix_with_dates_the_wrong_way_round_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => TransitionMatrix.Between(Three, Day(10), Day(9)));

    [Fact]
    public void Many_subjects_in_parallel_count_like_one_by_one()
    {
        const int count = 70_000;
        var timelines = Timelines.Of(Stages, [.. Enumerable.Range(0, count).Select(s => Spans((s % 100, s % 3), ((s % 100) + 5, 3)))]);

        var counts = StageCounts.Of(timelines, Day(50));
        var expected = new long[4];
        foreach (int subject in Enumerable.Range(0, count).Where(s => s % 100 <= 50))
        {
            expected[timelines.StageAt(subject, Day(50))]++;
        }

        Assert.Equal(expected, counts.PerStage);
        Assert.Equal(count, Transitions.Between(timelines, null, Instant.Never).All.Sum(move => move.Count));
    }
}
