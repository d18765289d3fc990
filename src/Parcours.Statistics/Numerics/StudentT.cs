namespace Parcours.Statistics.Numerics;

/// <summary>Student's t distribution, of any degrees of freedom above 0.</summary>
internal static class StudentT
{
    private const double Tiny = 1e-300;

    /// <summary>The probability of at most <paramref name="t"/>.</summary>
    public static double Lower(double t, double degrees)
    {
        double tail = 0.5 * BetaShare(degrees / (degrees + (t * t)), degrees / 2, 0.5);
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>The quantile, to about 1e-12, by halving.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="degrees">More than 0.</param>
    public static double Quantile(double probability, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        if (probability < 0.5)
        {
            return -Quantile(1 - probability, degrees);
        }

        double low = 0;
        double high = 1;
        while (Lower(high, degrees) < probability)
        {
            high *= 2;
        }

        while (high - low > 1e-13 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = Lower(middle, degrees) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The regularised incomplete beta function, by its continued fraction (Press and others, Numerical Recipes, 6.4; Lentz's method).</summary>
    private static double BetaShare(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        double front = Math.Exp((a * Math.Log(x)) + (b * LogSpace.Log1P(-x)) - GammaFunctions.LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1;
        double d = Safe(1 - ((a + b) * x / (a + 1)));
        double result = d = 1 / d;
        for (int m = 1; m < 10_000; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Safe(1 + (even * d));
            c = Safe(1 + (even / c));
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Safe(1 + (odd * d));
            c = Safe(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return result;
    }

    private static double Safe(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
