using Parcours.Domain.Time;

namespace Parcours.Engine.Import.Values;

/// <summary>Reads what follows a date: a time of day, AM or PM, an offset or Z.</summary>
internal static class TimeReader
{
    /// <summary>Reads the rest of a date.</summary>
    /// <param name="micros">Since midnight.</param>
    /// <param name="offset">To take off to reach UTC; null when none was written.</param>
    /// <param name="hasTime">False when there was nothing but blanks.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out long micros, out long? offset, out bool hasTime)
    {
        micros = 0;
        offset = null;
        hasTime = false;
        text = text.TrimStart("Tt, \u00a0à").TrimEnd();
        if (text.StartsWith("at ", StringComparison.OrdinalIgnoreCase))
        {
            text = text[3..];
        }

        if (text.Length == 0)
        {
            return true;
        }

        if (!TryTake(ref text, out int hour) || text.Length < 2 || text[0] is not (':' or 'h' or 'H' or '.'))
        {
            return false;
        }

        text = text[1..];
        int second = 0;
        long fraction = 0;
        if (!TryTake(ref text, out int minute) || (text.Length > 1 && text[0] is ':' or '.' && (!TryTakeAfter(ref text, out second) || !TryFraction(ref text, out fraction))))
        {
            return false;
        }

        text = text.TrimStart();
        if (!TryHalf(ref text, ref hour) || !TryOffset(text.Trim(), out offset))
        {
            return false;
        }

        micros = Micros(hour, minute, second) + fraction;
        hasTime = true;
        return micros >= 0;
    }

    /// <summary>A time in microseconds; a negative number when it is none. 24:00 is refused, 23:59:60 is the last second.</summary>
    public static long Micros(int hour, int minute, int second) =>
        hour > 23 || minute > 59 || second > 60 ? -Instant.MicrosPerDay : ((hour * 3600L) + (minute * 60) + Math.Min(second, 59)) * Instant.MicrosPerSecond;

    private static bool TryTake(ref ReadOnlySpan<char> text, out int number)
    {
        int digits = text.Length > 1 && char.IsAsciiDigit(text[1]) ? 2 : 1;
        number = 0;
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        number = digits == 2 ? ((text[0] - '0') * 10) + text[1] - '0' : text[0] - '0';
        text = text[digits..];
        return true;
    }

    private static bool TryTakeAfter(ref ReadOnlySpan<char> text, out int number)
    {
        text = text[1..];
        return TryTake(ref text, out number);
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, out long micros)
    {
        micros = 0;
        if (text.Length == 0 || text[0] is not ('.' or ','))
        {
            return true;
        }

        int i = 1;
        long unit = 100_000;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            micros += (text[i] - '0') * unit;
            unit /= 10;
        }

        text = text[i..];
        return i > 1;
    }

    private static bool TryHalf(ref ReadOnlySpan<char> text, ref int hour)
    {
        bool am = text.StartsWith("AM", StringComparison.OrdinalIgnoreCase) || text.StartsWith("a.m.", StringComparison.OrdinalIgnoreCase);
        bool pm = text.StartsWith("PM", StringComparison.OrdinalIgnoreCase) || text.StartsWith("p.m.", StringComparison.OrdinalIgnoreCase);
        if (!am && !pm)
        {
            return true;
        }

        text = text[(text[1] == '.' ? 4 : 2)..];
        if (hour is 0 or > 12)
        {
            return false;
        }

        hour = (hour % 12) + (pm ? 12 : 0);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long? offset)
    {
        offset = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (text is "Z" or "z" or "UTC" or "GMT")
        {
            offset = 0;
            return true;
        }

        if (text[0] is not ('+' or '-') || text.Length is not (3 or 5 or 6))
        {
            return false;
        }

        bool negative = text[0] == '-';
        text = text[1..];
        int minutes = 0;
        if (!TryTake(ref text, out int hours) || (text.Length > 0 && !TryTake(ref text, out minutes) && !TryTakeAfter(ref text, out minutes)) || text.Length > 0 || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = ((hours * 60L) + minutes) * 60 * Instant.MicrosPerSecond * (negative ? -1 : 1);
        return true;
    }
}
