using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Seasons;

public sealed class SeasonTests
{
    [Theory]
    [InlineData(1818, "1818-03-22")] // the earliest there is
    [InlineData(1943, "1943-04-25")] // the latest
    [InlineData(1954, "1954-04-18")] // the two years whose moon is corrected by a day
    [InlineData(1981, "1981-04-19")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_falls_on_the_known_sunday(int year, string date) => Assert.Equal(date, Easter.Of(year).ToString("O"));

    [Fact]
    public void Easter_is_always_a_sunday_between_22_march_and_25_april() => Assert.All(Enumerable.Range(1583, 8000), year =>
    {
        DateOnly easter = Easter.Of(year);
        Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
        Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
    });

    [Fact]
    public void Stated_dates_replace_the_rule_in_their_year()
    {
        Season season = Of(new YearRule.Date(6, 1), 3, [Range("2021-07-01", "2021-07-10")]);
        Assert.Equal([Range("2020-06-01", "2020-06-03"), Range("2021-07-01", "2021-07-10"), Range("2022-06-01", "2022-06-03")], season.Between(2020, 2022));
    }

    [Fact]
    public void Zones_are_joined_unless_one_is_asked_for()
    {
        Season season = Of(null, 1, []) with
        {
            Zones = ImmutableDictionary<string, ImmutableArray<DayRange>>.Empty
                .Add("A", [Range("2025-02-01", "2025-02-14")])
                .Add("B", [Range("2025-02-08", "2025-02-21")])
                .Add("C", [Range("2025-03-08", "2025-03-21")]),
        };
        Assert.Equal([Range("2025-02-01", "2025-02-21"), Range("2025-03-08", "2025-03-21")], season.Between(2025, 2025));
        Assert.Equal([Range("2025-02-08", "2025-02-21")], season.Between(2025, 2025, "B"));
        Assert.Empty(season.Between(2026, 2026));
    }

    [Fact]
    public void Day_that_a_year_lacks_gives_no_season() => Assert.Equal([Range("2024-02-29", "2024-02-29")], Of(new YearRule.Date(2, 29), 1, []).Between(2023, 2026));

    private static Season Of(YearRule? rule, int days, ImmutableArray<DayRange> dates) =>
        new("test", new LocalText("Test", "Essai"), SeasonKind.Other, rule, days, dates, ImmutableDictionary<string, ImmutableArray<DayRange>>.Empty);

    private static DayRange Range(string first, string last) => new(DateOnly.Parse(first, null), DateOnly.Parse(last, null));
}
