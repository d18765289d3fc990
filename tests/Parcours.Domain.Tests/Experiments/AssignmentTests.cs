using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Experiments;

public sealed class AssignmentTests
{
    private static readonly HistoryBase Drawn = OrderBases.Base(
        new Vocabulary(["", "Winter", Arms.Control], [], []), [OrderBases.Row(FactKind.Assignment, OrderBases.Day(10), 2, item: 1, currency: 0)]);

    [Fact]
    public void Draw_comes_just_before_the_message_of_the_same_instant()
    {
        int place = FactKinds.All.ToList().IndexOf(FactKind.Assignment);

        Assert.Equal(FactKind.MessageSent, FactKinds.All[place + 1]);
        Assert.Equal("assignment", FactKinds.NameOf(FactKind.Assignment));
        Assert.True(FactKinds.HasTermValue(FactKind.Assignment));
        Assert.False(FactKinds.IsMoney(FactKind.Assignment));
    }

    [Theory]
    [InlineData("contact", false)]
    [InlineData("engagement", false)]
    [InlineData("activity", false)]
    [InlineData("solicitation", false)]
    [InlineData("answer", false)]
    [InlineData("assignment", true)]
    [InlineData("assignment where item = 'Winter'", true)]
    [InlineData("assignment where item = 'Spring'", false)]
    public void Draw_is_no_contact_and_no_act_of_the_customer(string facts, bool holds)
    {
        Condition? condition = Condition.Compile(new SourceText($"ever({facts})"), Drawn, out ExpressionError? error);

        Assert.True(condition is not null, error?.ToString());
        Assert.Equal(holds, condition.Holds(0, OrderBases.Day(20)));
    }
}
