using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

public sealed class ConsentTests
{
    private static readonly Vocabulary Purposes = new(["", "newsletter", "offers"], [], []);

    [Theory]
    [InlineData("consent(email)", "", false)]
    [InlineData("consent(email)", "+email:1", true)]
    [InlineData("consent(email, newsletter)", "+email:1", true)]
    [InlineData("consent(email, offers)", "+email:1", false)]
    [InlineData("consent(email, offers)", "+email:0", true)]
    [InlineData("consent(sms)", "+email:0", false)]
    [InlineData("consent(sms, newsletter)", "+all:1", true)]
    [InlineData("consent(email)", "+email:1 -email:1", false)]
    [InlineData("consent(email)", "+email:1 +email:2 -email:1", true)]
    [InlineData("consent(email, newsletter)", "+email:1 -email:0", false)]
    [InlineData("consent(email, offers)", "+email:0 -email:1", true)]
    [InlineData("consent(email, newsletter)", "+email:0 -email:1", false)]
    [InlineData("consent(email)", "+email:1 -all:0", false)]
    [InlineData("consent(any)", "+email:1 +sms:1 -email:0", true)]
    [InlineData("consent(any, newsletter)", "+email:2", false)]
    [InlineData("consent(email)", "+email:1 -email:1 +email:2", true)]
    [InlineData("consent('email', 'never said')", "+email:1", false)]
    public void Consent_stands_by_the_last_word_on_the_channel_and_purpose(string condition, string said, bool stands)
    {
        FactRow[] rows = [Row("o", 0), .. said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => Row(word, i + 1))];
        HistoryBase histories = OrderBases.Base(Purposes, rows);

        Assert.Equal(new Evaluation(stands, Instant.Never), Compiled(condition, histories).At(0, OrderBases.Day(100)));
    }

    [Fact]
    public void Consent_withdrawn_later_stood_before()
    {
        HistoryBase histories = OrderBases.Base(Purposes, [Row("+email:1", 0), Row("-email:0", 10)]);

        Assert.True(Compiled("consent(email, newsletter)", histories).At(0, OrderBases.Day(9)).Value);
        Assert.False(Compiled("consent(email, newsletter)", histories).At(0, OrderBases.Day(10)).Value);
    }

    [Theory]
    [InlineData("consent(emial)", 9, "email")]
    [InlineData("consent()", 1, null)]
    [InlineData("consent(email, 3)", 1, null)]
    public void Consent_asked_wrongly_is_told_with_its_place(string condition, int column, string? nearest)
    {
        Assert.Null(Condition.Compile(new SourceText(condition), OrderBases.Base([]), out ExpressionError? error));
        Assert.Equal((column, nearest), (error!.Column, error.Nearest));
    }

    private static FactRow Row(string word, int day)
    {
        if (word == "o")
        {
            return OrderBases.Order(day);
        }

        string[] parts = word[1..].Split(':');
        Channel channel = parts[0] == "all" ? Channel.None : Enum.Parse<Channel>(parts[0], ignoreCase: true);
        FactKind kind = word[0] == '+' ? FactKind.OptIn : FactKind.OptOut;
        var fact = new Fact(OrderBases.Day(day), 0, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), kind, 0, Fact.Pack(channel, FactFlags.None));
        return new FactRow(fact, day + 1, 0, day, Extra.None);
    }

    private static Condition Compiled(string text, HistoryBase histories)
    {
        Condition? compiled = Condition.Compile(new SourceText(text), histories, out ExpressionError? error);
        Assert.True(compiled is not null, error?.ToString());
        return compiled;
    }
}
