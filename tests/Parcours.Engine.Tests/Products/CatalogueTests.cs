using Parcours.Domain.Facts;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Products;

public sealed class CatalogueTests
{
    [Fact]
    public void Product_is_what_its_detail_says()
    {
        Product product = Catalogue.Of([new StoredProduct(7, """{"cost":"20","currency":"EUR","name":"Dress","price":"59.9","size":"38","stock":"4"}""")])[7];

        Assert.Equal(new Product("Dress", "38", true, new Money(5990, 1), new Money(2000, 1)), product);
    }

    [Fact]
    public void Term_without_a_detail_is_an_unknown_product() => Assert.Equal(Product.Unknown, Catalogue.Of([new StoredProduct(7, null)])[7]);

    [Theory]
    [InlineData("0", false)]
    [InlineData("-2", false)]
    [InlineData("0,0", false)]
    [InlineData("12", true)]
    [InlineData("no", false)]
    [InlineData("Non", false)]
    [InlineData("out of stock", false)]
    [InlineData("Épuisé", false)]
    [InlineData("en rupture", false)]
    [InlineData("oui", true)]
    [InlineData("in stock", true)]
    [InlineData("", true)]
    public void Stock_is_a_number_or_a_word(string stock, bool isInStock) =>
        Assert.Equal(isInStock, Catalogue.Of([new StoredProduct(1, $$"""{"stock":"{{stock}}"}""")])[1].IsInStock);
}
