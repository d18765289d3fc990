namespace Parcours.Statistics.Numerics;

/// <summary>The Gauss-Legendre rule of a given order on [0, 1]: exact for polynomials of degree 2n - 1.</summary>
internal sealed class GaussLegendre
{
    private GaussLegendre(int order)
    {
        Nodes = new double[order];
        Weights = new double[order];
        for (int i = 0; i < order; i++)
        {
            // Newton from Tricomi's first guess of the i-th root (Abramowitz and Stegun 22.16.6); the slope gives the weight (25.4.29).
            double x = Math.Cos(Math.PI * (i + 0.75) / (order + 0.5));
            double slope = 1;
            for (int step = 0; step < 10; step++)
            {
                (double value, slope) = Legendre(order, x);
                x -= value / slope;
            }

            (_, slope) = Legendre(order, x);
            Nodes[order - 1 - i] = (1 + x) / 2;
            Weights[order - 1 - i] = 1 / ((1 - (x * x)) * slope * slope);
        }
    }

    /// <summary>The rule of 5 points: for a short piece of a smooth curve.</summary>
    public static GaussLegendre Short { get; } = new(5);

    /// <summary>The rule of 20 points: twelve digits for a curve that falls by e^40 over the interval.</summary>
    public static GaussLegendre Long { get; } = new(20);

    /// <summary>Where to take the function, increasing, strictly between 0 and 1.</summary>
    public double[] Nodes { get; }

    /// <summary>The weight of each value; they sum to 1.</summary>
    public double[] Weights { get; }

    private static (double Value, double Slope) Legendre(int order, double x)
    {
        double before = 1;
        double value = x;
        for (int n = 2; n <= order; n++)
        {
            (before, value) = (value, ((((2 * n) - 1) * x * value) - ((n - 1) * before)) / n);
        }

        return (value, order * ((x * value) - before) / ((x * x) - 1));
    }
}
