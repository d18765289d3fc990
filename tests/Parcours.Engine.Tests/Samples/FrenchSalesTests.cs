namespace Parcours.Engine.Samples;

public sealed class FrenchSalesTests
{
    [Theory]
    [InlineData(2023, "2023-01-11", "2023-06-28")]
    [InlineData(2024, "2024-01-10", "2024-06-26")]
    [InlineData(2025, "2025-01-08", "2025-06-25")]
    [InlineData(2026, "2026-01-07", "2026-06-24")] // the second Wednesday would be the 14th
    public void Sales_start_on_the_days_of_the_code(int year, string winter, string summer)
    {
        Assert.Equal(winter, FrenchSales.Winter(year).ToString("O"));
        Assert.Equal(summer, FrenchSales.Summer(year).ToString("O"));
    }

    [Fact]
    public void Sales_last_four_weeks()
    {
        Assert.Equal(-1, FrenchSales.DayOf(new DateOnly(2024, 1, 9)));
        Assert.Equal(0, FrenchSales.DayOf(new DateOnly(2024, 1, 10)));
        Assert.Equal(27, FrenchSales.DayOf(new DateOnly(2024, 2, 6)));
        Assert.Equal(-1, FrenchSales.DayOf(new DateOnly(2024, 2, 7)));
        Assert.Equal(-1, FrenchSales.DayOf(new DateOnly(2024, 12, 25)));
    }
}
