using Parcours.Domain.Time;

namespace Parcours.Engine.Import.Values;

/// <summary>
/// Reads dates: ISO 8601 with or without time and zone, d/m/y or m/d/y (the column says which), y/m/d, 19970101, 5-Jan-97, 5 janvier 1997,
/// Jan 5, 1997, two-digit years (70 to 99 are 19xx), AM and PM, 14h30, and Unix seconds or milliseconds.
/// </summary>
internal static class DateReader
{
    /// <summary>Reads a date with or without a time; false when the text is none.</summary>
    /// <param name="dayFirst">Whether 3/4/1997 is the third of April.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool dayFirst, out DateParts date)
    {
        date = default;
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-' && TryDigits(text[..4], out int y) && TryDigits(text.Slice(5, 2), out int m) && TryDigits(text.Slice(8, 2), out int d))
        {
            return TryDay(y, m, d, out long iso) && TryFinish(iso, text[10..], out date);
        }

        text = text.Trim();
        return text.Length is >= 6 and <= 64
            && (char.IsAsciiDigit(text[0]) ? TryNumeric(text, dayFirst, out date) : TryWordFirst(text, out date));
    }

    /// <summary>Reads a time of day alone, as 08:26, 8h26, 8:26 PM, 0826 or 082600, in microseconds since midnight.</summary>
    public static bool TryReadTime(ReadOnlySpan<char> text, out long micros)
    {
        text = text.Trim();
        if (text.Length is 4 or 6 && TryDigits(text, out int compact))
        {
            compact *= text.Length == 4 ? 100 : 1;
            micros = TimeReader.Micros(compact / 10_000, compact / 100 % 100, compact % 100);
            return micros >= 0;
        }

        return TimeReader.TryRead(text, out micros, out _, out _) && text.Length > 0;
    }

    /// <summary>What a date of two small numbers and a year says of its column: 1 for day first, -1 for month first, 0 for both possible; null for another form.</summary>
    public static int? OrderOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int first = TakeNumber(ref text, out int digits);
        if (digits is 0 or > 2 || text.Length < 2 || text[0] is not ('/' or '-'))
        {
            return null;
        }

        text = text[1..];
        int second = TakeNumber(ref text, out digits);
        if (digits is 0 or > 2 || text.Length < 2 || text[0] is not ('/' or '-'))
        {
            return null;
        }

