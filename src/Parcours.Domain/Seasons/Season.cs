using System.Collections.Immutable;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Seasons;

/// <summary>Special days that come again: by a rule, by stated dates, or by a rule that stated dates replace in their year.</summary>
/// <param name="Id">Its identifier, as "winter-sales".</param>
/// <param name="Name">Its name, as shown.</param>
/// <param name="Kind">What makes the days special.</param>
/// <param name="Rule">When it begins each year; null when only stated dates count.</param>
/// <param name="Days">How many days it lasts by the rule; 1 or more.</param>
/// <param name="Dates">Stated dates, for every zone; ascending.</param>
/// <param name="Zones">Stated dates by school zone; empty when all share the same.</param>
public sealed record Season(
    string Id, LocalText Name, SeasonKind Kind, YearRule? Rule, int Days, ImmutableArray<DayRange> Dates, ImmutableDictionary<string, ImmutableArray<DayRange>> Zones)
{
    /// <summary>When it takes place, in a span of years: ranges ascending; those of zones joined where they touch.</summary>
    /// <param name="firstYear">The first year a range may begin in; 1583 or later.</param>
    /// <param name="lastYear">The last year a range may begin in; 9998 or earlier.</param>
    /// <param name="zone">One zone's dates only; null for all. Dates that are not by zone count for every zone.</param>
    public ImmutableArray<DayRange> Between(int firstYear, int lastYear, string? zone = null)
    {
        var ranges = new List<DayRange>(Dates.Where(IsIn));
        foreach ((string name, ImmutableArray<DayRange> dates) in Zones)
        {
            ranges.AddRange(zone is null || zone == name ? dates.Where(IsIn) : []);
        }

        for (int year = firstYear; Rule is not null && year <= lastYear; year++)
        {
            if (!Dates.Any(range => range.First.Year == year) && Rule.In(year) is { } first)
            {
                ranges.Add(new(first, first.AddDays(Days - 1)));
            }
        }

        return Joined(ranges);

        bool IsIn(DayRange range) => range.First.Year >= firstYear && range.First.Year <= lastYear;
    }

    private static ImmutableArray<DayRange> Joined(List<DayRange> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<DayRange>();
        foreach (DayRange range in ranges.OrderBy(range => range.First).ThenBy(range => range.Last))
        {
            if (joined.Count > 0 && range.First.DayNumber <= joined[^1].Last.DayNumber + 1)
            {
                joined[^1] = new(joined[^1].First, range.Last > joined[^1].Last ? range.Last : joined[^1].Last);
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined.ToImmutable();
    }
}
