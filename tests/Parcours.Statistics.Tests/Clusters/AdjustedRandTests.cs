namespace Parcours.Statistics.Clusters;

public sealed class AdjustedRandTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Same_groups_under_other_names_agree_wholly() =>
        Assert.Equal(1, AdjustedRand.Of([0, 0, 1, 1, 2], [2, 2, 0, 0, 1]), Exact);

    // Of six pairs, a keeps two together, b one, both one: (1 - 2/6) / (3/2 - 2/6) = 4/7.
    [Fact]
    public void A_group_split_in_two_agrees_in_part() =>
        Assert.Equal(4.0 / 7, AdjustedRand.Of([0, 0, 1, 1], [0, 0, 1, 2]), Exact);

    // Hubert and Arabie's formula by hand on the table 1 1 0 / 1 2 1 / 0 0 4: pairs together 7, in rows 1 + 6 + 6, in columns 1 + 3 + 10, of 45.
    [Fact]
    public void Groups_that_overlap_agree_as_the_formula_says() =>
        Assert.Equal(
            (7 - (13 * 14 / 45.0)) / (13.5 - (13 * 14 / 45.0)),
            AdjustedRand.Of([0, 0, 1, 1, 1, 1, 2, 2, 2, 2], [0, 1, 0, 1, 1, 2, 2, 2, 2, 2]),
            Exact);

    [Fact]
    public void One_group_against_each_alone_does_not_agree() =>
        Assert.Equal(0, AdjustedRand.Of([0, 0, 0, 0], [0, 1, 2, 3]), Exact);

    [Fact]
    public void Groupings_of_other_points_are_refused() =>
        Assert.Throws<ArgumentException>(() => AdjustedRand.Of([0, 1], [0]));
}
