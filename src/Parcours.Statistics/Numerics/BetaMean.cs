namespace Parcours.Statistics.Numerics;

/// <summary>The mean of a smooth function of a Beta(a, b) variable, by the trapezoidal rule over its log odds, which converges geometrically.</summary>
internal static class BetaMean
{
    private const double SmallShape = 0.3;
    private const int MostSteps = 20_000;

    /// <summary>E f(p), to about twelve digits for a function without change of sign that is monotone and convex or concave.</summary>
    public static double Of(double a, double b, Func<double, double> f)
    {
        // A tiny shape heaps the mass on an end: what the straight line between the ends explains is taken exactly, and the rest vanishes at both.
        bool chord = Math.Min(a, b) < SmallShape;
        double atZero = chord ? f(0) : 0;
        double atOne = chord ? f(1) : 0;
        double power = chord ? 1 : 0;
        double logBeta = GammaFunctions.LogBeta(a, b);
        double centre = Math.Log((a + power) / (b + power));
        double step = Math.Min(0.25, 0.55 * Math.Sqrt((1 / (a + power)) + (1 / (b + power))));
        double sum = Term(0);
        for (int side = -1; side <= 1; side += 2)
        {
            int small = 0;
            for (int i = 1; i < MostSteps && small < 4; i++)
            {
                double term = Term(side * i);
                sum += term;
                small = Math.Abs(term) <= 1e-18 * Math.Abs(sum) ? small + 1 : 0;
            }
        }

        return (step * sum) + (((b * atZero) + (a * atOne)) / (a + b));

        double Term(int i)
        {
            double odds = centre + (i * step);
            double p = LogSpace.OneOver1PExp(-odds);
            double q = LogSpace.OneOver1PExp(odds);
            double logP = odds < 0 ? odds - LogSpace.Log1P(Math.Exp(odds)) : -LogSpace.Log1P(Math.Exp(-odds));
            double density = Math.Exp((a * logP) + (b * (logP - odds)) - logBeta);
            return density == 0 ? 0 : density * (f(p) - (q * atZero) - (p * atOne));
        }
    }
}
