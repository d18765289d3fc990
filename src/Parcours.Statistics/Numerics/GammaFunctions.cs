namespace Parcours.Statistics.Numerics;

/// <summary>
/// The gamma function's family, for positive arguments, in logarithms.
/// Stirling's series above ten, reached by the recurrence from below (Abramowitz and Stegun 6.1.15, 6.1.41, 6.3.18, 6.4.12).
/// </summary>
internal static class GammaFunctions
{
    private const double Far = 10;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x) for x above 0; absolute error near 1e-14, relative error near 1e-15 for large x. Plus infinity at 0.</summary>
    public static double LogGamma(double x)
    {
        if (x <= 0)
        {
            return x == 0 ? double.PositiveInfinity : double.NaN;
        }

        double product = 1;
        while (x < Far)
        {
            product *= x;
            x++;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + Correction(x) - Math.Log(product);
    }

    /// <summary>ln Γ(x + shift) - ln Γ(x) for x above 0 and shift at or above 0: exact where the two are huge and near, or where the shift is tiny.</summary>
    public static double LogRising(double x, double shift)
    {
        if (shift == 0)
        {
            return 0;
        }

        if (shift == 1)
        {
            return Math.Log(x);
        }

        double below = 0;
        double product = 1;
        while (x < Far)
        {
            // Each factor is (x + shift) / x; a tiny shift would be lost in the product, so its logarithm is taken first.
            if (shift < 0.1 * x)
            {
                below += LogSpace.Log1P(shift / x);
            }
            else
            {
                product *= 1 + (shift / x);
                if (product > 1e250)
                {
                    below += Math.Log(product);
                    product = 1;
                }
            }

            x++;
        }

        if (product != 1)
        {
            below += Math.Log(product);
        }

        double end = x + shift;
        return ((end - 0.5) * LogSpace.Log1P(shift / x)) + (shift * (Math.Log(x) - 1)) + Correction(end) - Correction(x) - below;
    }

    /// <summary>ln B(a, b) for a and b above 0.</summary>
    public static double LogBeta(double a, double b)
    {
        double small = Math.Min(a, b);
        return LogGamma(small) - LogRising(Math.Max(a, b), small);
    }

    /// <summary>ln of B(a, b + shift) / B(a, b), the chance that a Beta(a, b) event spares <paramref name="shift"/> trials; at most 0.</summary>
    public static double LogBetaRatio(double a, double b, double shift) =>
        shift < a ? LogRising(b, shift) - LogRising(a + b, shift) : LogRising(b, a) - LogRising(b + shift, a);

    /// <summary>ψ(x), the derivative of ln Γ, for x above 0.</summary>
    public static double Digamma(double x)
    {
        double below = 0;
        while (x < Far)
        {
            below += 1 / x;
            x++;
        }

        double i = 1 / (x * x);
        double series = i * ((1.0 / 12) - (i * ((1.0 / 120) - (i * ((1.0 / 252) - (i * ((1.0 / 240) - (i * ((1.0 / 132) - (i * ((691.0 / 32760) - (i * ((i / 12))))))))))))));
        return Math.Log(x) - (0.5 / x) - series - below;
    }

    /// <summary>ψ'(x), the second derivative of ln Γ, for x above 0.</summary>
    public static double Trigamma(double x)
    {
        double below = 0;
        while (x < Far)
        {
            below += 1 / (x * x);
            x++;
        }

        double i = 1 / (x * x);
        double series = (1.0 / 6) - (i * ((1.0 / 30) - (i * ((1.0 / 42) - (i * ((1.0 / 30) - (i * ((5.0 / 66) - (i * ((691.0 / 2730) - (i * ((i * 7 / 6)))))))))))));
        return ((1 + (0.5 / x) + (series * i)) / x) + below;
    }

    // ln Γ(x) - ((x - 1/2) ln x - x + ln(2π)/2) for x at or above ten.
    private static double Correction(double x)
    {
        double i = 1 / (x * x);
        return ((1.0 / 12) - (i * ((1.0 / 360) - (i * ((1.0 / 1260) - (i * ((1.0 / 1680) - (i * ((1.0 / 1188) - (i * ((691.0 / 360360) - (i * ((i / 156)))))))))))))) / x;
    }
}
