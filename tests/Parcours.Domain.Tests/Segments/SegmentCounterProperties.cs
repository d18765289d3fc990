using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Customers;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>Counting by remembered parts against asking each subject, on any base, any nesting and any date.</summary>
public sealed class SegmentCounterProperties
{
    private static readonly string[] Parts =
    [
        "orders >= 2", "spend >= 150", "silence(order) >= 60 days", "ever(visit)", "count(order within 90 days) >= 1", "spend(within 6 months) > 40", "average_basket < 120",
        "quantile(spend) >= 0.5", "score(recency, 3) = 3", "ever(order where value > 100)", "always",
    ];

    [Fact]
    public void Counted_members_are_those_the_condition_holds_for() => Check((histories, texts, at) =>
    {
        var counter = new SegmentCounter(SegmentScope.Of(histories));
        foreach (string text in texts)
        {
            Members? counted = counter.Of(new SourceText(text), SubjectType.Customer, at, out ExpressionError? error);
            Assert.True(counted is not null, $"{text}: {error}");
            Timelines timelines = SegmentScope.Of(histories).Analyse(Segmented.Named("asked", text)).Timelines;
            int[] walked = [.. Enumerable.Range(0, histories.SubjectCount).Where(subject => timelines.StageAt(subject, at) == SegmentDefinition.In)];
            Assert.Equal(walked, counted.Subjects());
            Assert.Equal(walked.Length, counted.Count);
            if (!text.Contains("quantile", StringComparison.Ordinal) && !text.Contains("score", StringComparison.Ordinal))
            {
                Condition condition = Condition.Compile(new SourceText(text), histories, out _)!;
                Assert.Equal(Enumerable.Range(0, histories.SubjectCount).Where(subject => condition.Holds(subject, at)), counted.Subjects());
            }
        }
    });

    [Fact]
    public void What_comes_after_the_date_changes_nothing() => Check((histories, texts, at) =>
    {
        HistoryBase cut = OrderBases.Base(
            [.. Enumerable.Range(0, histories.SubjectCount).Select(subject => (IReadOnlyList<FactRow>)[.. Rows(histories[subject].Until(at))])]);
        foreach (string text in texts)
        {
            Assert.Equal(
                new SegmentCounter(SegmentScope.Of(cut)).Of(new SourceText(text), SubjectType.Customer, at, out _)!.Subjects(),
                new SegmentCounter(SegmentScope.Of(histories)).Of(new SourceText(text), SubjectType.Customer, at, out _)!.Subjects());
        }
    });

    [Fact]
    public void Sample_is_of_those_worth_most() => Check((histories, texts, at) =>
    {
        var counter = new SegmentCounter(SegmentScope.Of(histories));
        Members everybody = counter.Everybody(SubjectType.Customer, at);
        IReadOnlyList<(int Subject, long Spend)> sample = counter.Sample(everybody, at, 4);

        long spendOf(int subject) => CustomerOrders.Of(histories, subject, at).Spend;
        Assert.Equal(everybody.Subjects().OrderByDescending(spendOf).ThenBy(subject => subject).Take(4), sample.Select(one => one.Subject));
        Assert.All(sample, one => Assert.Equal(spendOf(one.Subject), one.Spend));
    });

    private static List<FactRow> Rows(History history)
    {
        var rows = new List<FactRow>();
        history.CopyRowsTo(rows);
        return rows;
    }

    private static void Check(Action<HistoryBase, string[], Instant> holds)
    {
        Gen<string> tree(int depth) => depth == 0 ? Gen.Elements(Parts) : Gen.OneOf(
            Gen.Elements(Parts),
            tree(depth - 1).Select(inner => $"not ({inner})"),
            tree(depth - 1).SelectMany(left => tree(depth - 1).Select(right => $"({left}) and {right}")),
            tree(depth - 1).SelectMany(left => tree(depth - 1).Select(right => $"({left} or {right})")));
        Arbitrary<(FactRow[][] Rows, string[] Texts, int Day)> cases = (
            from rows in OrderBases.Any().Generator
            from texts in tree(3).ArrayOf(3)
            from day in Gen.Choose(0, 760)
            select (rows, texts, day)).ToArbitrary();
        Prop.ForAll(cases, one => holds(OrderBases.Base([.. one.Rows]), one.Texts, OrderBases.Day(one.Day))).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
