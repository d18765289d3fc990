namespace Parcours.Statistics.Clusters;

/// <summary>What came of trying to put points into some number of groups.</summary>
/// <param name="Groups">The number of groups.</param>
/// <param name="Stability">The agreement of groups found in samples, as of <see cref="ClusterStability"/>.</param>
/// <param name="Silhouette">How well points sit in their groups on average, as of <see cref="Clusters.Silhouette"/>.</param>
/// <param name="Chance">The best silhouette that clouds without any groups gave.</param>
public sealed record GroupCountTried(int Groups, double Stability, double Silhouette, double Chance)
{
    /// <summary>From here on groups count as stable, the same whatever sample they are found in (Hennig 2007, of the mean likeness of a group to its nearest in another sample).</summary>
    public const double StableFrom = 0.75;

    /// <summary>Below, there is no substantial structure (Kaufman and Rousseeuw 1990, table 2.4).</summary>
    public const double ApartFrom = 0.25;

    /// <summary>Whether there are so many groups: found again in other samples, and further apart than chance makes them.</summary>
    public bool StandsOut => Stability >= StableFrom && Silhouette >= ApartFrom && Silhouette > Chance;
}
