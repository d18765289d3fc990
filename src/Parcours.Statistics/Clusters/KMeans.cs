using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Clusters;

/// <summary>
/// k-means: groups of points about their means, with the least sum of squared distances that several starts find. Each start is drawn far apart (k-means++, Arthur and
/// Vassilvitskii 2007) and improved until no point changes its group (Lloyd 1982). The same seed gives the same groups.
/// </summary>
public static class KMeans
{
    private const int MostRounds = 100;

    /// <summary>Puts points into groups; Euclidean distance, so put every dimension on one scale first.</summary>
    /// <param name="points">The points, all of one length.</param>
    /// <param name="groups">How many groups, from 1 to the number of points.</param>
    /// <param name="seed">The seed of the starts.</param>
    /// <param name="starts">How many starts, from 1; the best is kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer points than groups, or no start.</exception>
    public static Clustering Fit(IReadOnlyList<double[]> points, int groups, ulong seed, int starts = 8)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, points.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(starts);
        Clustering? best = null;
        for (int start = 0; start < starts; start++)
        {
            Clustering found = Improve(points, Start(points, groups, new SeededRandom(seed, (ulong)start)));
            best = best is null || found.Within < best.Within ? found : best;
        }

        return best!;
    }

    // Each further centre is a point drawn with a chance in proportion to its squared distance from the centres there are.
    private static double[][] Start(IReadOnlyList<double[]> points, int groups, SeededRandom random)
    {
        double[][] centres = new double[groups][];
        centres[0] = [.. points[random.NextInt(points.Count)]];
        double[] squared = [.. points.Select(point => Distances.Squared(point, centres[0]))];
        for (int group = 1; group < groups; group++)
        {
            double drawn = random.NextDouble() * squared.Sum();
            int at = 0;
            while (at < points.Count - 1 && (drawn -= squared[at]) > 0)
            {
                at++;
            }

            centres[group] = [.. points[at]];
            for (int point = 0; point < squared.Length; point++)
            {
                squared[point] = Math.Min(squared[point], Distances.Squared(points[point], centres[group]));
            }
        }

        return centres;
    }

    private static Clustering Improve(IReadOnlyList<double[]> points, double[][] centres)
    {
        int[] groups = new int[points.Count];
        Array.Fill(groups, -1);
        double within = 0;
        for (int round = 0; round < MostRounds; round++)
        {
            var now = new Clustering(centres, groups, within);
            bool moved = false;
            double sum = 0;
            double furthest = -1;
            int outlier = 0;
            for (int at = 0; at < groups.Length; at++)
            {
                int group = now.Nearest(points[at], out double squared);
                moved |= group != groups[at];
                groups[at] = group;
                sum += squared;
                if (squared > furthest)
                {
                    (furthest, outlier) = (squared, at);
                }
            }

            within = sum;
            if (!moved)
            {
                break;
            }

            centres = Means(points, groups, centres.Length, points[outlier]);
        }

        return new Clustering(centres, groups, within);
    }

    // A group that lost all its points begins anew at the point that sits worst.
    private static double[][] Means(IReadOnlyList<double[]> points, int[] groups, int count, double[] outlier)
    {
        double[][] centres = [.. Enumerable.Range(0, count).Select(_ => new double[outlier.Length])];
        int[] sizes = new int[count];
        for (int at = 0; at < groups.Length; at++)
        {
            double[] centre = centres[groups[at]];
            sizes[groups[at]]++;
            for (int i = 0; i < centre.Length; i++)
            {
                centre[i] += points[at][i];
            }
        }

        for (int group = 0; group < count; group++)
        {
            if (sizes[group] == 0)
            {
                outlier.CopyTo(centres[group], 0);
                continue;
            }

            for (int i = 0; i < outlier.Length; i++)
            {
                centres[group][i] /= sizes[group];
            }
        }

        return centres;
    }
}
