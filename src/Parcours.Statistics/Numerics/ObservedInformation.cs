namespace Parcours.Statistics.Numerics;

/// <summary>How sure a maximum likelihood estimate is, from the curvature at the optimum.</summary>
internal static class ObservedInformation
{
    private const double Step = 1e-4;

    /// <summary>
    /// The covariance of parameters that were searched by their logarithms: the inverse of the curvature of the log-likelihood (central differences of its
    /// gradient), carried over to the parameters themselves. Null when the curvature is not that of a peak.
    /// </summary>
    /// <param name="meanNegative">Minus the mean log-likelihood of a customer, as a function of the logarithms, with its gradient.</param>
    /// <param name="logParameters">The optimum.</param>
    /// <param name="parameters">The same in the unit the covariance is wanted in.</param>
    /// <param name="customers">How many customers the mean is over.</param>
    public static double[,]? Covariance(Objective meanNegative, double[] logParameters, double[] parameters, long customers)
    {
        int size = logParameters.Length;
        var curvature = new double[size, size];
        double[] point = [.. logParameters];
        var above = new double[size];
        var below = new double[size];
        for (int i = 0; i < size; i++)
        {
            point[i] = logParameters[i] + Step;
            meanNegative(point, above);
            point[i] = logParameters[i] - Step;
            meanNegative(point, below);
            point[i] = logParameters[i];
            for (int j = 0; j < size; j++)
            {
                double half = customers * (above[j] - below[j]) / (4 * Step);
                curvature[i, j] += half;
                curvature[j, i] += half;
            }
        }

        if (SymmetricMatrix.Inverse(curvature) is not { } covariance)
        {
            return null;
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                covariance[i, j] *= parameters[i] * parameters[j];
            }
        }

        return covariance;
    }

    /// <summary>
    /// Whether one of the parameters is so unsure, its standard error above its own value, that it means nothing by itself: it may as well be three times
    /// larger or smaller.
    /// </summary>
    public static bool IsFlat(double[,] covariance, ReadOnlySpan<double> parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (Math.Sqrt(covariance[i, i]) > parameters[i])
            {
                return true;
            }
        }

        return false;
    }
}
