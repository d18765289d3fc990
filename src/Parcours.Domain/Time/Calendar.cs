using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Parcours.Domain.Time;

/// <summary>
/// The local calendar of an IANA zone: turns instants into local day numbers and back.
/// A <em>day number</em> is the count of local days since 1970-01-01 (which is 0).
/// Local times that a clock change skips move forward by the gap; those it repeats take the earlier one.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class Calendar
{
    private readonly long[] _starts;   // UTC micros from which the offset of the same index holds
    private readonly long[] _offsets;  // micros to add to UTC to get local time

    private Calendar(string zoneId, long[] starts, long[] offsets)
    {
        ZoneId = zoneId;
        _starts = starts;
        _offsets = offsets;
    }

    /// <summary>The calendar of UTC.</summary>
    public static Calendar Utc { get; } = new("UTC", [long.MinValue], [0]);

    /// <summary>The IANA identifier of the zone, as "Europe/Paris".</summary>
    public string ZoneId { get; }

    /// <summary>The calendar of a zone, or null when no zone has this name.</summary>
    /// <param name="zoneId">An IANA identifier, as "Europe/Paris".</param>
    public static Calendar? Find(string zoneId)
    {
        DateTimeZone? zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId);
        if (zone is null)
        {
            return null;
        }

        var starts = new List<long>();
        var offsets = new List<long>();
        var from = NodaTime.Instant.FromUtc(1900, 1, 1, 0, 0);
        foreach (ZoneInterval interval in zone.GetZoneIntervals(from, NodaTime.Instant.FromUtc(2150, 1, 1, 0, 0)))
        {
            long start = interval.HasStart && interval.Start > from ? interval.Start.ToUnixTimeTicks() / 10 : long.MinValue;
            long offset = interval.WallOffset.Ticks / 10;
            if (offsets.Count == 0 || offsets[^1] != offset)
            {
                starts.Add(start);
                offsets.Add(offset);
            }
        }

        return new Calendar(zoneId, [.. starts], [.. offsets]);
    }

    /// <summary>The local day number on which an instant falls.</summary>
    public int DayOf(Instant at) => (int)FloorDiv(at.Micros + OffsetAt(at.Micros), Instant.MicrosPerDay);

    /// <summary>The first instant of a local day.</summary>
    public Instant StartOfDay(int day) => new(ToUtc(day * Instant.MicrosPerDay));

    /// <summary>The last microsecond of a local day: what a bare date means as a cut.</summary>
    public Instant EndOfDay(int day) => new(StartOfDay(day + 1).Micros - 1);

    /// <summary>The instant of a local date and time given as microseconds since local 1970-01-01T00:00.</summary>
    public Instant FromLocal(long localMicros) => new(ToUtc(localMicros));

    /// <summary>Local microseconds since local 1970-01-01T00:00.</summary>
    public long ToLocal(Instant at) => at.Micros + OffsetAt(at.Micros);

    /// <summary>Adds a period to the local time of an instant: months (the day clamped to the month's length), then days, then the exact rest.</summary>
    /// <returns>The instant reached; <see cref="Instant.Never"/> when <paramref name="at"/> is or the sum passes the year 9000.</returns>
    public Instant Add(Instant at, Period period)
    {
        const long latest = 7030L * 366 * Instant.MicrosPerDay;
        if (at.Micros >= latest || period.ApproximateDays > 7030 * 366)
        {
            return Instant.Never;
        }

        if (period.IsExact)
        {
            return new Instant(at.Micros + period.Micros);
        }

        long offset = OffsetAt(at.Micros);
        long local = at.Micros + offset;
        if (period.Months != 0)
        {
            local = AddMonths(local, period.Months);
        }

        local += period.Days * Instant.MicrosPerDay;
        long utc = local - offset;
        if (OffsetAt(utc) != offset)
        {
            utc = ToUtc(local);
        }

        return new Instant(utc + period.Micros);
    }

    /// <summary>The ordinal of the calendar unit a day falls in: consecutive units have consecutive ordinals.</summary>
    /// <returns>Days since 1970; weeks from Monday 1969-12-29; months, quarters or years since 1970.</returns>
    public static int UnitOf(int day, CalendarUnit unit)
    {
        if (unit == CalendarUnit.Day)
        {
            return day;
        }

        if (unit == CalendarUnit.Week)
        {
            return (int)FloorDiv(day + 3, 7);
        }

        DateOnly date = DateOf(day);
        int month = ((date.Year - 1970) * 12) + date.Month - 1;
        return unit switch
        {
            CalendarUnit.Month => month,
            CalendarUnit.Quarter => (int)FloorDiv(month, 3),
            _ => date.Year - 1970,
        };
    }

    /// <summary>The first local day of a calendar unit, by its ordinal.</summary>
    public static int FirstDayOf(int ordinal, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => ordinal,
        CalendarUnit.Week => (ordinal * 7) - 3,
        CalendarUnit.Month => FirstDayOfMonth(ordinal),
        CalendarUnit.Quarter => FirstDayOfMonth(ordinal * 3),
        _ => FirstDayOfMonth(ordinal * 12),
    };

    /// <summary>The ordinal of the calendar unit an instant falls in.</summary>
    public int UnitOf(Instant at, CalendarUnit unit) => UnitOf(DayOf(at), unit);

    /// <summary>The first instant of a calendar unit, by its ordinal.</summary>
    public Instant StartOf(int ordinal, CalendarUnit unit) => StartOfDay(FirstDayOf(ordinal, unit));

    /// <summary>The date of a day number. Days outside years 1 to 9999 are clamped.</summary>
    public static DateOnly DateOf(int day) =>
        DateOnly.FromDayNumber(Math.Clamp(day + UnixDay, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The day number of a date.</summary>
    public static int DayOf(DateOnly date) => date.DayNumber - UnixDay;

    /// <summary>A calendar unit's label: 1997-01-31, 1997-W05, 1997-01, 1997-Q1 or 1997.</summary>
    public static string Label(int ordinal, CalendarUnit unit)
    {
        DateOnly first = DateOf(FirstDayOf(ordinal, unit));
        return unit switch
        {
            CalendarUnit.Day => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            CalendarUnit.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(first.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(first.ToDateTime(default)):00}"),
            CalendarUnit.Month => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-Q{((first.Month - 1) / 3) + 1}"),
            _ => first.ToString("yyyy", CultureInfo.InvariantCulture),
        };
    }

    private const int UnixDay = 719_162; // DateOnly.DayNumber of 1970-01-01

    private static int FirstDayOfMonth(int month)
    {
        int year = 1970 + (int)FloorDiv(month, 12);
        return DayOf(new DateOnly(year, month - ((year - 1970) * 12) + 1, 1));
    }

    private static long AddMonths(long local, int months)
    {
        long day = FloorDiv(local, Instant.MicrosPerDay);
        long time = local - (day * Instant.MicrosPerDay);
        return (DayOf(DateOf((int)day).AddMonths(months)) * Instant.MicrosPerDay) + time;
    }

    private long OffsetAt(long utc)
    {
        long[] starts = _starts;
        if (starts.Length == 1)
        {
            return _offsets[0];
        }

        int low = 0;
        int high = starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (starts[middle] <= utc)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _offsets[low];
    }

    private long ToUtc(long local)
    {
        // Before the change and after it: the earlier reading wins where both are possible, and a skipped time moves on by the gap.
        long before = OffsetAt(local - (Instant.MicrosPerDay / 2) - OffsetAt(local));
        long first = local - before;
        if (OffsetAt(first) == before)
        {
            return first;
        }

        long after = OffsetAt(first);
        long second = local - after;
        return OffsetAt(second) == after ? second : first;
    }

    private static long FloorDiv(long value, long by)
    {
        long quotient = value / by;
        return (value % by != 0 && (value < 0) != (by < 0)) ? quotient - 1 : quotient;
    }
}
