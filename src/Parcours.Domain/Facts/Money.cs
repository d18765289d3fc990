using System.Globalization;

namespace Parcours.Domain.Facts;

/// <summary>An amount of money in integer minor units of a currency. The default value is nothing of no currency.</summary>
/// <param name="Minor">Minor units (cents for EUR), any sign.</param>
/// <param name="Currency">Index in <see cref="Currencies"/>.</param>
public readonly record struct Money(long Minor, byte Currency)
{
    /// <summary>Rounds a decimal amount to the currency's minor unit, halves to the even one.</summary>
    /// <exception cref="OverflowException">The amount does not fit 64 bits of minor units.</exception>
    public static Money Round(decimal amount, byte currency) =>
        new((long)Math.Round(amount * Currencies.MinorUnits(currency), 0, MidpointRounding.ToEven), currency);

    /// <summary>The amount in whole units.</summary>
    public decimal ToDecimal() => Minor / (decimal)Currencies.MinorUnits(Currency);

    /// <summary>The amount with the currency's decimals and a point, as "12.00": no grouping, no code.</summary>
    public override string ToString() =>
        ToDecimal().ToString("F" + Currencies.DecimalsAt(Currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
