namespace Parcours.Domain.Expressions;

public sealed class DataReadTests
{
    [Theory]
    [InlineData("silence(visit) >= 30 days", "visit", "", "")]
    [InlineData("orders >= 2", "cancellation order order_adjusted refund", "", "")]
    [InlineData("count(order where store = 'Lyon' and value > 10) > 1", "order", "", "store")]
    [InlineData("attribute(country) = 'FR' and not ever(song_played)", "song_played", "country", "")]
    [InlineData("count(answer) = 0", "message_answered message_clicked", "", "")]
    [InlineData("segment(vip) and stage(crm) = active", "", "", "")]
    [InlineData("orders >= (", "", "", "")]
    public void Expression_names_what_it_looks_at(string text, string kinds, string attributes, string properties)
    {
        DataRead read = DataRead.In(new SourceText(text));
        Assert.Equal((kinds, attributes, properties), (Text(read.Kinds), Text(read.Attributes), Text(read.Properties)));
    }

    private static string Text(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
