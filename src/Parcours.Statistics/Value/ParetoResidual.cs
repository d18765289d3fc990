using Parcours.Statistics.Numerics;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>Discounted purchases to come under Pareto/NBD, for a customer who is alive.</summary>
internal static class ParetoResidual
{
    /// <summary>
    /// (r + x) / (alpha + T) times the discounted time still to live. Over an infinite horizon that time is (beta + T)^s rate^(s-1) U(s, s, rate (beta + T)),
    /// Tricomi's function, which Kummer's transformation and DLMF 13.4.4 turn into the integral of exp(-rate t) (1 + t / (beta + T))^-s. That is taken here by
    /// a rule of fixed points, which knows no special case at s = 1 or any other whole number.
    /// </summary>
    /// <param name="model">Its four parameters.</param>
    /// <param name="frequency">x.</param>
    /// <param name="age">T.</param>
    /// <param name="rate">The discount rate; 0 or more.</param>
    /// <param name="horizon">0 or more; infinite only with a rate above 0.</param>
    public static double WhenAlive(ParetoNbd model, int frequency, double age, double rate, double horizon)
    {
        double s = model.S;
        double scale = model.Beta + age;
        double lived = DiscountedIntegral.OfCumulative(Lived, rate, horizon);
        return (model.R + frequency) / (model.Alpha + age) * lived;

        // Expected time alive within t: scale (1 - (1 + t / scale)^(1 - s)) / (s - 1), and scale ln(1 + t / scale) at s = 1.
        double Lived(double time)
        {
            double log = LogSpace.Log1P(time / scale);
            return scale * log * LogSpace.ExpM1Over((1 - s) * log);
        }
    }
}
