namespace Parcours.Statistics.Clusters;

public sealed class SilhouetteTests
{
    // 0 is 1 from its own and (10 + 11) / 2 from the others; 1 is 1 and (9 + 10) / 2.
    [Fact]
    public void Distances_to_own_and_nearest_other_group_give_the_silhouette()
    {
        double[] silhouettes = Silhouette.Of([[0], [1], [10], [11]], [0, 0, 1, 1]);

        Assert.Equal([9.5 / 10.5, 8.5 / 9.5, 8.5 / 9.5, 9.5 / 10.5], silhouettes);
    }

    [Fact]
    public void A_point_alone_has_none() =>
        Assert.Equal(0, Silhouette.Of([[0], [1], [10]], [0, 0, 1])[2]);
}
