using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Expressions;

/// <summary>Ada ordered in Lyon twice and in Paris once, and visited; only orders declare a store and a discount.</summary>
public sealed class PropertyConditionTests
{
    private static readonly FactProperties Declared = FactProperties.Of([new("order", "store", false), new("order", "discount", true), new("visit", "source", false)]);

    private static readonly HistoryBase Ada = OrderBases.Base(
            [With(OrderBases.Order(1), 1), With(OrderBases.Order(2), 2), With(OrderBases.Order(3), 3), With(OrderBases.Row(FactKind.Visit, OrderBases.Day(4)), 4)])
        .With(Declared.With(
        [
            Column((1, "5"), (2, "2.5")),
            Column((4, "ad")),
            Column((1, "Lyon"), (2, "Paris"), (3, "Lyon")),
        ]));

    [Theory]
    [InlineData("count(order where store = 'Lyon') = 2")]
    [InlineData("count(order where store = Lyon) = 2")]
    [InlineData("count(order where store in ('Lyon', 'Paris')) = 3")]
    [InlineData("count(order where store = 'Nice') = 0")]
    [InlineData("count(order where store contains 'yon' within 2 years) = 2")]
    [InlineData("orders(where store != 'Lyon') = 1")]
    [InlineData("spend(where store = 'Paris') = 10")]
    [InlineData("count(order where discount >= 2.5) = 2 and count(order where discount > 2.5) = 1")]
    [InlineData("count(order, visit where store = '') = 1")]
    [InlineData("count(order, visit where source = 'ad' or store = 'Paris') = 2")]
    [InlineData("ever(engagement where source = 'ad')")]
    public void Condition_reads_a_declared_property(string text)
    {
        var condition = Condition.Compile(new SourceText(text), Ada, out ExpressionError? error);
        Assert.True(condition is not null, error?.ToString());
        Assert.True(condition.Holds(0, OrderBases.Day(10)));
        Assert.True(Condition.Compile(new SourceText(text), Ada.Of(SubjectType.Customer), out _)!.Holds(0, OrderBases.Day(10)));
    }

    [Theory]
    [InlineData("count(visit where store = 'Lyon') = 2", "\"store\" is not declared: write under properties: in properties.yaml: visit: [source, store]", null)]
    [InlineData("orders(where shop = 'Lyon') = 2", "\"shop\" is not declared: write under properties: in properties.yaml: order: [{ name: discount, type: number }, store, shop]", null)]
    [InlineData("orders(where sotre = 'Lyon') = 2", "\"sotre\" is not declared: write under properties: in properties.yaml: order: [{ name: discount, type: number }, store, sotre]", "store")]
    public void Undeclared_property_is_refused_with_the_line_that_declares_it(string text, string problem, string? nearest)
    {
        Assert.Null(Condition.Compile(new SourceText(text), Ada, out ExpressionError? error));
        Assert.Equal((1, text.IndexOf("where ", StringComparison.Ordinal) + 7, problem, nearest), (error!.Line, error.Column, error.Problem, error.Nearest));
    }

    private static PropertyColumn Column(params (long FactId, string Text)[] values)
    {
        var run = new PropertyValues();
        Array.ForEach(values, value => run.Add(value.FactId, value.Text));
        return PropertyColumn.Empty.With([run]);
    }

    private static FactRow With(FactRow row, long factId) => row with { FactId = factId };
}
