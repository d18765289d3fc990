namespace Parcours.Statistics;

/// <summary>The slopes of a function, measured by small steps to both sides.</summary>
internal static class Slopes
{
    private const double Step = 1e-5;

    /// <summary>The slope in each direction at a point.</summary>
    /// <param name="function">The function; the second array is where it writes its own gradient.</param>
    /// <param name="point">The point.</param>
    internal static double[] Of(Func<double[], double[], double> function, double[] point)
    {
        var ignored = new double[point.Length];
        return
        [
            .. Enumerable.Range(0, point.Length).Select(i =>
            {
                double[] above = [.. point];
                double[] below = [.. point];
                above[i] += Step;
                below[i] -= Step;
                return (function(above, ignored) - function(below, ignored)) / (2 * Step);
            }),
        ];
    }
}
