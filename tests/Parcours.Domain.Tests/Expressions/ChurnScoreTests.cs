using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

public sealed class ChurnScoreTests
{
    private static readonly HistoryBase Histories = OrderBases.Base([OrderBases.Row(FactKind.Order, Instant.FromUtc(2023, 12, 20), 1000)]);

    /// <summary>Nobody was eligible in January and March 2024; April repeats February's number, and May is the last month known.</summary>
    private static readonly FixedScores Scores = FixedScores.Of("left-trial", float.NaN, 0.4f, float.NaN, 0.4f, 0.4f, 0.9f);

    [Theory]
    [InlineData("score(left-trial) >= 0.5", "2023-12-25", false, "2024-02-01")]
    [InlineData("score(left-trial) < 0.5", "2024-02-01", true, "2024-03-01")]
    [InlineData("score('left-trial') < 0.5", "2024-01-31", false, "2024-02-01")]
    [InlineData("score(left-trial) < 0.5", "2024-03-05", false, "2024-04-01")]
    [InlineData("score(left-trial) >= 0.5", "2024-03-05", false, "2024-04-01")]
    [InlineData("score(left-trial) != 0.5", "2024-03-05", true, "2024-04-01")]
    [InlineData("score(left-trial) < 0.5", "2024-04-05", true, "2024-06-01")]
    [InlineData("score(left-trial) >= 0.5", "2030-01-01", true, "never")]
    [InlineData("1 - score(left-trial) > 0.05 * orders", "2024-07-01", true, "never")]
    public void Score_holds_from_the_first_of_a_month_and_says_when_another_begins(string text, string at, bool expected, string until)
    {
        var fold = new Fold(Histories);
        Func<bool> read = new Compiler(fold, new Scope(Histories) { Scores = Scores }).Condition(Parser.Parse(new SourceText(text)), new SourceText(text));
        fold.Begin(0);
        fold.MoveTo(Midnight(at));
        fold.BeginEvaluation();

        Assert.Equal(expected, read());
        Assert.Equal(until == "never" ? long.MaxValue : Midnight(until), fold.Until);
    }

    [Theory]
    [InlineData("score(left-trail) >= 0.5", 7, "left-trial", "no churn definition")]
    [InlineData("score(spend) >= 4", 7, null, "no churn definition")]
    [InlineData("quantile(score(left-trial)) >= 0.5", 10, null, "ranked or averaged")]
    [InlineData("score(left-trial) > base.mean(score(left-trial))", 31, null, "ranked or averaged")]
    [InlineData("count(order where score(left-trial) > 0.5) > 1", 19, null, "condition on one fact")]
    public void Score_that_cannot_be_read_is_told_with_its_place(string text, int column, string? nearest, string problem)
    {
        var exception = Assert.Throws<ExpressionException>(
            () => new Compiler(new Fold(Histories), new Scope(Histories) { Scores = Scores }).Condition(Parser.Parse(new SourceText(text)), new SourceText(text)));

        Assert.Equal((column, nearest), (exception.Error.Column, exception.Error.Nearest));
        Assert.Contains(problem, exception.Error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_cannot_be_read_where_none_is_given()
    {
        Assert.Null(Condition.Compile(new SourceText("score(left-trial) >= 0.5"), Histories, out ExpressionError? error));
        Assert.Contains("cannot be read here", error!.Problem, StringComparison.Ordinal);
    }

    private static long Midnight(string day) => Calendar.Utc.StartOfDay(Calendar.DayOf(DateOnly.ParseExact(day, "yyyy-MM-dd"))).Micros;
}
