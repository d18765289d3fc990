namespace Parcours.Engine.Samples.Draws;

/// <summary>The distributions that the shop's lives are drawn from.</summary>
internal static class Distributions
{
    /// <summary>Exponential, by its mean.</summary>
    public static double Exponential(ref this Draw draw, double mean) => -Math.Log(draw.Unit()) * mean;

    /// <summary>Standard normal (Box and Muller, one of the pair).</summary>
    public static double Normal(ref this Draw draw) =>
        Math.Sqrt(-2 * Math.Log(draw.Unit())) * Math.Cos(2 * Math.PI * draw.Unit());

    /// <summary>Gamma of mean shape / rate (Marsaglia and Tsang, 2000).</summary>
    /// <param name="shape">More than 0.</param>
    /// <param name="rate">More than 0.</param>
    public static double Gamma(ref this Draw draw, double shape, double rate)
    {
        if (shape < 1)
        {
            // Gamma(a) = Gamma(a + 1) * U^(1/a).
            double power = Math.Pow(draw.Unit(), 1 / shape);
            return draw.Gamma(shape + 1, rate) * power;
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = draw.Normal();
            double v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(draw.Unit()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v / rate;
            }
        }
    }

    /// <summary>Beta, in (0, 1), of mean a / (a + b).</summary>
    public static double Beta(ref this Draw draw, double a, double b)
    {
        double x = draw.Gamma(a, 1);
        return x / (x + draw.Gamma(b, 1));
    }

    /// <summary>Poisson: by multiplication for small means, by halving for large ones (exact: a sum of two Poissons is one).</summary>
    public static int Poisson(ref this Draw draw, double mean)
    {
        if (mean > 30)
        {
            return draw.Poisson(mean / 2) + draw.Poisson(mean / 2);
        }

        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = draw.Unit(); product > limit; product *= draw.Unit())
        {
            count++;
        }

        return count;
    }

    /// <summary>Negative binomial: a Poisson whose rate is gamma; mean shape / rate.</summary>
    public static int NegativeBinomial(ref this Draw draw, double shape, double rate) => draw.Poisson(draw.Gamma(shape, rate));
}
