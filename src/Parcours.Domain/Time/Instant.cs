namespace Parcours.Domain.Time;

/// <summary>
/// A point on the UTC time line, counted in whole microseconds since 1970-01-01T00:00:00Z.
/// It is not a local date: a <see cref="Calendar"/> turns one into the other.
/// The default value is 1970-01-01T00:00:00Z. <see cref="Never"/> stands for "until nothing more happens".
/// </summary>
/// <param name="Micros">Microseconds since 1970, any <see cref="long"/>.</param>
public readonly record struct Instant(long Micros) : IComparable<Instant>
{
    /// <summary>Microseconds in a second.</summary>
    public const long MicrosPerSecond = 1_000_000;

    /// <summary>Microseconds in a day of 24 hours.</summary>
    public const long MicrosPerDay = 86_400 * MicrosPerSecond;

    /// <summary>Before every fact: the origin of what never happened.</summary>
    public static readonly Instant Beginning = new(long.MinValue);

    /// <summary>After every fact: the end of what holds for ever.</summary>
    public static readonly Instant Never = new(long.MaxValue);

    /// <summary>Whether the left instant is earlier.</summary>
    public static bool operator <(Instant left, Instant right) => left.Micros < right.Micros;

    /// <summary>Whether the left instant is later.</summary>
    public static bool operator >(Instant left, Instant right) => left.Micros > right.Micros;

    /// <summary>Whether the left instant is earlier or the same.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Micros <= right.Micros;

    /// <summary>Whether the left instant is later or the same.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Micros >= right.Micros;

    /// <summary>The instant of a UTC date and time.</summary>
    /// <param name="time">Any date and time; only its UTC ticks count, cut to the microsecond.</param>
    public static Instant From(DateTimeOffset time) =>
        new(Math.DivRem(time.UtcTicks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond).Quotient);

    /// <summary>Midnight UTC of a date.</summary>
    public static Instant FromUtc(int year, int month, int day) =>
        From(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Micros.CompareTo(other.Micros);

    /// <summary>The same point as a .NET date and time, clamped to what .NET can hold.</summary>
    public DateTimeOffset ToDateTimeOffset()
    {
        const long min = -62_135_596_800L * MicrosPerSecond;
        const long max = 253_402_300_799L * MicrosPerSecond;
        return DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(Micros, min, max) * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>ISO 8601 in UTC: seconds always, microseconds only when there are some; "never" and "beginning" at the ends.</summary>
    public override string ToString()
    {
        if (this == Never)
        {
            return "never";
        }

        if (this == Beginning)
        {
            return "beginning";
        }

        string format = Micros % MicrosPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return ToDateTimeOffset().ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }
}
