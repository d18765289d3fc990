namespace Parcours.Engine.Import;

public sealed class ProductDetailTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("""{"cost":"2"}""", null, """{"cost":"2"}""")]
    [InlineData(null, """{"name":"Robe d'été"}""", """{"name":"Robe d'été"}""")]
    [InlineData("""{"cost":"2","name":"Old"}""", """{"name":"Robe d'été","size":"38"}""", """{"cost":"2","name":"Robe d'été","size":"38"}""")]
    public void Later_word_replaces_what_it_names_and_nothing_else(string? known, string? said, string? expected) => Assert.Equal(expected, ProductDetail.Merge(known, said));
}
