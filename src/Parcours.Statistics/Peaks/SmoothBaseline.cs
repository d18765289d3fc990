using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Peaks;

/// <summary>
/// A smooth curve through the rates of a series: log-linear in 1, ln t, t and (ln t)², fitted by Poisson likelihood (iteratively reweighted least squares, McCullagh and Nelder 1989, §2.5).
/// It holds the constant, Weibull and Gompertz shapes and a slow hump; runs of a few periods it cannot follow. With few periods it keeps to the first two terms.
/// </summary>
internal sealed class SmoothBaseline
{
    private const int EnoughForFour = 16;
    private const int EnoughForThree = 10;
    private const int MostSteps = 60;
    private const double Ridge = 1e-6;

    private readonly double[][] _terms;
    private readonly double[] _exposure;

    /// <summary>A curve over periods.</summary>
    /// <param name="exposure">Time at risk by period.</param>
    public SmoothBaseline(double[] exposure)
    {
        _exposure = exposure;
        int size = exposure.Length >= EnoughForFour ? 4 : exposure.Length >= EnoughForThree ? 3 : 2;
        _terms = [.. Enumerable.Range(0, exposure.Length).Select(period => Terms(period, exposure.Length, size))];
    }

    public int Size => _terms[0].Length;

    public double[] Term(int period) => _terms[period];

    /// <summary>Fits the counts of the periods that are not left out, and foresees them all.</summary>
    /// <param name="counts">Events by period.</param>
    /// <param name="leftOut">The periods not to learn from.</param>
    /// <param name="expected">Filled with the events foreseen.</param>
    /// <param name="inverse">The covariance of the coefficients.</param>
    /// <returns>False when the fit does not settle.</returns>
    public bool Fit(ReadOnlySpan<double> counts, ReadOnlySpan<bool> leftOut, double[] expected, out double[,] inverse)
    {
        double[] weights = new double[Size];
        (double events, double time) = (0, 0);
        for (int i = 0; i < counts.Length; i++)
        {
            events += leftOut[i] ? 0 : counts[i];
            time += leftOut[i] ? 0 : _exposure[i];
        }

        inverse = new double[Size, Size];
        if (events <= 0 || time <= 0)
        {
            return false;
        }

        weights[0] = Math.Log(events / time);
        double before = double.NegativeInfinity;
        double[] step = new double[Size];
        for (int round = 0; round < MostSteps; round++)
        {
            double likelihood = Foresee(counts, leftOut, weights, expected);
            for (int halving = 0; halving < 20 && likelihood < before - 1e-9; halving++)
            {
                for (int k = 0; k < Size; k++)
                {
                    step[k] /= 2;
                    weights[k] -= step[k];
                }

                likelihood = Foresee(counts, leftOut, weights, expected);
            }

            (double[,] information, double[] gradient) = Slopes(counts, leftOut, weights, expected);
            if (SymmetricMatrix.Cholesky(information) is not { } lower)
            {
                return false;
            }

            if (Math.Abs(likelihood - before) < 1e-9 * (1 + Math.Abs(likelihood)))
            {
                return SymmetricMatrix.Inverse(information) is { } found && (inverse = found) is not null;
            }

            before = likelihood;
            SymmetricMatrix.SolveInPlace(lower, gradient);
            step = gradient;
            for (int k = 0; k < Size; k++)
            {
                weights[k] += step[k];
            }
        }

        return false;
    }

    private double Foresee(ReadOnlySpan<double> counts, ReadOnlySpan<bool> leftOut, double[] weights, double[] expected)
    {
        double likelihood = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double log = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                log += weights[k] * _terms[i][k];
            }

            log = Math.Clamp(log, -60, 60);
            expected[i] = _exposure[i] * Math.Exp(log);
            likelihood += leftOut[i] ? 0 : (counts[i] * log) - expected[i];
        }

        // A trace of a prior on the shape keeps a term that the counts cannot tell from running away.
        for (int k = 1; k < weights.Length; k++)
        {
            likelihood -= Ridge * weights[k] * weights[k] / 2;
        }

        return likelihood;
    }

    private (double[,] Information, double[] Gradient) Slopes(ReadOnlySpan<double> counts, ReadOnlySpan<bool> leftOut, double[] weights, double[] expected)
    {
        var information = new double[Size, Size];
        double[] gradient = new double[Size];
        for (int i = 0; i < counts.Length; i++)
        {
            if (leftOut[i])
            {
                continue;
            }

            for (int k = 0; k < Size; k++)
            {
                gradient[k] += (counts[i] - expected[i]) * _terms[i][k];
                for (int j = 0; j < Size; j++)
                {
                    information[k, j] += expected[i] * _terms[i][k] * _terms[i][j];
                }
            }
        }

        for (int k = 1; k < Size; k++)
        {
            gradient[k] -= Ridge * weights[k];
            information[k, k] += Ridge;
        }

        return (information, gradient);
    }

    // Centred, so that the terms are as little alike as they can be.
    private static double[] Terms(int period, int periods, int size)
    {
        double log = Math.Log(period + 0.5) - Math.Log(periods / 2.0);
        double time = ((period + 0.5) / periods) - 0.5;
        return size switch
        {
            2 => [1, log],
            3 => [1, log, time],
            _ => [1, log, time, log * log],
        };
    }
}
