using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Learners;

/// <summary>
/// Climbs a concave log-likelihood less a quadratic penalty by Newton's method, a step halved while it does not help. It has arrived when another step would add less
/// than 1e-10 of the log-likelihood.
/// </summary>
internal static class NewtonAscent
{
    private const int MostSteps = 50;
    private const int MostHalvings = 20;
    private const double Tolerance = 1e-10;

    // Near the top the gain falls as its own square; when coefficients run away for ever, by e a step.
    private const double RunawayRatio = 0.1;

    /// <summary>Climbs from <paramref name="start"/>.</summary>
    /// <param name="likelihood">The log-likelihood at a point, without the penalty.</param>
    /// <param name="start">One value a coefficient.</param>
    /// <param name="penalties">λ for each: (λ / 2) β² is taken off.</param>
    public static Learned<Summit> Climb(Func<double[], LikelihoodPoint> likelihood, double[] start, double[] penalties)
    {
        double[] at = start;
        LikelihoodPoint point = likelihood(at);
        double lastGain = double.PositiveInfinity;
        for (int steps = 1; steps <= MostSteps; steps++)
        {
            double[] slope = [.. point.Gradient.Select((gradient, j) => gradient - (penalties[j] * at[j]))];
            if (SymmetricMatrix.Cholesky(Penalised(point, penalties)) is not { } root)
            {
                return Learned<Summit>.Refused(steps == 1 ? LearningRefusal.Collinear : LearningRefusal.Separated);
            }

            double[] step = [.. slope];
            SymmetricMatrix.SolveInPlace(root, step);
            double gain = slope.Zip(step, (a, b) => a * b).Sum() / 2;
            double[] next = Add(at, step);
            LikelihoodPoint nextPoint = likelihood(next);
            if (gain <= Tolerance * (1 + Math.Abs(point.LogLikelihood)))
            {
                // What is penalised cannot run away, and an intercept alone does not.
                return gain > RunawayRatio * lastGain && penalties[^1] == 0
                    ? Learned<Summit>.Refused(LearningRefusal.Separated)
                    : Arrive(next, nextPoint, penalties, steps);
            }

            for (int halving = 0; halving < MostHalvings && !(Height(next, nextPoint, penalties) >= Height(at, point, penalties)); halving++)
            {
                step = [.. step.Select(part => part / 2)];
                next = Add(at, step);
                nextPoint = likelihood(next);
            }

            (at, point, lastGain) = (next, nextPoint, gain);
        }

        return Learned<Summit>.Refused(LearningRefusal.NotConverged);
    }

    private static Learned<Summit> Arrive(double[] at, LikelihoodPoint point, double[] penalties, int steps)
    {
        if (SymmetricMatrix.Inverse(Penalised(point, penalties)) is not { } inverse)
        {
            return Learned<Summit>.Refused(LearningRefusal.Collinear);
        }

        return Learned<Summit>.Of(new(at, Product(Product(inverse, point.Information), inverse), point.LogLikelihood, steps));
    }

    private static double Height(double[] at, LikelihoodPoint point, double[] penalties) =>
        point.LogLikelihood - at.Zip(penalties, (value, penalty) => penalty * value * value / 2).Sum();

    private static double[,] Penalised(LikelihoodPoint point, double[] penalties)
    {
        var matrix = (double[,])point.Information.Clone();
        for (int j = 0; j < penalties.Length; j++)
        {
            matrix[j, j] += penalties[j];
        }

        return matrix;
    }

    private static double[] Add(double[] at, double[] step) => [.. at.Zip(step, (a, b) => a + b)];

    private static double[,] Product(double[,] left, double[,] right)
    {
        int size = left.GetLength(0);
        var product = new double[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                for (int k = 0; k < size; k++)
                {
                    product[row, column] += left[row, k] * right[k, column];
                }
            }
        }

        return product;
    }
}

/// <summary>A log-likelihood at a point, with its gradient and information matrix (minus the second derivatives).</summary>
internal sealed record LikelihoodPoint(double LogLikelihood, double[] Gradient, double[,] Information);

/// <summary>Where a climb arrived: the coefficients, their covariance, the log-likelihood without penalty, and the steps taken.</summary>
internal sealed record Summit(double[] Coefficients, double[,] Covariance, double LogLikelihood, int Steps);
