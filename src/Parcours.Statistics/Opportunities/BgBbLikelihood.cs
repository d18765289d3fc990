using System.Runtime.InteropServices;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Opportunities;

/// <summary>The BG/BB log-likelihood of a base and its gradient, over the different (x, t_x, n) each counted once with its weight.</summary>
internal sealed class BgBbLikelihood
{
    private readonly OpportunitySummary[] _cells;
    private readonly double[] _weights;
    private readonly int _opportunities;

    /// <summary>Gathers equal customers; those without an opportunity say nothing and are passed over.</summary>
    public BgBbLikelihood(IEnumerable<OpportunitySummary> customers)
    {
        var cells = new Dictionary<OpportunitySummary, int>();
        foreach (OpportunitySummary customer in customers)
        {
            customer.ThrowUnlessPossible();
            if (customer.Opportunities > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(cells, customer, out _)++;
                Customers++;
                Purchases += customer.Frequency;
            }
        }

        _cells = [.. cells.Keys.OrderBy(cell => cell.Opportunities).ThenBy(cell => cell.Recency).ThenBy(cell => cell.Frequency)];
        _weights = [.. _cells.Select(cell => (double)cells[cell])];
        _opportunities = _cells.Length == 0 ? 0 : _cells[^1].Opportunities;
    }

    /// <summary>How many customers were gathered.</summary>
    public long Customers { get; }

    /// <summary>How many purchases they made after their first.</summary>
    public long Purchases { get; }

    /// <summary>The log-likelihood at the logarithms of alpha, beta, gamma, delta, and its derivatives by them.</summary>
    public double Evaluate(ReadOnlySpan<double> logParameters, Span<double> gradient)
    {
        double alpha = Math.Exp(logParameters[0]);
        double beta = Math.Exp(logParameters[1]);
        double gamma = Math.Exp(logParameters[2]);
        double delta = Math.Exp(logParameters[3]);
        var tables = new BgBbTables(alpha, beta, gamma, delta, _opportunities);
        Span<double> slopes = stackalloc double[4];
        gradient.Clear();
        double value = 0;
        for (int i = 0; i < _cells.Length; i++)
        {
            value += _weights[i] * OfCell(_cells[i], tables, beta, alpha + beta, gamma, delta, slopes);
            for (int j = 0; j < slopes.Length; j++)
            {
                gradient[j] += _weights[i] * slopes[j];
            }
        }

        gradient[0] *= alpha;
        gradient[1] *= beta;
        gradient[2] *= gamma;
        gradient[3] *= delta;
        return value;
    }

    /// <summary>
    /// ln of the chance of one customer's history, and its derivatives by the parameters themselves: alive until the end, or gone at one of the
    /// opportunities after the last purchase. Each way of having gone follows from the one before by a ratio, so the sum needs no exponential.
    /// </summary>
    private static double OfCell(
        OpportunitySummary cell, BgBbTables tables, double beta, double alphaBeta, double gamma, double delta, Span<double> slopes)
    {
        (int x, int last, int n) = cell;
        double alive = tables.LogPurchases(x, n) + tables.LogSurvival(n);
        double high = alive;
        if (last < n)
        {
            double first = tables.LogPurchases(x, last) + tables.LogSurvival(last) + Math.Log(gamma / (gamma + delta + last));
            high = Math.Max(alive, first);
            slopes.Clear();
            double sum = 0;
            double weight = Math.Exp(first - high);
            for (int m = last; m < n && weight > 0; m++)
            {
                double chance = 1 / (gamma + delta + m);
                sum += weight;
                slopes[0] -= weight * tables.ByAlphaBeta[m];
                slopes[1] += weight * (tables.ByBeta[m - x] - tables.ByAlphaBeta[m]);
                slopes[2] += weight * ((1 / gamma) - chance - tables.ByGammaDelta[m]);
                slopes[3] += weight * (tables.ByDelta[m] - chance - tables.ByGammaDelta[m]);
                weight *= (beta + m - x) / (alphaBeta + m) * ((delta + m) / (gamma + delta + m + 1));
            }

            double stays = Math.Exp(alive - high);
            double total = sum + stays;
            double share = stays / total;
            slopes[0] = tables.ByAlpha[x] + (slopes[0] / total) - (share * tables.ByAlphaBeta[n]);
            slopes[1] = (slopes[1] / total) + (share * (tables.ByBeta[n - x] - tables.ByAlphaBeta[n]));
            slopes[2] = (slopes[2] / total) - (share * tables.ByGammaDelta[n]);
            slopes[3] = (slopes[3] / total) + (share * (tables.ByDelta[n] - tables.ByGammaDelta[n]));
            return high + Math.Log(total);
        }

        slopes[0] = tables.ByAlpha[x] - tables.ByAlphaBeta[n];
        slopes[1] = tables.ByBeta[n - x] - tables.ByAlphaBeta[n];
        slopes[2] = -tables.ByGammaDelta[n];
        slopes[3] = tables.ByDelta[n] - tables.ByGammaDelta[n];
        return alive;
    }

    /// <summary>ln of the chance that a customer is alive at the last opportunity and has this history, and ln of the chance of the history.</summary>
    public static (double Alive, double Both) Logs(OpportunitySummary cell, BgBbTables tables, double gamma, double delta)
    {
        (int x, int last, int n) = cell;
        double alive = tables.LogPurchases(x, n) + tables.LogSurvival(n);
        double both = alive;
        for (int m = last; m < n; m++)
        {
            both = LogSpace.Add(both, tables.LogPurchases(x, m) + tables.LogSurvival(m) + Math.Log(gamma / (gamma + delta + m)));
        }

        return (alive, both);
    }
}
