using Parcours.Domain.Lifecycles;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Flows;

public sealed class CommonPathsTests
{
    [Fact]
    public void Paths_stop_at_the_date_and_sum_the_value_of_their_subjects()
    {
        var timelines = Of(
            Spans((1, 0), (2, 1), (90, 2)),
            Spans((5, 0), (9, 1)),
            Spans((7, 1)),
            Spans((80, 1)),
            Spans());

        var paths = CommonPaths.Of(timelines, Day(50), 10, subject => 100 * (subject + 1));

        Assert.Equal(3, paths.Subjects);
        Assert.Equal(2, paths.Distinct);
        Assert.Equal([0, 1], paths.Top[0].Stages);
        Assert.Equal((2L, 300L), (paths.Top[0].Subjects, paths.Top[0].Value));
        Assert.Equal(1.0 / 3, paths.Top[1].Share);
        Assert.False(paths.Top[0].GoesOn);
    }

    [Fact]
    public void Longer_paths_are_told_apart_by_their_first_stages_and_marked()
    {
        var stages = Enumerable.Range(0, 20).Select(move => ((double)move, move % 2)).ToArray();
        var timelines = Of(Spans(stages), Spans(stages[..12]), Spans([.. stages[..12], (30, 3)]));

        var paths = CommonPaths.Of(timelines, Day(50), 10, null);

        Assert.Equal([(2L, true), (1L, false)], paths.Top.Select(path => (path.Subjects, path.GoesOn)));
        Assert.All(paths.Top, path => Assert.Equal(CommonPaths.LongestPath, path.Stages.Length));
        Assert.Null(paths.Top[0].Value);
    }

    [Fact]
    public void Paths_share_out_all_subjects_whatever_their_order() => FlowProperties.Check((timelines, _, to) =>
    {
        var paths = CommonPaths.Of(timelines, Day(to), int.MaxValue, null);
        var reversed = Timelines.Of(Stages, [.. Enumerable.Range(0, timelines.SubjectCount).Reverse().Select(s => timelines.Of(s).ToArray())]);
        var again = CommonPaths.Of(reversed, Day(to), int.MaxValue, null);
        return paths.Top.Sum(path => path.Subjects) == StageCounts.Of(timelines, Day(to)).Subjects
            && paths.Top.Select(Text).SequenceEqual(again.Top.Select(Text));
    });

    private static string Text(CommonPath path) => $"{string.Join('>', path.Stages)} {path.GoesOn} {path.Subjects}";
}
