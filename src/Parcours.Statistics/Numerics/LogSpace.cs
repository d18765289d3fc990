namespace Parcours.Statistics.Numerics;

/// <summary>Sums and differences of numbers held as their natural logarithms, so that 1e-700 is as exact as 1. The logarithm of zero is minus infinity.</summary>
internal static class LogSpace
{
    /// <summary>ln(1 + x) for x above -1, exact to a few units in the last place however small x is.</summary>
    public static double Log1P(double x)
    {
        // Kahan: the rounding of 1 + x is undone by dividing with what was really added.
        double sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(sum) ? (sum == 1 ? x : sum) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x - 1, exact to a few units in the last place however small x is.</summary>
    public static double ExpM1(double x)
    {
        if (Math.Abs(x) > 0.7)
        {
            return Math.Exp(x) - 1;
        }

        double power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>(e^x - 1) / x, which is 1 at x = 0: the factor that replaces (1 - v^(s-1)) / (s - 1) where s may be 1.</summary>
    public static double ExpM1Over(double x) => x == 0 ? 1 : ExpM1(x) / x;

    /// <summary>ln(e^a + e^b).</summary>
    public static double Add(double a, double b)
    {
        double high = Math.Max(a, b);
        return double.IsInfinity(high) ? high : high + Log1P(Math.Exp(Math.Min(a, b) - high));
    }

    /// <summary>ln(e^a - e^b) for a at or above b; minus infinity when they are equal.</summary>
    public static double Subtract(double a, double b)
    {
        if (!(a > b))
        {
            return double.NegativeInfinity;
        }

        double gap = b - a;
        return a + (gap > -0.7 ? Math.Log(-ExpM1(gap)) : Log1P(-Math.Exp(gap)));
    }

    /// <summary>ln of the sum of e^v over <paramref name="values"/>; minus infinity when there is none.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            high = Math.Max(high, value);
        }

        if (double.IsInfinity(high))
        {
            return high;
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Exp(value - high);
        }

        return high + Math.Log(sum);
    }

    /// <summary>1 / (1 + e^x) without overflow: the probability whose log odds are -x.</summary>
    public static double OneOver1PExp(double x)
    {
        if (x <= 0)
        {
            return 1 / (1 + Math.Exp(x));
        }

        double inverse = Math.Exp(-x);
        return inverse / (1 + inverse);
    }
}
