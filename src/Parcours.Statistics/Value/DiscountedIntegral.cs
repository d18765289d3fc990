using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Value;

/// <summary>
/// Discounted sums of what comes over time. With w = 1 - exp(-rate t) the discounting becomes the measure itself, so one rule of fixed points serves finite
/// and infinite horizons alike.
/// </summary>
internal static class DiscountedIntegral
{
    /// <summary>
    /// Integral of exp(-rate t) dE(t) over [0, horizon], from the cumulative E with E(0) = 0: by parts, exp(-rate h) E(h) plus the integral of E over w.
    /// </summary>
    public static double OfCumulative(Func<double, double> cumulative, double rate, double horizon)
    {
        if (rate == 0)
        {
            return cumulative(horizon);
        }

        double left = Math.Exp(-rate * horizon);
        return OverW(cumulative, rate, horizon) + (left == 0 ? 0 : left * cumulative(horizon));
    }

    private static double OverW(Func<double, double> f, double rate, double horizon)
    {
        double left = Math.Exp(-rate * horizon);
        double length = -LogSpace.ExpM1(-rate * horizon);
        double sum = 0;
        for (int i = 0; i < TanhSinh.Nodes.Length; i++)
        {
            // 1 - w, from whichever end loses no digits.
            double rest = left + (length * TanhSinh.Complements[i]);
            double time = -(rest > 0.5 ? LogSpace.Log1P(-length * TanhSinh.Nodes[i]) : Math.Log(rest)) / rate;
            sum += TanhSinh.Weights[i] * f(Math.Min(time, horizon));
        }

        return length * sum;
    }
}
