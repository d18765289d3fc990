using Parcours.Domain.Expressions;
using Parcours.Engine.NextNeed;

namespace Parcours.Engine.Definitions;

public sealed class ExpressionWordsTests
{
    [Theory]
    [InlineData("a word of nobody's", "x", "a word of nobody's", "x")]
    [InlineData("\"orderz\" is not a word of the language", "a value, a threshold or a condition", "\"orderz\" n’est pas un mot du langage", "une valeur, un seuil ou une condition")]
    [InlineData("a number stands where a condition is needed", "a condition, such as orders >= 2 or ever(visit)", "un nombre se trouve là où il faut une condition", "une condition, comme orders >= 2 ou ever(visit)")]
    [InlineData("a number + a text means nothing", "numbers, or durations with the same unit of thought", "un nombre + un texte ne veut rien dire", "des nombres, ou des durées du même ordre")]
    [InlineData("a text and a number cannot be compared", "two values of one type", "un texte et un nombre ne se comparent pas", "deux valeurs du même type")]
    [InlineData("\"post\" is no channel", "one of email, sms", "\"post\" n’est pas un canal", "l’un de email, sms")]
    public void Fault_is_said_in_french_with_its_blanks(string problem, string expected, string french, string frenchExpected)
    {
        var error = new ExpressionError(2, 5, problem, expected, "orders");
        Assert.Equal((french, frenchExpected), (ExpressionWords.Problem(error, "fr"), ExpressionWords.Expected(error, "fr")));
        Assert.Equal($"ligne 2, colonne 5 : {french} ; attendu : {frenchExpected} ; vouliez-vous dire « orders » ?", ExpressionWords.Line(error, "fr"));
        Assert.Equal(error.ToString(), ExpressionWords.Line(error, "en"));
    }

    [Theory]
    [InlineData("orderz >= 2")]
    [InlineData("orders >=")]
    [InlineData("orders + 'a' > 2")]
    [InlineData("silence(order) > 90")]
    [InlineData("item > 2")]
    [InlineData("orders = 'x")]
    [InlineData("ever()")]
    [InlineData("ever(ordr)")]
    [InlineData("orders ^ 2")]
    [InlineData("spend")]
    [InlineData("stage = 'x'")]
    [InlineData("consent(pigeon)")]
    [InlineData("segment(nothing)")]
    [InlineData("count(visit where ever(order)) > 1")]
    [InlineData("orders within 3 > 2")]
    [InlineData("reachable(pigeon)")]
    [InlineData("running(tea)")]
    [InlineData("silence(order) > silence(visit)")]
    public void What_the_language_says_has_its_french(string text)
    {
        Assert.Null(Condition.Compile(new SourceText(text), new LinesByHand().Histories(), out ExpressionError? error));
        Assert.NotNull(error);
        Assert.NotEqual(error.Problem, ExpressionWords.Problem(error, "fr"));
        Assert.True(error.Expected.Length == 0 || error.Expected != ExpressionWords.Expected(error, "fr") || !error.Expected.Contains(' ', StringComparison.Ordinal) || error.Expected.Contains(", ", StringComparison.Ordinal), error.Expected);
    }
}
