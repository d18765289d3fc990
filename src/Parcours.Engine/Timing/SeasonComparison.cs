using Parcours.Domain.Seasons;
using Parcours.Domain.Time;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>Compares a daily series in a season with the same weekdays around it.</summary>
/// <param name="firstDay">The local day of the series' first place.</param>
/// <param name="special">The days that are no ordinary ones to compare with, by place.</param>
internal sealed class SeasonComparison(int firstDay, bool[] special)
{
    private const int Around = 28;
    private const int Weekdays = 7;
    private const double LeastExpected = 0.5;

    /// <summary>The season's rate against the usual one.</summary>
    /// <param name="events">Events by day.</param>
    /// <param name="exposure">What could have brought them, by day: customers at risk, orders, or 1 for a count a day.</param>
    /// <param name="ranges">The season's days.</param>
    /// <param name="days">How many days of the series count, from its start.</param>
    public RateRatio Of(ReadOnlySpan<long> events, ReadOnlySpan<double> exposure, IEnumerable<DayRange> ranges, int days)
    {
        long seen = 0;
        double foreseen = 0;
        double usual = 0;
        double scatter = 0;
        int free = 0;
        foreach (DayRange range in ranges)
        {
            int first = Calendar.DayOf(range.First) - firstDay;
            int last = Calendar.DayOf(range.Last) - firstDay;
            double[] counted = new double[Weekdays];
            double[] watched = new double[Weekdays];
            for (int place = Math.Max(0, first - Around); place <= Math.Min(days - 1, last + Around); place++)
            {
                if (!special[place] && exposure[place] > 0)
                {
                    counted[(firstDay + place) % Weekdays] += events[place];
                    watched[(firstDay + place) % Weekdays] += exposure[place];
                }
            }

            for (int place = Math.Max(0, first); place <= Math.Min(days - 1, last); place++)
            {
                int weekday = (firstDay + place) % Weekdays;
                if (watched[weekday] > 0 && exposure[place] > 0)
                {
                    seen += events[place];
                    foreseen += exposure[place] * counted[weekday] / watched[weekday];
                }
            }

            (double squares, int left) = Scatter(events, exposure, counted, watched, Math.Max(0, first - Around), Math.Min(days - 1, last + Around));
            scatter += squares;
            free += left;
            foreach (double count in counted)
            {
                usual += count;
            }
        }

        return foreseen > 0 ? RateRatio.Of(seen, foreseen, usual, free > 0 ? Math.Max(1, scatter / free) : 1) : new RateRatio(null, null, 1);
    }

    // Pearson's chi-square of the usual days around their weekday's rate, and its degrees of freedom.
    private (double Squares, int Free) Scatter(ReadOnlySpan<long> events, ReadOnlySpan<double> exposure, ReadOnlySpan<double> counted, ReadOnlySpan<double> watched, int first, int last)
    {
        double squares = 0;
        int free = 0;
        for (int place = first; place <= last; place++)
        {
            int weekday = (firstDay + place) % Weekdays;
            if (special[place] || !(exposure[place] > 0))
            {
                continue;
            }

            double expected = exposure[place] * counted[weekday] / watched[weekday];
            if (expected >= LeastExpected)
            {
                squares += (events[place] - expected) * (events[place] - expected) / expected;
                free++;
            }
        }

        return (squares, Math.Max(0, free - Weekdays));
    }
}
