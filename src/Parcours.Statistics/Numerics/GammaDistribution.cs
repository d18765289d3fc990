namespace Parcours.Statistics.Numerics;

/// <summary>The gamma distribution with rate 1: its tails and its quantiles, in logarithms where they may leave the range of a double.</summary>
internal static class GammaDistribution
{
    private const double Precision = 1e-16;

    /// <summary>P(G > x) for a shape above 0; 1 for x at or below 0.</summary>
    public static double Upper(double shape, double x) => x <= 0 ? 1 : Math.Exp(LogTails(shape, Math.Log(x)).Upper);

    /// <summary>P(G at most x) for a shape above 0; 0 for x at or below 0. With a whole shape k it is the chance that a Poisson count of mean x reaches k.</summary>
    public static double Lower(double shape, double x) => x <= 0 ? 0 : Math.Exp(LogTails(shape, Math.Log(x)).Lower);

    /// <summary>ln x such that P(G > x) is <paramref name="probability"/>, strictly between 0 and 1.</summary>
    public static double LogUpperQuantile(double shape, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);

        // Newton on the logarithm of the smaller tail, as a function of ln x, kept inside a bracket that bisection narrows when a step leaves it.
        bool upper = probability < 0.5;
        double target = upper ? Math.Log(probability) : LogSpace.Log1P(-probability);
        double at = Start(shape, probability);
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        for (int step = 0; step < 200; step++)
        {
            (double logLower, double logUpper) = LogTails(shape, at);
            double tail = upper ? logUpper : logLower;
            double miss = tail - target;
            if (miss > 0 == upper)
            {
                low = at;
            }
            else
            {
                high = at;
            }

            double slope = Math.Exp(LogPower(shape, at, Math.Exp(at)) - tail) * (upper ? -1 : 1);
            double next = at - (miss / slope);
            if (!(next > low && next < high))
            {
                next = double.IsInfinity(low) ? high - 10 : double.IsInfinity(high) ? low + 1 : (low + high) / 2;
            }

            if (Math.Abs(next - at) <= 1e-14 * (1 + Math.Abs(at)))
            {
                return next;
            }

            at = next;
        }

        return at;
    }

    /// <summary>Logarithms of P(G at most x) and P(G above x): the series below the mean, the continued fraction above it (DLMF 8.7.1, 8.9.2).</summary>
    private static (double Lower, double Upper) LogTails(double shape, double logX)
    {
        double x = Math.Exp(logX);
        double density = LogPower(shape, logX, x);
        if (x < shape + 1)
        {
            double term = 1;
            double sum = 1;
            for (double n = shape + 1; term > Precision * sum; n++)
            {
                term *= x / n;
                sum += term;
            }

            double lower = Math.Min(0, density - Math.Log(shape) + Math.Log(sum));
            return (lower, LogSpace.Subtract(0, lower));
        }

        if (double.IsPositiveInfinity(x))
        {
            return (0, double.NegativeInfinity);
        }

        // Lentz's way through the fraction x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...)).
        double b = x + 1 - shape;
        double c = 1e300;
        double d = 1 / b;
        double fraction = d;
        double factor = 2;
        for (int i = 1; Math.Abs(factor - 1) > Precision * 4 && i < 1_000_000; i++)
        {
            double a = -i * (i - shape);
            b += 2;
            d = 1 / Away((a * d) + b);
            c = Away(b + (a / c));
            factor = c * d;
            fraction *= factor;
        }

        double above = Math.Min(0, density + Math.Log(fraction));
        return (LogSpace.Subtract(0, above), above);
    }

    // ln of x^a e^-x / Γ(a); for a large shape around the mean, where its three parts are huge and nearly cancel.
    private static double LogPower(double shape, double logX, double x)
    {
        if (shape < 30 || !(x < 2 * shape && x > shape / 2))
        {
            return (shape * logX) - x - GammaFunctions.LogGamma(shape);
        }

        double away = (x - shape) / shape;
        double i = 1 / (shape * shape);
        double correction = ((1.0 / 12) - (i * ((1.0 / 360) - (i * ((1.0 / 1260) - (i / 1680)))))) / shape;
        return (shape * (LogSpace.Log1P(away) - away)) + (0.5 * Math.Log(shape / (2 * Math.PI))) - correction;
    }

    // A denominator that happens to be zero is moved off it, as Lentz's method asks.
    private static double Away(double denominator) => denominator == 0 ? 1e-300 : denominator;

    private static double Start(double shape, double probability)
    {
        if (shape < 1)
        {
            // x^a / Γ(a + 1) is the lower tail of a small x.
            return Math.Min(1, (LogSpace.Log1P(-probability) + GammaFunctions.LogGamma(shape + 1)) / shape);
        }

        // The cube root of a gamma is near normal (Wilson and Hilferty 1931).
        double root = 1 - (1 / (9 * shape)) - (Normal.Quantile(probability) / Math.Sqrt(9 * shape));
        return root > 0.1 ? Math.Log(shape) + (3 * Math.Log(root)) : (LogSpace.Log1P(-probability) + GammaFunctions.LogGamma(shape + 1)) / shape;
    }
}
