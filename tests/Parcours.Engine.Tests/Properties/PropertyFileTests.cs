using Parcours.Domain.Histories;

namespace Parcours.Engine.Properties;

public sealed class PropertyFileTests
{
    [Fact]
    public void File_declares_properties_by_kind()
    {
        (FactProperties? properties, var errors) = PropertyFile.Read("""
            properties:
              order: [store, { name: discount, type: number }]
              message_sent: [subject, { name: store, type: text }]
              wheel_spun: [prize]   # a kind of the workspace's own
            """);
        Assert.Empty(errors);
        Assert.Equal(
            [new("message_sent", "store", false), new("message_sent", "subject", false), new("order", "discount", true), new("order", "store", false), new("wheel_spun", "prize", false)],
            properties!.Declared);
        Assert.Equal(["discount", "prize", "store", "subject"], properties.Names);
    }

    [Theory]
    [InlineData("properties:\n  ordre: [store]", 2, 3, "no kind", "order")]
    [InlineData("properties:\n  order: store", 2, 10, "no list", null)]
    [InlineData("properties:\n  order: [Code promo]", 2, 11, "no name", "code_promo")]
    [InlineData("properties:\n  order: [store, value]", 2, 18, "a meaning of its own", null)]
    [InlineData("properties:\n  order: [where]", 2, 11, "a meaning of its own", null)]
    [InlineData("properties:\n  order: [3ds]", 2, 11, "begins with a digit", null)]
    [InlineData("properties:\n  order: [{ name: discount, type: numbre }]", 2, 35, "type is", "number")]
    [InlineData("properties:\n  order: [{ name: discount, typ: number }]", 2, 29, "has no \"typ\"", "type")]
    [InlineData("properties:\n  order: [discount]\n  refund: [{ name: discount, type: number }]", 3, 20, "a text for one kind and a number for another", null)]
    [InlineData("propertys:\n  order: [store]", 1, 1, "has no \"propertys\"", "properties")]
    [InlineData("properties:", 1, 12, "no property is declared", null)]
    [InlineData("", 1, 1, "this is no properties", null)]
    public void Error_points_at_its_place_and_offers_the_nearest_word(string text, int line, int column, string problem, string? nearest)
    {
        (FactProperties? properties, var errors) = PropertyFile.Read(text);
        Assert.Null(properties);
        Assert.Equal((line, column, nearest), (errors[0].Line, errors[0].Column, errors[0].Nearest));
        Assert.Contains(problem, errors[0].Problem, StringComparison.Ordinal);
    }
}
