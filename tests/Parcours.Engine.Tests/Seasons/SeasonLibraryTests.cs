using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Seasons;
using Parcours.Engine.Definitions;

namespace Parcours.Engine.Seasons;

public sealed class SeasonLibraryTests
{
    [Theory]
    [InlineData("winter-sales", "2023-01-11..2023-02-07 2024-01-10..2024-02-06 2025-01-08..2025-02-04 2026-01-07..2026-02-03")]
    [InlineData("summer-sales", "2023-06-28..2023-07-25 2024-06-26..2024-07-23 2025-06-25..2025-07-22 2026-06-24..2026-07-21")]
    [InlineData("easter-monday", "2023-04-10 2024-04-01 2025-04-21 2026-04-06")]
    [InlineData("ascension", "2023-05-18 2024-05-09 2025-05-29 2026-05-14")]
    [InlineData("whit-monday", "2023-05-29 2024-05-20 2025-06-09 2026-05-25")]
    [InlineData("bastille-day", "2023-07-14 2024-07-14 2025-07-14 2026-07-14")]
    [InlineData("school-christmas", "2023-12-23..2024-01-07 2024-12-21..2025-01-05 2025-12-20..2026-01-04 2026-12-19..2027-01-03")]
    public void France_has_the_known_dates(string id, string dates) =>
        Assert.Equal(dates, string.Join(' ', SeasonLibrary.France.Find(id)!.Between(2023, 2026).Select(Text)));

    [Theory]
    [InlineData("A", "2025-02-22..2025-03-09")]
    [InlineData("B", "2025-02-08..2025-02-23")]
    [InlineData("C", "2025-02-15..2025-03-02")]
    public void Winter_holidays_differ_by_zone(string zone, string dates) =>
        Assert.Equal(dates, Text(Assert.Single(SeasonLibrary.France.Find("school-winter")!.Between(2025, 2025, zone))));

    [Fact]
    public void France_has_eleven_public_holidays_a_year() =>
        Assert.Equal(11, SeasonLibrary.France.Seasons.Where(season => season.Kind == SeasonKind.PublicHoliday).Sum(season => season.Between(2025, 2025).Length));

    [Fact]
    public void School_holidays_begin_on_a_saturday_and_end_before_a_school_day() => Assert.All(
        SeasonLibrary.France.Seasons.Where(season => season.Kind == SeasonKind.SchoolHolidays && season.Id != "school-summer"),
        season => Assert.All(season.Dates.Concat(season.Zones.Values.SelectMany(dates => dates)), range =>
        {
            Assert.Equal(DayOfWeek.Saturday, range.First.DayOfWeek);
            Assert.InRange(range.Days, 16, 17); // two weeks and a weekend; a day more when the Monday is a public holiday
        }));

    [Fact]
    public void Sales_moved_by_order_replace_the_rule()
    {
        Assert.Equal("2021-01-20..2021-03-02", Text(Assert.Single(SeasonLibrary.France.Find("winter-sales")!.Between(2021, 2021))));
        Assert.Equal("2020-07-15..2020-08-11", Text(Assert.Single(SeasonLibrary.France.Find("summer-sales")!.Between(2020, 2020))));
    }

    [Fact]
    public void File_of_the_workspace_replaces_the_product_s_and_adds_others()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("parcours-seasons-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "calendars"));
            File.WriteAllText(Path.Combine(folder.FullName, "calendars", "fr.yaml"), "calendar: fr\nperiods:\n  - { id: fair, on: 09-01, days: 10 }\n");
            File.WriteAllText(Path.Combine(folder.FullName, "calendars", "shop.yaml"), "calendar: shop\nperiods:\n  - { id: birthday, dates: [2025-03-01..2025-03-07] }\n");
            var library = new SeasonLibrary(folder.FullName);
            Assert.Equal(["fr", "shop"], library.Ids);
            Assert.Equal(["fair"], library.Find("fr")!.Seasons.Select(season => season.Id));
            Assert.Equal("2025-03-01..2025-03-07", Text(Assert.Single(library.Find("shop")!.Seasons[0].Between(2024, 2026))));
            File.WriteAllText(Path.Combine(folder.FullName, "calendars", "shop.yaml"), "calendar: shop\nperiods:\n  - { id: birthday, dates: [2025-03-32] }\n");
            DefinitionException wrong = Assert.Throws<DefinitionException>(() => library.All);
            Assert.Equal((3, 29), (wrong.Errors[0].Line, wrong.Errors[0].Column));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("calendar: x\n", 1, 1, "periods: is missing")]
    [InlineData("calendar: x\nperiods:\n  - { id: a }\n", 3, 5, "nothing says when")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, on: 02-30 }\n", 3, 18, "is no date of a year")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, on: 01-01, easter: 1 }\n", 3, 33, "already says")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, weekday: { day: wensday, nth: 2, month: 1 } }\n", 3, 30, "is no weekday")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, weekday: { day: monday, nth: 5, month: 1 } }\n", 3, 43, "nth is \"5\"")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, kind: holiday, on: 01-01 }\n", 3, 20, "kind is")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, dates: [2025-02-10..2025-02-01] }\n", 3, 22, "is no date")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, on: 01-01 }\n  - { id: a, on: 01-02 }\n", 4, 5, "there are two")]
    [InlineData("calendar: x\nperiods:\n  - { id: a, on: 01-01, length: 3 }\n", 3, 25, "has no \"length\"")]
    public void Fault_is_told_with_its_place(string text, int line, int column, string problem)
    {
        (SeasonCalendar? calendar, ImmutableArray<ExpressionError> errors) = SeasonFile.Read(text);
        Assert.Null(calendar);
        Assert.Equal((line, column), (errors[0].Line, errors[0].Column));
        Assert.Contains(problem, errors[0].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("calendar:\n\t- x")]
    [InlineData("calendar: [1, 2]\nperiods: 3")]
    [InlineData("calendar: x\nperiods:\n  - 3\n  - [1]\n  - { id: [], zones: { A: { B: 1 } }, weekday: 3, days: x, name: [] }\n")]
    public void Text_of_any_shape_gives_errors_and_no_fault(string text) => Assert.NotEmpty(SeasonFile.Read(text).Errors);

    private static string Text(DayRange range) => range.Days == 1 ? range.First.ToString("O") : $"{range.First:O}..{range.Last:O}";
}
