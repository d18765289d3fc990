using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Value;

/// <summary>What money later is worth now: an amount received t units of time from now counts exp(-<see cref="PerUnit"/> t).</summary>
/// <remarks>The default value discounts nothing.</remarks>
public readonly record struct DiscountRate
{
    private DiscountRate(double perUnit) => PerUnit = perUnit;

    /// <summary>The continuously compounded rate in one unit of the models' time; 0 or more.</summary>
    public double PerUnit { get; }

    /// <summary>Nothing is discounted.</summary>
    public static DiscountRate None => default;

    /// <summary>The rate that makes 1 now worth 1 + <paramref name="annual"/> in a year.</summary>
    /// <param name="annual">.1 for 10 % a year; 0 or more, finite.</param>
    /// <param name="unitsPerYear">How many units of the models' time make a year: 365.25 / 7 for weeks; above 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static DiscountRate OfYear(double annual, double unitsPerYear)
    {
        if (!(annual >= 0) || !double.IsFinite(annual))
        {
            throw new ArgumentOutOfRangeException(nameof(annual), annual, "0 or more, and finite.");
        }

        if (!(unitsPerYear > 0) || !double.IsFinite(unitsPerYear))
        {
            throw new ArgumentOutOfRangeException(nameof(unitsPerYear), unitsPerYear, "Above 0, and finite.");
        }

        return new DiscountRate(LogSpace.Log1P(annual) / unitsPerYear);
    }
}