        return first > 12 && second <= 12 ? 1 : second > 12 && first <= 12 ? -1 : 0;
    }

    private static bool TryNumeric(ReadOnlySpan<char> text, bool dayFirst, out DateParts date)
    {
        date = default;
        int first = TakeNumber(ref text, out int digits);
        if (digits > 4)
        {
            return TryCompact(first, digits, text, out date);
        }

        if (text.Length == 0 || text[0] is not ('/' or '-' or '.' or ' '))
        {
            return false;
        }

        char sign = text[0];
        text = text[1..].TrimStart();
        if (text.Length > 0 && char.IsLetter(text[0]))
        {
            int month = TakeMonth(ref text);
            text = text.TrimStart("-/ .,");
            int year = TakeNumber(ref text, out int yearDigits);
            return TryYear(year, yearDigits, out year) && TryDay(year, month, first, out long day) && TryFinish(day, text, out date);
        }

        int second = TakeNumber(ref text, out int secondDigits);
        if (sign == ' ' || secondDigits is 0 or > 2 || text.Length == 0 || text[0] != sign)
        {
            return false;
        }

        text = text[1..];
        int third = TakeNumber(ref text, out int thirdDigits);
        (int y, int m, int d) = digits == 4 ? (first, second, third) : dayFirst || sign == '.' ? (third, second, first) : (third, first, second);
        bool whole = digits == 4 ? thirdDigits is 1 or 2 : TryYear(third, thirdDigits, out y);
        return whole && TryDay(y, m, d, out long at) && TryFinish(at, text, out date);
    }

    private static bool TryCompact(int first, int digits, ReadOnlySpan<char> text, out DateParts date)
    {
        date = default;
        if (digits == 8)
        {
            return TryDay(first / 10_000, first / 100 % 100, first % 100, out long day) && TryFinish(day, text.TrimStart('T'), out date);
        }

        // Ten digits are Unix seconds, thirteen milliseconds: first holds the leading nine digits.
        if (digits == 9 && text.Length is 1 or 4 && TryDigits(text, out int rest))
        {
            long micros = text.Length == 1 ? (((first * 10L) + rest) * Instant.MicrosPerSecond) : (((first * 10_000L) + rest) * 1000);
            date = new DateParts(micros, HasTime: true, IsUtc: true);
            return true;
        }

        if (digits == 9 && text.Length == 5 && TryDigits(text, out rest))
        {
            // 19970101083000, a date and a time end to end.
            int clock = (first % 10 * 100_000) + rest;
            long time = TimeReader.Micros(clock / 10_000, clock / 100 % 100, clock % 100);
            int ymd = first / 10;
            bool found = TryDay(ymd / 10_000, ymd / 100 % 100, ymd % 100, out long day) && time >= 0;
            date = new DateParts(day + time, HasTime: true, IsUtc: false);
            return found;
        }

        return false;
    }

    private static bool TryWordFirst(ReadOnlySpan<char> text, out DateParts date)
    {
        date = default;
        int end = WordEnd(text);
        if (Months.IsDay(text[..end]))
        {
            text = text[end..].TrimStart("., ");
            end = WordEnd(text);
            if (end == 0)
            {
                return TryNumeric(text, dayFirst: true, out date);
            }
        }

        int month = TakeMonth(ref text);
        text = text.TrimStart("-/ .,");
        int day = TakeNumber(ref text, out int digits);
        text = text.StartsWith("st") || text.StartsWith("nd") || text.StartsWith("rd") || text.StartsWith("th") ? text[2..] : text;
        text = text.TrimStart("-/ .,");
        int year = TakeNumber(ref text, out int yearDigits);
        return digits is 1 or 2 && TryYear(year, yearDigits, out year) && TryDay(year, month, day, out long at) && TryFinish(at, text, out date);
    }

    private static bool TryFinish(long day, ReadOnlySpan<char> rest, out DateParts date)
    {
        date = new DateParts(day, HasTime: false, IsUtc: false);
        if (rest.Length == 0)
        {
            return true;
        }

        if (!TimeReader.TryRead(rest, out long time, out long? offset, out bool hasTime))
        {
            return false;
        }

        date = new DateParts(day + time - (offset ?? 0), hasTime, hasTime && offset is not null);
        return true;
    }

    private static bool TryYear(int number, int digits, out int year)
    {
        year = digits == 2 ? number + (number >= 70 ? 1900 : 2000) : number;
        return digits is 2 or 4;
    }

    private static bool TryDay(int year, int month, int day, out long micros)
    {
        micros = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        // Days since 1970 of a civil date: years start in March, so that the leap day comes last.
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int ofEra = y - (era * 400);
        int ofYear = ((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5 + day - 1;
        long days = (era * 146_097L) + (ofEra * 365) + (ofEra / 4) - (ofEra / 100) + ofYear - 719_468;
        micros = days * Instant.MicrosPerDay;
        return true;
    }

    private static int TakeMonth(ref ReadOnlySpan<char> text)
    {
        int end = WordEnd(text);
        int month = Months.NumberOf(text[..end]);
        text = text[end..];
        return month;
    }

    private static int WordEnd(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    private static int TakeNumber(ref ReadOnlySpan<char> text, out int digits)
    {
        int number = 0;
        digits = 0;
        while (digits < text.Length && digits < 9 && char.IsAsciiDigit(text[digits]))
        {
            number = (number * 10) + (text[digits] - '0');
            digits++;
        }

        text = text[digits..];
        return number;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (char letter in text)
        {
            uint digit = (uint)(letter - '0');
            if (digit > 9)
            {
                return false;
            }

            number = (number * 10) + (int)digit;
        }

        return true;
    }
}
