using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Clusters;

/// <summary>
/// Whether the same groups come out of other points of the same kind (Ben-Hur, Elisseeff and Guyon 2002). As Fang and Wang (2012) do: two samples are drawn with replacement, each
/// is grouped by <see cref="KMeans"/>, all points go to the nearest centre of either, and the two groupings are compared, here by <see cref="AdjustedRand"/>; the mean over many pairs of
/// samples. 1 when every sample gives the same groups.
/// </summary>
public static class ClusterStability
{
    private const int Starts = 3;

    /// <summary>The mean agreement of pairs of samples.</summary>
    /// <param name="points">The points, all of one length.</param>
    /// <param name="groups">How many groups, from 2 to the number of points.</param>
    /// <param name="seed">The seed of the samples.</param>
    /// <param name="pairs">How many pairs of samples, from 1.</param>
    public static double Of(IReadOnlyList<double[]> points, int groups, ulong seed, int pairs = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pairs);
        double sum = 0;
        for (int pair = 0; pair < pairs; pair++)
        {
            sum += AdjustedRand.Of(OfSample(points, groups, seed, 2 * pair), OfSample(points, groups, seed, (2 * pair) + 1));
        }

        return sum / pairs;
    }

    private static int[] OfSample(IReadOnlyList<double[]> points, int groups, ulong seed, int sample)
    {
        var random = new SeededRandom(seed, (ulong)sample);
        double[][] drawn = [.. points.Select(_ => points[random.NextInt(points.Count)])];
        return KMeans.Fit(drawn, groups, random.NextBits(), Starts).Assign(points);
    }
}
