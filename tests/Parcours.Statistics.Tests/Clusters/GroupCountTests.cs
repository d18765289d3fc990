using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Clusters;

public sealed class GroupCountTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Planted_groups_are_found_with_their_number(int groups)
    {
        GroupCount found = GroupCount.Of(Planted.Groups(groups, 150, apart: 7, seed: 11), seed: 1);

        Assert.Equal(groups, found.Groups);
        Assert.True(found.Tried[groups - 2].Stability > 0.95);
    }

    [Fact]
    public void Groups_in_pairs_are_found_one_by_one()
    {
        // Two pairs, far from each other: two groups are stable as well, and four say more.
        var random = new SeededRandom(4);
        double[][] points = [.. Enumerable.Range(0, 600).Select(place => new[] { random.NextNormal() + (place % 2 * 40), random.NextNormal() + (place / 2 % 2 * 12) })];

        Assert.Equal(4, GroupCount.Of(points, seed: 1).Groups);
    }

    [Fact]
    public void A_cloud_has_no_groups() =>
        Assert.Null(GroupCount.Of(Planted.Cloud(600, seed: 12), seed: 1).Groups);

    [Fact]
    public void A_long_cloud_is_cut_stably_and_still_has_no_groups()
    {
        GroupCount found = GroupCount.Of(Planted.Cloud(1000, seed: 13, length: 6), seed: 1);

        Assert.True(found.Tried[0].Stability > GroupCountTried.StableFrom);
        Assert.True(found.Tried[0].Silhouette > GroupCountTried.ApartFrom);
        Assert.Null(found.Groups);
    }

    [Fact]
    public void Too_few_points_have_no_groups() =>
        Assert.Null(GroupCount.Of(Planted.Groups(2, 5, apart: 9, seed: 1), seed: 1).Groups);

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        double[][] points = Planted.Groups(3, 60, apart: 3, seed: 2);

        Assert.Equal(GroupCount.Of(points, seed: 9).Tried, GroupCount.Of(points, seed: 9).Tried);
    }
}
