using Parcours.Domain.Facts;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import;

public sealed class NumberReaderTests
{
    private static readonly byte Euro = CodeOf("EUR");

    [Theory]
    [InlineData("12", false, 1200L)]
    [InlineData("12.0", false, 1200L)]
    [InlineData("-12.345", false, -1234L)]
    [InlineData("12.355", false, 1236L)]
    [InlineData("12.345", false, 1234L)]
    [InlineData("12.335", false, 1234L)]
    [InlineData("1,234.50", false, 123450L)]
    [InlineData("1.234,50", true, 123450L)]
    [InlineData("1 234,50 €", true, 123450L)]
    [InlineData("1\u202f234,50", true, 123450L)]
    [InlineData("1'234.50", false, 123450L)]
    [InlineData("1,234", false, 123400L)]
    [InlineData("1,234", true, 123L)]
    [InlineData("1.234", false, 123L)]
    [InlineData("1.234", true, 123400L)]
    [InlineData("12,5", false, 1250L)]
    [InlineData("1,234,567", true, 123456700L)]
    [InlineData("£1,234.50", false, 123450L)]
    [InlineData("$-12.50", false, -1250L)]
    [InlineData("(12.50)", false, -1250L)]
    [InlineData("12.50-", false, -1250L)]
    [InlineData("−12,50", true, -1250L)]
    [InlineData("EUR 12", false, 1200L)]
    [InlineData(".5", false, 50L)]
    [InlineData("1e2", false, 10000L)]
    [InlineData("0", false, 0L)]
    [InlineData("", false, null)]
    [InlineData("abc", false, null)]
    [InlineData("12 abc", false, null)]
    [InlineData("1.2.3", false, null)]
    [InlineData("12,34,56", false, null)]
    [InlineData("--", false, null)]
    [InlineData("99999999999999999999", false, null)]
    public void Amount_is_read_to_the_cent_or_refused(string text, bool commaDecimal, long? cents)
    {
        long minor = 0;
        bool read = NumberReader.TryRead(text, commaDecimal, out Number number, out _) && number.TryMinor(Euro, out minor);

        Assert.Equal(cents, read ? minor : null);
    }

    [Theory]
    [InlineData("£5", "GBP")]
    [InlineData("5 €", "EUR")]
    [InlineData("US$ 5", "USD")]
    [InlineData("5 CHF", "CHF")]
    [InlineData("5", "")]
    public void Sign_beside_an_amount_names_its_currency(string text, string code)
    {
        Assert.True(NumberReader.TryRead(text, commaDecimal: false, out _, out byte currency));
        Assert.Equal(code, Currencies.CodeOf(currency));
    }

    [Fact]
    public void Price_times_quantity_is_rounded_once_half_to_even()
    {
        Assert.True(new Number(1, 3).TryMinorTimes(new Number(2500, 0), Euro, out long minor));
        Assert.Equal(250, minor);
        Assert.True(new Number(125, 3).TryMinorTimes(new Number(1, 0), Euro, out minor));
        Assert.Equal(12, minor);
        Assert.True(new Number(-135, 3).TryMinorTimes(new Number(1, 0), Euro, out minor));
        Assert.Equal(-14, minor);
    }

    [Fact]
    public void Currency_without_decimals_keeps_whole_units()
    {
        Assert.True(new Number(12345, 1).TryMinor(CodeOf("JPY"), out long minor));
        Assert.Equal(1234, minor);
    }

    private static byte CodeOf(string code)
    {
        Assert.True(Currencies.TryFind(code, out byte index));
        return index;
    }
}
