namespace Parcours.Statistics.Clusters;

public sealed class KMeansTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Two_pairs_on_a_line_have_their_middles_as_centres()
    {
        Clustering found = KMeans.Fit([[0], [1], [10], [11]], 2, seed: 1);

        Assert.Equal([0.5, 10.5], found.Centres.Select(centre => centre[0]).Order());
        Assert.Equal(1, found.Within, Exact);
        Assert.Equal(found.Groups[0], found.Groups[1]);
        Assert.Equal(found.Groups[2], found.Groups[3]);
        Assert.NotEqual(found.Groups[0], found.Groups[3]);
    }

    [Fact]
    public void The_best_of_several_starts_is_the_least_sum_of_squares()
    {
        // A flat rectangle is cut across its long side, at 2 × 2 × 0.5², and never along it.
        Clustering found = KMeans.Fit([[0, 0], [0, 1], [4, 0], [4, 1]], 2, seed: 3);

        Assert.Equal(1, found.Within, Exact);
        Assert.Equal(found.Groups[0], found.Groups[1]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups()
    {
        double[][] points = Planted.Cloud(200, seed: 8);

        Assert.Equal(KMeans.Fit(points, 4, seed: 5).Groups, KMeans.Fit(points, 4, seed: 5).Groups);
    }

    [Fact]
    public void New_points_go_to_the_nearest_centre()
    {
        Clustering found = KMeans.Fit([[0], [1], [10], [11]], 2, seed: 1);

        Assert.Equal([found.Groups[0], found.Groups[3]], found.Assign([[5.4], [5.6]]));
    }

    [Fact]
    public void Equal_points_end_in_a_group_without_distance()
    {
        Clustering found = KMeans.Fit([[2, 2], [2, 2], [2, 2]], 2, seed: 1);

        Assert.Equal(0, found.Within);
    }

    [Fact]
    public void More_groups_than_points_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit([[1]], 2, seed: 1));
}
