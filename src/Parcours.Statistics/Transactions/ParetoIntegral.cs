using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Integrals of f(τ) = (α + τ)^-p (β + τ)^-q over [from, to], divided by f(from) so that nothing under- or overflows: the part of the Pareto/NBD likelihood
/// that papers write with 2F1 (Fader and Hardie 2005, "A note on deriving the Pareto/NBD model"). The integral itself has no special case: s = 1, α = β and
/// x = 5,000 are points like others.
/// </summary>
/// <param name="Mass">∫ f.</param>
/// <param name="LogA">∫ f ln(α + τ).</param>
/// <param name="OverA">∫ f / (α + τ).</param>
/// <param name="LogB">∫ f ln(β + τ).</param>
/// <param name="OverB">∫ f / (β + τ).</param>
internal readonly record struct ParetoIntegral(double Mass, double LogA, double OverA, double LogB, double OverB)
{
    // e^-44 is below the rounding of what came before.
    private const double Negligible = 44;
    private const double PanelLength = 1;

    /// <summary>The five integrals, to about thirteen digits.</summary>
    public static ParetoIntegral Over(double p, double alpha, double q, double beta, double from, double to)
    {
        if (!(to > from))
        {
            return default;
        }

        double a = alpha + from;
        double b = beta + from;
        double c = Math.Min(a, b);
        double end = LogSpace.Log1P((to - from) / c);
        if (end < 0.1 && (p + q) * end < 2)
        {
            return Short(p, a, q, b, to - from);
        }

        // With τ = from + c (e^y - 1) the integrand's logarithm is concave in y and its nearest singularity stays π away.
        end = Shortened(p, a, q, b, c, end);
        int panels = (int)Math.Ceiling(end / PanelLength);
        ParetoIntegral sum = default;
        double logA = Math.Log(a);
        double logB = Math.Log(b);
        double[] nodes = GaussLegendre.Long.Nodes;
        double[] weights = GaussLegendre.Long.Weights;
        for (int panel = 0; panel < panels; panel++)
        {
            for (int i = 0; i < nodes.Length; i++)
            {
                double y = (panel + nodes[i]) * end / panels;
                double delta = c * LogSpace.ExpM1(y);
                double riseA = LogSpace.Log1P(delta / a);
                double riseB = LogSpace.Log1P(delta / b);
                double value = weights[i] * Math.Exp(y - (p * riseA) - (q * riseB));
                sum = sum.Plus(value, logA + riseA, a + delta, logB + riseB, b + delta);
            }
        }

        return sum.Times(c * end / panels);
    }

    /// <summary>This times a factor, plus another.</summary>
    public ParetoIntegral Times(double factor, ParetoIntegral plus = default) => new(
        (Mass * factor) + plus.Mass,
        (LogA * factor) + plus.LogA,
        (OverA * factor) + plus.OverA,
        (LogB * factor) + plus.LogB,
        (OverB * factor) + plus.OverB);

    // A piece so short that the integrand hardly bends: five points suffice.
    private static ParetoIntegral Short(double p, double a, double q, double b, double length)
    {
        ParetoIntegral sum = default;
        double logA = Math.Log(a);
        double logB = Math.Log(b);
        double[] nodes = GaussLegendre.Short.Nodes;
        double[] weights = GaussLegendre.Short.Weights;
        for (int i = 0; i < nodes.Length; i++)
        {
            double delta = length * nodes[i];
            double nextA = Math.Log(a + delta);
            double nextB = Math.Log(b + delta);
            double value = weights[i] * Math.Exp((p * (logA - nextA)) + (q * (logB - nextB)));
            sum = sum.Plus(value, nextA, a + delta, nextB, b + delta);
        }

        return sum.Times(length);
    }

    // Where the integrand has fallen below e^-44 of its beginning: Newton on a concave curve, from the far side, never steps past the root.
    private static double Shortened(double p, double a, double q, double b, double c, double end)
    {
        double y = end;
        for (int step = 0; step < 60; step++)
        {
            double delta = c * LogSpace.ExpM1(y);
            double height = y - (p * LogSpace.Log1P(delta / a)) - (q * LogSpace.Log1P(delta / b));
            if (height >= -Negligible - 4)
            {
                break;
            }

            double slope = 1 - ((delta + c) * ((p / (a + delta)) + (q / (b + delta))));
            y -= (height + Negligible) / slope;
        }

        return y;
    }

    private ParetoIntegral Plus(double value, double logA, double a, double logB, double b) => new(
        Mass + value,
        LogA + (value * logA),
        OverA + (value / a),
        LogB + (value * logB),
        OverB + (value / b));
}
