using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Expressions;

public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("ordres >= 2", 1, "orders")]
    [InlineData("orders >= 2 adn spend > 3", 13, "and")]
    [InlineData("silence(ordr) >= 3 days", 9, "order")]
    [InlineData("orders >= 2 and (spend > 3", 27, null)]
    [InlineData("silence(order) >= 3", 19, null)]
    [InlineData("silence(order) >= silence(visit)", 16, null)]
    [InlineData("silence(order)", 1, null)]
    [InlineData("orders", 1, null)]
    [InlineData("orders >= 'two'", 8, null)]
    [InlineData("count(order where amount > 3) > 1", 19, null)]
    [InlineData("count(order where valeu > 3) > 1", 19, "value")]
    [InlineData("reachable(emial)", 11, "email")]
    [InlineData("running(contact)", 9, "contract")]
    [InlineData("count(order in period(wek)) > 1", 23, "week")]
    [InlineData("orders >= 2 §", 13, null)]
    [InlineData("attribute(country) > 'FR'", 20, null)]
    [InlineData("'never closed", 1, null)]
    [InlineData("", 1, null)]
    [InlineData("in_stage >= 3 days", 1, null)]
    [InlineData("quantile(spend) >= 80", 20, null)]
    [InlineData("score(spend, 1) = 1", 14, null)]
    [InlineData("count(within 3 days) > 1", 7, null)]
    public void Error_points_at_its_place_and_offers_the_nearest_word(string text, int column, string? nearest)
    {
        HistoryBase histories = OrderBases.Base([]);
        Assert.Null(Condition.Compile(new SourceText(text, 4, 1), histories, out ExpressionError? error));
        Assert.Equal((4, column, nearest), (error!.Line, error.Column, error.Nearest));
        Assert.NotEmpty(error.Problem);
    }

    [Fact]
    public void Nesting_without_end_is_refused_rather_than_followed()
    {
        string text = new string('(', 5000) + "orders" + new string(')', 5000);
        Assert.Null(Condition.Compile(new SourceText(text), OrderBases.Base([]), out ExpressionError? error));
        Assert.Contains("nested", error!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_on_a_following_line_counts_from_its_start()
    {
        Assert.Null(Condition.Compile(new SourceText("orders >= 1\n  and ordres = 2", 10, 20), OrderBases.Base([]), out ExpressionError? error));
        Assert.Equal((11, 7), (error!.Line, error.Column));
    }
}
