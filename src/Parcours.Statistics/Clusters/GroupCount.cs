using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Clusters;

/// <summary>
/// How many groups points fall into, two to five, or that they fall into none. The number whose groups are the most stable is chosen among those that stand out; of numbers about as
/// stable as the best, the largest, since groups that hold together in pairs are stable as pairs too. Stable alone is not enough: a long cloud is always cut in the same place. So each
/// number's silhouette is held against that of 19 clouds without groups, drawn from the normal law with the mean and covariance of the points, and must beat them all: a test at 5 %
/// (the null law of SigClust, Liu, Hayes, Nobel and Marron 2008).
/// </summary>
/// <param name="Tried">Each number tried, from two.</param>
/// <param name="Groups">The number chosen; null when no groups stand out.</param>
public sealed record GroupCount(IReadOnlyList<GroupCountTried> Tried, int? Groups)
{
    /// <summary>The fewest groups tried.</summary>
    public const int Fewest = 2;

    /// <summary>The most groups tried.</summary>
    public const int Most = 5;

    private const int Resampled = 1000; // of a sample large enough, any cut is stable: one that people can see is stable among a thousand
    private const int Compared = 500;
    private const int Clouds = 19;
    private const double AsStable = 0.02;

    /// <summary>Chooses it.</summary>
    /// <param name="points">The points, all of one length; a number of groups is tried when there are ten points for each.</param>
    /// <param name="seed">The seed of samples and clouds.</param>
    public static GroupCount Of(IReadOnlyList<double[]> points, ulong seed)
    {
        if (points.Count < 10 * Fewest)
        {
            return new GroupCount([], null);
        }

        double[][] resampled = Drawn(points, Resampled, seed);
        double[][] compared = [.. resampled.Take(Compared)];
        double[][][] clouds = [.. Enumerable.Range(0, Clouds).Select(cloud => Cloud(compared, new SeededRandom(seed, (ulong)cloud + 1)))];
        GroupCountTried[] tried =
        [
            .. from groups in Enumerable.Range(Fewest, Most - Fewest + 1) where groups * 10 <= points.Count
               select new GroupCountTried(groups, ClusterStability.Of(resampled, groups, seed), Apart(compared, groups, seed), clouds.Max(cloud => Apart(cloud, groups, seed)))
        ];
        GroupCountTried[] standing = [.. tried.Where(number => number.StandsOut)];
        double best = standing.Length == 0 ? 0 : standing.Max(number => number.Stability);
        return new GroupCount(tried, standing.LastOrDefault(number => number.Stability >= best - AsStable)?.Groups);
    }

    private static double Apart(double[][] points, int groups, ulong seed)
    {
        int[] found = KMeans.Fit(points, groups, seed).Groups;
        return found.Distinct().Count() < 2 ? 0 : Silhouette.Of(points, found).Average();
    }

    // Some of the points, without replacement: the first places of a shuffle (Fisher and Yates).
    private static double[][] Drawn(IReadOnlyList<double[]> points, int most, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[][] drawn = [.. points];
        int count = Math.Min(most, drawn.Length);
        for (int at = 0; at < count; at++)
        {
            int other = at + random.NextInt(drawn.Length - at);
            (drawn[at], drawn[other]) = (drawn[other], drawn[at]);
        }

        return drawn[..count];
    }

    // A sum of the centred points, each times its own normal draw, has the points' covariance, whether or not it can be inverted.
    private static double[][] Cloud(double[][] points, SeededRandom random)
    {
        int dimensions = points[0].Length;
        double[] mean = [.. Enumerable.Range(0, dimensions).Select(i => points.Average(point => point[i]))];
        double scale = 1 / Math.Sqrt(points.Length);
        double[][] cloud = new double[points.Length][];
        for (int at = 0; at < cloud.Length; at++)
        {
            double[] sum = [.. mean];
            foreach (double[] point in points)
            {
                double normal = random.NextNormal() * scale;
                for (int i = 0; i < dimensions; i++)
                {
                    sum[i] += normal * (point[i] - mean[i]);
                }
            }

            cloud[at] = sum;
        }

        return cloud;
    }
}
