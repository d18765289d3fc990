using System.Globalization;

namespace Parcours.Engine.Import.Values;

/// <summary>
/// Reads numbers as people write them: 1234.5, 1 234,50 €, £1,234.50, (12.00), 12-, 1'234.50.
/// A separator followed by other than three digits is the decimal sign, and so is the last of two different ones;
/// only "1,234" or "1.234" asks what the column's habit is.
/// </summary>
internal static class NumberReader
{
    private const int LongestMantissa = 18;

    /// <summary>Reads a number; false when the text is empty or is none.</summary>
    /// <param name="commaDecimal">The column's habit, where a single separator with three digits after it leaves a doubt.</param>
    /// <param name="currency">The currency whose sign or code stands beside it; 0 for none.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool commaDecimal, out Number number, out byte currency)
    {
        currency = 0;
        return TryReadPlain(text, commaDecimal, out number) || TryReadDressed(text.Trim(), commaDecimal, out number, out currency);
    }

    /// <summary>What a text says of its column's habit: 1 for a decimal comma, -1 for a decimal point, 0 for nothing.</summary>
    public static int HabitOf(ReadOnlySpan<char> text)
    {
        int comma = text.LastIndexOf(',');
        int point = text.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
        {
            return comma > point ? 1 : -1;
        }

        int at = Math.Max(comma, point);
        if (at < 0 || text[..at].ContainsAny(',', '.'))
        {
            return 0;
        }

        int digits = text[(at + 1)..].IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length - at - 1 : digits;
        bool decimalSign = digits != 3 || text[..at].Trim() is "0" or "-0" or "" || at > 4;
        return !decimalSign || digits == 0 ? 0 : comma >= 0 ? 1 : -1;
    }

    private static bool TryReadPlain(ReadOnlySpan<char> text, bool commaDecimal, out Number number)
    {
        number = default;
        int i = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        if (negative)
        {
            i = 1;
        }

        int first = i;
        long mantissa = 0;
        int sign = -1;
        for (; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (sign < 0 && text[i] == (commaDecimal ? ',' : '.'))
            {
                sign = i;
            }
            else
            {
                return false;
            }
        }

        int digits = text.Length - first - (sign < 0 ? 0 : 1);
        if (digits is 0 or > LongestMantissa)
        {
            return false;
        }

        number = new Number(negative ? -mantissa : mantissa, sign < 0 ? 0 : text.Length - sign - 1);
        return true;
    }

    private static bool TryReadDressed(ReadOnlySpan<char> text, bool commaDecimal, out Number number, out byte currency)
    {
        number = default;
        currency = 0;
        if (text.Length is 0 or > 64)
        {
            return false;
        }

        bool negative = false;
        if (text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        int start = text.IndexOfAnyInRange('0', '9');
        int end = text.LastIndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return false;
        }

        if (start > 0 && text[start - 1] is '.' or ',')
        {
            start--;
        }

        return TryTrim(text[..start], ref negative, ref currency) && TryTrim(text[(end + 1)..], ref negative, ref currency)
            && TryReadGrouped(text[start..(end + 1)], commaDecimal, negative, out number);
    }

    private static bool TryTrim(ReadOnlySpan<char> beside, ref bool negative, ref byte currency)
    {
        beside = beside.Trim();
        while (beside.Length > 0 && (IsMinus(beside[0]) || beside[0] == '+'))
        {
            negative ^= IsMinus(beside[0]);
            beside = beside[1..].Trim();
        }

        while (beside.Length > 0 && IsMinus(beside[^1]))
        {
            negative ^= true;
            beside = beside[..^1].Trim();
        }

        return beside.Length == 0 || beside is "," or "." || (currency == 0 && CurrencySigns.TryFind(beside, out currency));
    }

    private static bool TryReadGrouped(ReadOnlySpan<char> text, bool commaDecimal, bool negative, out Number number)
    {
        number = default;
        if (text.ContainsAny('e', 'E'))
        {
            return TryReadScientific(text, negative, out number);
        }

        int decimalAt = DecimalAt(text, commaDecimal);
        long mantissa = 0;
        int digits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (char.IsAsciiDigit(letter))
            {
                mantissa = (mantissa * 10) + (letter - '0');
                digits++;
            }
            else if (i != decimalAt && (i > decimalAt && decimalAt >= 0 || !IsGrouping(letter) || !IsGroup(text, i)))
            {
                return false;
            }
        }

        if (digits is 0 or > LongestMantissa)
        {
            return false;
        }

        number = new Number(negative ? -mantissa : mantissa, decimalAt < 0 ? 0 : text.Length - decimalAt - 1);
        return true;
    }

    private static int DecimalAt(ReadOnlySpan<char> text, bool commaDecimal)
    {
        int comma = text.LastIndexOf(',');
        int point = text.LastIndexOf('.');
        int last = Math.Max(comma, point);
        if (last < 0 || (comma >= 0 && point >= 0))
        {
            return last;
        }

        bool repeated = text[..last].Contains(text[last]);
        bool threeAfter = text.Length - last - 1 == 3;
        return repeated ? -1 : !threeAfter || text[..last] is "0" or "" || last > 3 && !text[..last].ContainsAny(' ', '\u00a0', '\u202f') || (text[last] == ',') == commaDecimal ? last : -1;
    }

    /// <summary>Whether three digits, then no fourth, follow a grouping sign.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 3 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static bool TryReadScientific(ReadOnlySpan<char> text, bool negative, out Number number)
    {
        number = default;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) || value > 1_000_000_000_000m)
        {
            return false;
        }

        value = Math.Round(negative ? -value : value, 6);
        number = new Number((long)(value * 1_000_000m), 6);
        return true;
    }

    private static bool IsGrouping(char letter) => letter is ',' or '.' or ' ' or '\'' or '\u2019' or '\u00a0' or '\u202f' or '\u2009';

    private static bool IsMinus(char letter) => letter is '-' or '\u2212' or '\u2013';
}
