using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>What is still to come of a customer who is alive, whose pace is Gamma(r, alpha) and whose stopping rate is Gamma(s, beta): the Pareto/NBD model's future.</summary>
internal readonly record struct ParetoFuture(double R, double Alpha, double S, double Beta)
{
    // Beyond this many times the larger of alpha and beta the curves are pure powers.
    private const double Endless = 1e12;

    /// <summary>The probability of being alive after <paramref name="time"/>.</summary>
    public double Alive(double time) => Math.Exp(-S * LogSpace.Log1P(time / Beta));

    /// <summary>The expected number of purchases within <paramref name="time"/>: r beta / (alpha (s - 1)) (1 - (beta / (beta + t))^(s - 1)), without its 0/0 at s = 1.</summary>
    public double Expected(double time)
    {
        double log = LogSpace.Log1P(time / Beta);
        return R * (Beta / Alpha) * log * LogSpace.ExpM1Over((1 - S) * log);
    }

    /// <summary>The probability that the next purchase comes within <paramref name="time"/>.</summary>
    public double Within(double time) => R / Alpha * ParetoIntegral.Over(R + 1, Alpha, S, Beta, 0, Math.Min(time, Reach)).Mass;

    /// <summary>The probability that there is a next purchase.</summary>
    public double Ever()
    {
        double reach = Reach;
        double tail = (R / (R + S)) * Math.Exp((-R * LogSpace.Log1P(reach / Alpha)) - (S * LogSpace.Log1P(reach / Beta)));
        return Within(reach) + tail;
    }

    /// <summary>The probabilities of 0, 1, 2... purchases within <paramref name="time"/>; the last entries may be 0.</summary>
    public double[] Distribution(double time)
    {
        double odds = time / Alpha;
        var sum = new double[NegativeBinomial.Span(R, odds, 1e-25, NegativeBinomial.MostCounts)];
        var counts = new double[sum.Length];
        NegativeBinomial.Fill(R, odds, sum);
        double alive = Alive(time);
        for (int n = 0; n < sum.Length; n++)
        {
            sum[n] *= alive;
        }

        // Those who stop at τ have bought like customers who never stop, until τ.
        double smaller = Math.Min(Alpha, Beta);
        double end = LogSpace.Log1P(time / smaller);
        double[] nodes = GaussLegendre.Long.Nodes;
        double[] weights = GaussLegendre.Long.Weights;
        for (double from = 0, length = 0; from < end; from += length)
        {
            length = Math.Min(PanelLength(smaller, smaller * LogSpace.ExpM1(from)), end - from);
            for (int i = 0; i < nodes.Length; i++)
            {
                double y = from + (length * nodes[i]);
                double at = smaller * LogSpace.ExpM1(y);
                double weight = weights[i] * length * smaller * (S / Beta) * Math.Exp(y - ((S + 1) * LogSpace.Log1P(at / Beta)));
                NegativeBinomial.Fill(R, at / Alpha, counts);
                for (int n = 0; n < counts.Length; n++)
                {
                    sum[n] += weight * counts[n];
                }
            }
        }

        return sum;
    }

    // Four standard deviations of the curve, over y = ln(1 + τ / smaller), of the count that is likely when one stops at τ.
    private double PanelLength(double smaller, double at)
    {
        double first = Alpha / R;
        double deviation = Math.Max(at, first) / (smaller + at) * Math.Sqrt(Math.Min(1, first / at) + (1 / R));
        return Math.Min(1, 4 * deviation);
    }

    private double Reach => Endless * Math.Max(Alpha, Beta);
}
