using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Lifecycles;
using static Parcours.Domain.Flows.SampleTimelines;

namespace Parcours.Domain.Flows;

public sealed class FlowProperties
{
    private static readonly Gen<(int From, int To)> Dates =
        Gen.Choose(0, 700).SelectMany(from => Gen.Choose(from, 800).Select(to => (from, to)));

    [Fact]
    public void Stage_counts_sum_to_the_subjects_with_a_first_fact() => Check((timelines, _, to) =>
        StageCounts.Of(timelines, Day(to)).Subjects
        == Enumerable.Range(0, timelines.SubjectCount).Count(s => timelines.Of(s).Length > 0 && timelines.Of(s)[0].From <= Day(to)));

    [Fact]
    public void Matrix_margins_equal_the_counts() => Check((timelines, from, to) =>
    {
        var matrix = TransitionMatrix.Between(timelines, Day(from), Day(to));
        StageCounts before = StageCounts.Of(timelines, Day(from));
        StageCounts after = StageCounts.Of(timelines, Day(to));
        return Stages.All(s => matrix.RowTotal(s.Index) == before.PerStage[s.Index] && matrix.ColumnTotal(s.Index) == after.PerStage[s.Index])
            && matrix.RowTotal(TransitionMatrix.NotYet) == after.Subjects - before.Subjects;
    });

    [Fact]
    public void Flows_conserve_subjects() => Check((timelines, from, to) =>
        StageFlow.Between(timelines, Day(from), Day(to)).All(flow => flow.After == flow.Before + flow.Entries + flow.In - flow.Out));

    [Fact]
    public void Moves_of_two_windows_in_a_row_add_up() => Check((timelines, from, to) =>
    {
        var first = Transitions.Between(timelines, null, Day(from));
        var second = Transitions.Between(timelines, Day(from), Day(to));
        var whole = Transitions.Between(timelines, null, Day(to));
        return Stages.All(a => whole.Entries(a.Index) == first.Entries(a.Index) + second.Entries(a.Index)
            && Stages.All(b => whole.Count(a.Index, b.Index) == first.Count(a.Index, b.Index) + second.Count(a.Index, b.Index)));
    });

    internal static void Check(Func<Timelines, int, int, bool> holds) =>
        Prop.ForAll(Any(), Arb.From(Dates), (timelines, dates) => holds(timelines, dates.From, dates.To)).QuickCheckThrowOnFailure();
}
