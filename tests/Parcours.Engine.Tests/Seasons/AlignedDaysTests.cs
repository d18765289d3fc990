using Parcours.Domain.Seasons;

namespace Parcours.Engine.Seasons;

public sealed class AlignedDaysTests
{
    private static readonly AlignedDays _days = new([SeasonLibrary.France]);

    // Winter sales began on Wednesday 7 January 2026 and on Wednesday 8 January 2025 (code de commerce, D. 310-15-2).
    [Theory]
    [InlineData("2026-01-07", "2025-01-08")]
    [InlineData("2026-01-20", "2025-01-21")]
    [InlineData("2026-02-03", "2025-02-04")]
    [InlineData("2026-06-24", "2025-06-25")] // the first day of the summer sales of both years
    [InlineData("2026-11-18", "2025-11-19")] // no sales near: the same weekday 52 weeks earlier
    public void Day_is_compared_with_its_twin(string day, string twin) => Assert.Equal(DateOnly.Parse(twin), _days.YearBefore(DateOnly.Parse(day)));

    [Fact]
    public void Day_outside_sales_is_never_compared_with_one_inside()
    {
        Season[] sales = [.. SeasonLibrary.France.Seasons.Where(season => season.Kind == SeasonKind.Sales)];
        bool IsInSales(DateOnly day) => sales.Any(season => season.Between(day.Year - 1, day.Year).Any(range => range.First <= day && day <= range.Last));
        for (DateOnly day = new(2024, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            DateOnly twin = _days.YearBefore(day);
            Assert.Equal(IsInSales(day), IsInSales(twin));
            Assert.Equal(day.DayOfWeek, twin.DayOfWeek);
        }
    }
}
