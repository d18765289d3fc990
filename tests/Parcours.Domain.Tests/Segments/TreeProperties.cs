using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Segments;

/// <summary>Trees and texts of conditions: each gives the other back.</summary>
public sealed class TreeProperties
{
    private static readonly Gen<TreeValue> Values = Gen.OneOf<TreeValue>(
        Gen.Choose(-20, 4000).Select(tenths => (TreeValue)new TreeValue.Number(tenths / 10.0)),
        Gen.Elements("FR", "it's", "a \"b\"", "", "at-risk", "two words", "(not)").Select(text => (TreeValue)new TreeValue.Text(text)),
        Gen.Elements("90 days", "1 month", "2.5 years").Select(length => (TreeValue)new TreeValue.Length(length)),
        Gen.Elements("2024-02-29", "2026-01-01").Select(date => (TreeValue)new TreeValue.Date(date)));

    private static readonly Gen<ValueTest> Tests = Gen.OneOf(
        Gen.Elements("=", "!=", "<", "<=", ">", ">=", "contains").SelectMany(op => Values.Select(value => new ValueTest(op, [value]))),
        Gen.Choose(1, 3).SelectMany(count => Values.ArrayOf(count)).Select(values => new ValueTest("in", [.. values])));

    private static readonly Gen<ImmutableArray<string>> Kinds =
        Gen.Choose(1, 2).SelectMany(count => Gen.Elements("order", "visit", "tasting", "engagement").ArrayOf(count)).Select(kinds => kinds.ToImmutableArray());

    private static readonly Gen<FactWindow?> Windows = Gen.OneOf(
        Gen.Constant<FactWindow?>(null),
        Gen.Elements(true, false).Select(before => (FactWindow?)new FactWindow.Last(before, "3 months")),
        Kinds.Select(kinds => (FactWindow?)new FactWindow.Since(kinds)),
        Gen.Elements(Enum.GetValues<CalendarUnit>()).SelectMany(unit => Gen.Choose(0, 3).Select(back => (FactWindow?)new FactWindow.Period(unit, back))));

    private static readonly Gen<ImmutableArray<FieldTest>> Wheres = Gen.Choose(0, 2)
        .SelectMany(count => Gen.Elements("value", "item", "category", "store").SelectMany(field => Tests.Select(test => new FieldTest(field, test))).ArrayOf(count))
        .Select(fields => fields.ToImmutableArray());

    private static readonly Gen<ConditionTree> Leaves = Gen.OneOf(
        (from measure in Gen.Elements("count", "sum", "mean", "last", "silence", "distinct items")
         from kinds in Kinds
         from fields in Wheres
         from window in Windows
         from test in Tests
         select (ConditionTree)new ConditionTree.Facts(measure, kinds, fields, window, test)),
        (from measure in Gen.Elements("ever", "never")
         from kinds in Kinds
         from fields in Wheres
         from window in Windows
         select (ConditionTree)new ConditionTree.Facts(measure, kinds, fields, window, null)),
        (from measure in Gen.Elements("orders", "spend", "gap_median")
         from fields in Wheres
         from window in Windows
         from test in Tests
         select (ConditionTree)new ConditionTree.Facts(measure, [], fields, window, test)),
        (from word in Gen.Elements("attribute", "open", "stage", "quantile", "score")
         from name in Gen.Elements("country", "size-band", "not", "two words", "left_trial")
         from test in Tests
         from at in Gen.Elements<string?>(null, "2026-01-01")
         select (ConditionTree)new ConditionTree.State(word, [name], null, word == "stage" ? at : null, test)),
        Tests.Select(test => (ConditionTree)new ConditionTree.State("score", ["recency"], 5, null, test)),
        Tests.Select(test => (ConditionTree)new ConditionTree.State("recency", [], null, null, test)),
        Gen.Elements<ConditionTree>(
            new ConditionTree.State("segment", ["big-spenders"], null, null, null), new ConditionTree.State("segment", ["vip"], null, "2025-12-31", null),
            new ConditionTree.State("consent", ["email"], null, null, null), new ConditionTree.State("consent", ["email", "news letter"], null, null, null),
            new ConditionTree.State("reachable", ["any"], null, null, null), new ConditionTree.State("target", [], null, null, null),
            new ConditionTree.Text("orders + 1 >= 2 * items"), new ConditionTree.Text("spend > base.mean(spend)"), new ConditionTree.Text("count(order where value > 3 or item = 'x') > 1"),
            new ConditionTree.Group(false, []), new ConditionTree.Group(true, [])));

