using System.Text;

namespace Parcours.Engine.Properties;

public sealed class PayloadReaderTests
{
    private readonly PayloadReader _reader = new([new("order", "code_promo", false), new("order", "discount", true)]);

    [Theory]
    [InlineData("""{"code_promo":"NOEL"}""", "NOEL", null)]
    [InlineData("""{"store":"Lyon","Code Promo":" NOËL ","other":{"code_promo":"no"}}""", "NOËL", null)]
    [InlineData("""{"Code promo":"","code_promo":"second"}""", "second", null)]
    [InlineData("""{"code_promo":"first","Code promo":"second"}""", "first", null)]
    [InlineData("""{"code_promo":12,"discount":12.5}""", "12", "12.5")]
    [InlineData("""{"code_promo":true,"discount":"1 234,50 €"}""", "true", "1234.5")]
    [InlineData("""{"code_promo":["a"],"discount":"much"}""", null, null)]
    [InlineData("""{"code_promo":null,"discount":null}""", null, null)]
    [InlineData("""["code_promo"]""", null, null)]
    [InlineData("\"code_promo\"", null, null)]
    public void Payload_gives_the_values_of_declared_properties(string payload, string? code, string? discount) =>
        Assert.Equal((code, discount), (_reader.Read(Encoding.UTF8.GetBytes(payload))[0], _reader.Read(Encoding.UTF8.GetBytes(payload))[1]));
}
