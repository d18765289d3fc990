namespace Parcours.Domain.Time;

/// <summary>The same local date and time a year earlier: what a figure is compared with (N-1). 29 February is compared with the 28th.</summary>
public static class YearEarlier
{
    /// <summary>The instant a year before another, on a calendar.</summary>
    public static Instant Of(Instant at, Calendar calendar)
    {
        long local = calendar.ToLocal(at);
        int day = calendar.DayOf(at);
        long timeOfDay = local - (day * Instant.MicrosPerDay);
        return calendar.FromLocal((Calendar.DayOf(Calendar.DateOf(day).AddYears(-1)) * Instant.MicrosPerDay) + timeOfDay);
    }
}
