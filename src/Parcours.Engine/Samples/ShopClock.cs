using Parcours.Domain.Time;

namespace Parcours.Engine.Samples;

/// <summary>
/// The shop's three years: which days, and how busy each is. <em>Season time</em> counts days by how busy they are
/// (a Saturday of sales is several days long, a Sunday of August a fraction of one) and averages one a day:
/// orders are a steady Poisson process in it, so the truth stays exact and the calendar shows its seasons.
/// </summary>
internal sealed class ShopClock
{
    private const int DaysBefore = 2;
    private const int DaysAfter = 6 * 366;

    private readonly double[] _season; // season time at the start of each day
    private readonly int[] _dayOf;     // the day in which each whole unit of season time starts
    private readonly long[] _midnight; // UTC micros of local midnight by the offset that holds at noon
    private readonly bool[] _sales;

    public ShopClock(DateOnly until, Calendar calendar)
    {
        int last = Calendar.DayOf(until);
        Days = (int)(until.DayNumber - until.AddYears(-3).DayNumber);
        FirstDay = last - Days + 1;
        Calendar = calendar;
        End = calendar.EndOfDay(last);
        _season = new double[Days + 1];
        _sales = new bool[Days];
        _midnight = new long[DaysBefore + Days + DaysAfter];
        for (int i = 0; i < _midnight.Length; i++)
        {
            long noon = ((FirstDay - DaysBefore + i) * Instant.MicrosPerDay) + (Instant.MicrosPerDay / 2);
            _midnight[i] = calendar.FromLocal(noon).Micros - (Instant.MicrosPerDay / 2);
        }

        double[] weights = new double[Days];
        for (int day = 0; day < Days; day++)
        {
            DateOnly date = DateOf(day);
            _sales[day] = FrenchSales.DayOf(date) >= 0;
            weights[day] = ShopSeasons.WeightOf(date);
        }

        double mean = weights.Average();
        for (int day = 0; day < Days; day++)
        {
            _season[day + 1] = _season[day] + (weights[day] / mean);
        }

        _dayOf = new int[Days + 1];
        for (int unit = 0, day = 0; unit <= Days; unit++)
        {
            while (day < Days - 1 && _season[day + 1] <= unit)
            {
                day++;
            }

            _dayOf[unit] = day;
        }
    }

    /// <summary>How many days the shop has traded; days count from 0.</summary>
    public int Days { get; }

    /// <summary>The local day number of day 0.</summary>
    public int FirstDay { get; }

    /// <summary>The last microsecond: nothing is known after it.</summary>
    public Instant End { get; }

    /// <summary>The calendar of the shop.</summary>
    public Calendar Calendar { get; }

    /// <summary>The years it trades in, whole or in part.</summary>
    public IEnumerable<int> Years => Enumerable.Range(DateOf(0).Year, DateOf(Days - 1).Year - DateOf(0).Year + 1);

    /// <summary>The date of a day.</summary>
    public DateOnly DateOf(int day) => Calendar.DateOf(FirstDay + day);

    /// <summary>Whether the sales are on.</summary>
    public bool InSales(int day) => _sales[day];

    /// <summary>An instant by day and second of the local day. Seconds from 4:00 on are exact on the days the clocks change.</summary>
    public Instant At(int day, int second) => new(_midnight[day + DaysBefore] + (second * Instant.MicrosPerSecond));

    /// <summary>The moment, in days with a fraction, at which season time reaches a value; past the end when it never does.</summary>
    public double MomentOf(double season)
    {
        if (season >= _season[Days])
        {
            return Days + (season - _season[Days]);
        }

        int day = _dayOf[(int)season];
        while (_season[day + 1] <= season)
        {
            day++;
        }

        return day + ((season - _season[day]) / (_season[day + 1] - _season[day]));
    }

    /// <summary>Season time at a moment.</summary>
    public double SeasonAt(double moment)
    {
        int day = (int)moment;
        return day >= Days ? _season[Days] + (moment - Days) : _season[day] + ((moment - day) * (_season[day + 1] - _season[day]));
    }
}