    [Fact]
    public void Tree_written_and_read_again_is_the_same() => Check(tree =>
    {
        string text = TreeWriter.Write(tree);
        ConditionTree? read = TreeReader.Read(new SourceText(text), out ExpressionError? error);
        Assert.True(read is not null, $"{text}: {error}");
        Assert.True(tree == read, $"{text}\n{TreeWriter.Write(read)}");
        Assert.Equal(text, TreeWriter.Write(read));
    });

    [Theory]
    [InlineData("orders>=2 and (spend > 10 or not ever(visit within 90 days))", "orders >= 2 and (spend > 10 or not ever(visit within 90 days))")]
    [InlineData("((orders >= 2))", "orders >= 2")]
    [InlineData("orders >= 2 and orders < 9 and orders != 4", "orders >= 2 and orders < 9 and orders != 4")]
    [InlineData("orders >= 2 and (orders < 9 and orders != 4)", "orders >= 2 and (orders < 9 and orders != 4)")]
    [InlineData("stage(crm-segments) = active", "stage(crm-segments) = active")]
    [InlineData("stage(crm-segments, at: 2026-01-01) in (active, \"new\")", "stage(crm-segments, at: 2026-01-01) in (active, new)")]
    [InlineData("stage('left-trial-2') = 'off-target'", "stage('left-trial-2') = 'off-target'")]
    [InlineData("2 <= orders", "2 <= orders")]
    [InlineData("(orders + 1) * 2 > 3", "(orders + 1) * 2 > 3")]
    [InlineData("count(order where (value > 3)) > 1", "count(order where value > 3) > 1")]
    [InlineData("not not orders = 1", "not not orders = 1")]
    [InlineData("always", "always")]
    [InlineData("silence(order) > inactive_after", "silence(order) > inactive_after")]
    public void Text_read_and_written_means_the_same(string text, string written) =>
        Assert.Equal(written, TreeWriter.Write(TreeReader.Read(new SourceText(text), out _)!));

    [Fact]
    public void Any_condition_means_the_same_after_it_was_drawn()
    {
        string[] conditions =
        [
            "orders >= 2 and not (spend > 100 or silence(order) >= 60 days) or orders = 1", "not (orders = 1 and spend > 5)", "orders >= 1 or orders < 9 and spend > 200",
            "2 * orders > 3 and (average_basket < 90 or not orders in (1, 2, 3))", "never(visit) or ever(visit since order) and orders >= 1", "(((orders = 2)) or always) and not false",
        ];
        Prop.ForAll(OrderBases.Any(), rows =>
        {
            HistoryBase histories = OrderBases.Base([.. rows]);
            foreach (string text in conditions)
            {
                string drawn = TreeWriter.Write(TreeReader.Read(new SourceText(text), out _)!);
                Assert.Equal(Members(text, histories), Members(drawn, histories));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void Text_with_both_kinds_of_quotes_is_refused() =>
        Assert.Throws<FormatException>(() => TreeWriter.Write(new ConditionTree.State("attribute", ["x"], null, null, new ValueTest("=", [new TreeValue.Text("'\"")]))));

    [Fact]
    public void Error_of_a_text_is_told_with_its_place()
    {
        Assert.Null(TreeReader.Read(new SourceText("orders >= 2 an spend > 1"), out ExpressionError? error));
        Assert.Equal(13, error!.Column);
    }

    private static IEnumerable<int> Members(string text, HistoryBase histories) =>
        new SegmentCounter(SegmentScope.Of(histories)).Of(new SourceText(text), SubjectType.Customer, OrderBases.Day(400), out _)!.Subjects();

    private static void Check(Action<ConditionTree> holds)
    {
        static Gen<ConditionTree> tree(int depth) => depth == 0 ? Leaves : Gen.OneOf(
            Leaves,
            tree(depth - 1).Select(item => (ConditionTree)new ConditionTree.Not(item)),
            from isAny in Gen.Elements(true, false)
            from count in Gen.Choose(2, 4)
            from items in tree(depth - 1).ArrayOf(count)
            select (ConditionTree)new ConditionTree.Group(isAny, [.. items]));
        Prop.ForAll(tree(3).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
