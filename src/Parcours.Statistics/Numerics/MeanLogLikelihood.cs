namespace Parcours.Statistics.Numerics;

/// <summary>What a search for maximum likelihood minimises: minus the mean log-likelihood of a row, so that steps and tolerances do not depend on how many rows there are.</summary>
internal static class MeanLogLikelihood
{
    /// <summary>The objective of a log-likelihood.</summary>
    /// <param name="logLikelihood">The sum over all rows, and its gradient.</param>
    /// <param name="rows">How many rows, above 0.</param>
    public static Objective ToMinimise(Objective logLikelihood, long rows) => (point, gradient) =>
    {
        double value = logLikelihood(point, gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= -rows;
        }

        return value / -rows;
    };
}
