namespace Parcours.Statistics.Clusters;

/// <summary>Points put into groups, each about its centre.</summary>
/// <param name="Centres">The centre of each group: the mean of its points.</param>
/// <param name="Groups">The group of each point, from 0.</param>
/// <param name="Within">The sum of squared distances from points to their centres.</param>
public sealed record Clustering(IReadOnlyList<double[]> Centres, int[] Groups, double Within)
{
    /// <summary>The group whose centre is nearest to each of some points; the first of equals.</summary>
    /// <param name="points">The points, of the length of the centres.</param>
    public int[] Assign(IReadOnlyList<double[]> points)
    {
        int[] groups = new int[points.Count];
        for (int at = 0; at < groups.Length; at++)
        {
            groups[at] = Nearest(points[at], out _);
        }

        return groups;
    }

    /// <summary>The group whose centre is nearest to a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="squared">The squared distance to that centre.</param>
    internal int Nearest(double[] point, out double squared)
    {
        int nearest = 0;
        squared = double.PositiveInfinity;
        for (int group = 0; group < Centres.Count; group++)
        {
            double distance = Distances.Squared(point, Centres[group]);
            if (distance < squared)
            {
                (nearest, squared) = (group, distance);
            }
        }

        return nearest;
    }
}
