namespace Parcours.Statistics.Clusters;

/// <summary>
/// How well points sit in their groups (Rousseeuw 1987): for each, the mean distance to those of the nearest other group less that to its own, over the larger of the two; from -1, it
/// would sit better elsewhere, to 1, it sits well. A point alone in its group has 0.
/// </summary>
public static class Silhouette
{
    /// <summary>The silhouette of each point; Euclidean distance, in O(n²).</summary>
    /// <param name="points">The points, all of one length.</param>
    /// <param name="groups">The group of each, from 0.</param>
    /// <exception cref="ArgumentException">The two differ in length, or there are fewer than two groups.</exception>
    public static double[] Of(IReadOnlyList<double[]> points, IReadOnlyList<int> groups)
    {
        if (points.Count != groups.Count)
        {
            throw new ArgumentException("Each point has one group.", nameof(groups));
        }

        int count = groups.Count == 0 ? 0 : groups.Max() + 1;
        int[] sizes = new int[count];
        foreach (int group in groups)
        {
            sizes[group]++;
        }

        if (sizes.Count(size => size > 0) < 2)
        {
            throw new ArgumentException("There are fewer than two groups.", nameof(groups));
        }

        double[] silhouettes = new double[points.Count];
        double[] sums = new double[count];
        for (int at = 0; at < points.Count; at++)
        {
            Array.Clear(sums);
            for (int other = 0; other < points.Count; other++)
            {
                sums[groups[other]] += Math.Sqrt(Distances.Squared(points[at], points[other]));
            }

            int own = groups[at];
            if (sizes[own] == 1)
            {
                continue;
            }

            double within = sums[own] / (sizes[own] - 1);
            double nearest = Enumerable.Range(0, count).Where(group => group != own && sizes[group] > 0).Min(group => sums[group] / sizes[group]);
            double larger = Math.Max(within, nearest);
            silhouettes[at] = larger == 0 ? 0 : (nearest - within) / larger;
        }

        return silhouettes;
    }
}
