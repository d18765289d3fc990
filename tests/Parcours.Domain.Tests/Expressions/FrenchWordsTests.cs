namespace Parcours.Domain.Expressions;

public sealed class FrenchWordsTests
{
    [Fact]
    public void Every_word_of_the_language_has_a_french_one()
    {
        IEnumerable<string> words = Words.All.Concat(Words.Reserved).Concat(Words.Kinds).Concat(Words.FactFields).Concat(Words.UnitNames).Concat(Words.CalendarUnits)
            .SelectMany(word => word.Split(' '));

        Assert.Empty(words.Where(word => FrenchWords.Of(word) is null));
    }

    [Theory]
    [InlineData("silence(order) >= inactive_after", "silence(commande) ≥ «\u00a0inactif après\u00a0»")]
    [InlineData("score(recency, 5) >= 4", "note(jours depuis la dernière commande, 5) ≥ 4")]
    [InlineData("score(left-trial) >= 0.5 and score('left-trial') < 1", "probabilité de départ «\u00a0left-trial\u00a0» ≥ 0,5 et probabilité de départ «\u00a0left-trial\u00a0» < 1")]
    [InlineData("orders(within 90 days) < 2.5", "commandes(en 90 jours) < 2,5")]
    [InlineData("item contains 'VIP' and not country = 'FR'", "article contient «\u00a0VIP\u00a0» et pas country = «\u00a0FR\u00a0»")]
    public void Expression_keeps_its_shape_in_french(string text, string expected) =>
        Assert.Equal(expected, FrenchWords.Say(text, name => name == "inactive_after" ? "inactif après" : null));
}
