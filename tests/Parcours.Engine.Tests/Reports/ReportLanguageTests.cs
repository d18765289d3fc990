using Parcours.Domain.Facts;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

public sealed class ReportLanguageTests
{
    private static readonly ReportLanguage En = ReportLanguage.English;
    private static readonly ReportLanguage Fr = ReportLanguage.French;

    [Fact]
    public void Numbers_follow_the_language()
    {
        Assert.Equal("1,234.5", En.Number(1234.5, 1));
        Assert.Equal("1\u202f234,5", Fr.Number(1234.5, 1));
        Assert.Equal("\u2212412", Fr.Count(-412));
    }

    [Fact]
    public void Dates_follow_the_language()
    {
        Assert.Equal("4\u00a0March 2027", En.Date(new(2027, 3, 4)));
        Assert.Equal("4\u00a0mars 2027", Fr.Date(new(2027, 3, 4)));
        Assert.Equal("1er\u00a0août 2026", Fr.Date(new(2026, 8, 1)));
        Assert.Equal("févr.\u00a02026", Fr.Month(new(2026, 2, 1)));
    }

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.0004, "<0.1%")]
    [InlineData(0.0415, "4.2%")]
    [InlineData(0.08, "8%")]
    [InlineData(0.4127, "41%")]
    [InlineData(0.999, ">99%")]
    [InlineData(1, "100%")]
    [InlineData(1.5, "150%")]
    public void Share_has_no_false_precision(double share, string expected) => Assert.Equal(expected, En.Share(share));

    [Fact]
    public void Money_has_its_currency()
    {
        Assert.Equal("€63.40", En.Money(6340, Currency("EUR")));
        Assert.Equal("63,40\u00a0€", Fr.Money(6340, Currency("EUR")));
        Assert.Equal("€12,345,678", En.Money(1_234_567_812, Currency("EUR")));
        Assert.Equal("CHF\u00a012.00", En.Money(1200, Currency("CHF")));
        Assert.Equal("¥1,200", En.Money(1200, Currency("JPY")));
        Assert.Equal("\u2212£5.00", En.Money(-500, Currency("GBP")));
        Assert.Equal("12", En.Money(12, 0));
    }

    [Fact]
    public void Days_agree_in_number()
    {
        Assert.Equal("1\u00a0day", En.Days(1));
        Assert.Equal("61\u00a0days", En.Days(61.2));
        Assert.Equal("1,5\u00a0jour", Fr.Days(1.5));
        Assert.Equal("2\u00a0jours", Fr.Days(2));
    }

    [Fact]
    public void Change_is_signed_and_needs_an_earlier_figure()
    {
        Assert.Equal("+8%", En.Change(new Twin(108, 100)));
        Assert.Equal("\u221212\u202f%", Fr.Change(new Twin(88, 100)));
        Assert.Equal("×21", En.Change(new Twin(2100, 100)));
        Assert.Null(En.Change(new Twin(5, null)));
        Assert.Null(En.Change(new Twin(5, 0)));
    }

    private static byte Currency(string code) => Currencies.TryFind(code, out byte index) ? index : throw new ArgumentException(code);
}
