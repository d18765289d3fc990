using System.Collections.Immutable;

namespace Parcours.Domain.Seasons;

/// <summary>
/// Which day of the year before a day is fairly compared with, so that sales periods meet each other though they move: the same day of the same sales (its first, its second...);
/// else the same weekday 52 weeks earlier, or where that lies in sales, the nearest same weekday that does not.
/// </summary>
public sealed class AlignedDays
{
    private const int Week = 7;
    private const int WeeksAYear = 52;
    private const int Farthest = 8;

    private readonly ImmutableArray<Season> _sales;

    /// <summary>Days aligned by the sales of some calendars.</summary>
    public AlignedDays(IEnumerable<SeasonCalendar> calendars) =>
        _sales = [.. calendars.SelectMany(calendar => calendar.Seasons).Where(season => season.Kind == SeasonKind.Sales)];

    /// <summary>The day that one is compared with.</summary>
    public DateOnly YearBefore(DateOnly day)
    {
        foreach (Season season in _sales)
        {
            if (Around(season, day.Year).FirstOrDefault(range => range.First <= day && day <= range.Last) is { Last.DayNumber: > 0 } now
                && Around(season, day.Year - 1).Where(range => range.First.AddDays(180) < now.First).Select(range => (DayRange?)range).LastOrDefault() is { } before
                && day.DayNumber - now.First.DayNumber is var place
                && place < before.Days)
            {
                return before.First.AddDays(place);
            }
        }

        DateOnly usual = day.AddDays(-Week * WeeksAYear);
        for (int weeks = 0; weeks <= Farthest; weeks++)
        {
            foreach (DateOnly other in new[] { usual.AddDays(-weeks * Week), usual.AddDays(weeks * Week) })
            {
                if (!IsInSales(other))
                {
                    return other;
                }
            }
        }

        return usual;
    }

    private bool IsInSales(DateOnly day) => _sales.Any(season => Around(season, day.Year).Any(range => range.First <= day && day <= range.Last));

    private static ImmutableArray<DayRange> Around(Season season, int year) => season.Between(Math.Max(1583, year - 1), Math.Min(9998, year + 1));
}
