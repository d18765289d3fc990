using Parcours.Domain.Facts;

namespace Parcours.Engine.Import.Values;

/// <summary>A decimal number as a file wrote it, exact: <c>Mantissa / 10^Scale</c>.</summary>
/// <param name="Mantissa">All the digits, with the sign.</param>
/// <param name="Scale">How many of them stand after the decimal sign, 0 to 18.</param>
internal readonly record struct Number(long Mantissa, int Scale)
{
    /// <summary>One.</summary>
    public static readonly Number One = new(1, 0);

    /// <summary>Beyond this many minor units a figure is a mistake, and sums could overflow.</summary>
    private const long Largest = 1_000_000_000_000_000;

    private static readonly Int128[] Powers = [.. Enumerable.Range(0, 38).Select(i => Power(i))];

    /// <summary>The amount in minor units of a currency, halves rounded to the even one; false when it is beyond reason.</summary>
    public bool TryMinor(byte currency, out long minor) => TryRound(Mantissa, Scale, Currencies.DecimalsAt(currency), out minor);

    /// <summary>This times another, in minor units; rounded once.</summary>
    public bool TryMinorTimes(Number other, byte currency, out long minor) =>
        TryRound((Int128)Mantissa * other.Mantissa, Scale + other.Scale, Currencies.DecimalsAt(currency), out minor);

    /// <summary>The number in thousandths, as quantities are kept; false when it does not fit.</summary>
    public bool TryThousandths(out int thousandths)
    {
        bool fits = TryRound(Mantissa, Scale, 3, out long value) && value is >= int.MinValue and <= int.MaxValue;
        thousandths = fits ? (int)value : 0;
        return fits;
    }

    private static bool TryRound(Int128 mantissa, int scale, int decimals, out long rounded)
    {
        Int128 value = mantissa;
        if (scale < decimals)
        {
            value *= Powers[decimals - scale];
        }
        else if (scale > decimals)
        {
            Int128 by = Powers[scale - decimals];
            (value, Int128 rest) = Int128.DivRem(mantissa, by);
            int half = Int128.Abs(rest * 2).CompareTo(by);
            if (half > 0 || (half == 0 && Int128.IsOddInteger(value)))
            {
                value += Int128.IsNegative(mantissa) ? -1 : 1;
            }
        }

        bool fits = value <= Largest && value >= -Largest;
        rounded = fits ? (long)value : 0;
        return fits;
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
