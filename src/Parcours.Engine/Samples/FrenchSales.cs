namespace Parcours.Engine.Samples;

/// <summary>
/// The French sales (soldes): four weeks from the second Wednesday of January (the first, when the second falls after the 12th)
/// and four weeks from the last Wednesday of June (the one before, when the last falls after the 28th): article D310-15-2 of the commercial code.
/// </summary>
internal static class FrenchSales
{
    /// <summary>How many days a season of sales lasts.</summary>
    public const int Days = 28;

    /// <summary>The first day of the winter sales of a year.</summary>
    public static DateOnly Winter(int year)
    {
        DateOnly first = FirstWednesday(new DateOnly(year, 1, 1));
        return first.AddDays(first.Day + 7 > 12 ? 0 : 7);
    }

    /// <summary>The first day of the summer sales of a year.</summary>
    public static DateOnly Summer(int year)
    {
        DateOnly last = FirstWednesday(new DateOnly(year, 6, 24));
        return last.AddDays(last.Day > 28 ? -7 : 0);
    }

    /// <summary>The day of the sales a date is, from 0; -1 outside them.</summary>
    public static int DayOf(DateOnly date)
    {
        DateOnly start = date.Month < 5 ? Winter(date.Year) : Summer(date.Year);
        int day = date.DayNumber - start.DayNumber;
        return day is >= 0 and < Days ? day : -1;
    }

    private static DateOnly FirstWednesday(DateOnly from) => from.AddDays(((int)DayOfWeek.Wednesday - (int)from.DayOfWeek + 7) % 7);
}
