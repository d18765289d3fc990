using System.Buffers;
using System.Text;
using System.Text.Json;
using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments;

public sealed class ConditionTreeJsonTests
{
    [Theory]
    [InlineData("orders >= 2", """{"facts":"orders","op":"\u003E=","values":[2]}""")]
    [InlineData("not consent(email)", """{"not":{"state":"consent","names":["email"]}}""")]
    [InlineData(
        "count(order, visit where item = 'x' and value > 3 within 90 days) < 5 or always",
        """{"any":[{"facts":"count","kinds":["order","visit"],"where":[{"field":"item","op":"=","values":["x"]},{"field":"value","op":"\u003E","values":[3]}],"window":{"within":"90 days"},"op":"\u003C","values":[5]},{"all":[]}]}""")]
    [InlineData(
        "stage(crm-segments, at: 2026-01-01) in ('new', 'lost') and score(recency, 5) = 5",
        """{"all":[{"state":"stage","names":["crm-segments"],"at":"2026-01-01","op":"in","values":["new","lost"]},{"state":"score","names":["recency"],"groups":5,"op":"=","values":[5]}]}""")]
    [InlineData("ever(visit in period(month, -2))", """{"facts":"ever","kinds":["visit"],"window":{"period":"month","back":2}}""")]
    [InlineData("count(visit since order) > 1", """{"facts":"count","kinds":["visit"],"window":{"since":["order"]},"op":"\u003E","values":[1]}""")]
    [InlineData("silence(order) >= 90 days", """{"facts":"silence","kinds":["order"],"op":"\u003E=","values":[{"length":"90 days"}]}""")]
    [InlineData("count(order where date >= 2024-01-01) > 1", """{"facts":"count","kinds":["order"],"where":[{"field":"date","op":"\u003E=","values":[{"date":"2024-01-01"}]}],"op":"\u003E","values":[1]}""")]
    [InlineData("2 * orders > 3", """{"text":"2 * orders \u003E 3"}""")]
    public void Condition_is_written_as_a_builder_takes_it_and_read_again(string text, string json)
    {
        ConditionTree tree = TreeReader.Read(new SourceText(text), out _)!;

        Assert.Equal(json, Written(tree));
        Assert.Equal(tree, ConditionTreeJson.Read(JsonDocument.Parse(json).RootElement));
    }

    [Theory]
    [InlineData("[]", "an object")]
    [InlineData("{}", "has one of")]
    [InlineData("""{"all":3}""", "all is a list")]
    [InlineData("""{"facts":3}""", "facts is a text")]
    [InlineData("""{"state":"recency","op":"="}""", "values is missing")]
    [InlineData("""{"state":"recency","op":"=","values":[null]}""", "A value is")]
    [InlineData("""{"facts":"count","window":{"period":"7"}}""", "A window")]
    [InlineData("""{"state":"score","groups":"five"}""", "groups is a whole number")]
    [InlineData("""{"facts":"count","where":[{"op":"=","values":[1]}]}""", "has a field")]
    public void What_is_no_tree_is_told(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => ConditionTreeJson.Read(JsonDocument.Parse(json).RootElement)).Message, StringComparison.Ordinal);

    private static string Written(ConditionTree tree)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            ConditionTreeJson.Write(json, tree);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
