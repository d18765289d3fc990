namespace Parcours.Statistics.Survival;

public sealed class HazardTableTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Each_stretch_counts_what_ended_in_it_over_the_time_watched_in_it()
    {
        // Rows end at 5, 10 and 12; one is cut off at 20.
        var table = HazardTable.Compute([5, 10, 12, 20], [true, true, true, false], [0, 10, 30]);

        Assert.Equal((2, 35.0), (table[0].Ended, table[0].TimeAtRisk));
        Assert.Equal((1, 12.0), (table[1].Ended, table[1].TimeAtRisk));
        Assert.Equal(2.0 / 35, table[0].Rate!.Value, Exact);
    }

    // poisson.test(5, 20), poisson.test(0, 10) and poisson.test(120, 1000) of R 4.2.
    [Theory]
    [InlineData(5, 20, 0.0811743195059, 0.5834166039661)]
    [InlineData(0, 10, 0, 0.368887945411)]
    [InlineData(120, 1000, 0.0994919256259, 0.1434905853694)]
    public void Interval_is_the_exact_one_of_a_poisson_count(int ended, double watched, double low, double high)
    {
        // As many rows as ended, and one more, that share the time.
        double[] durations = [.. Enumerable.Repeat(watched / (ended + 1), ended + 1)];
        bool[] endings = [.. Enumerable.Range(0, ended + 1).Select(row => row < ended)];

        HazardInterval stretch = HazardTable.Compute(durations, endings, [0, watched])[0];

        Assert.Equal(watched, stretch.TimeAtRisk, 1e-9);
        Assert.Equal(low, stretch.Interval!.Value.Low, 1e-11);
        Assert.Equal(high, stretch.Interval!.Value.High, 1e-11);
    }

    [Fact]
    public void Ending_at_zero_counts_in_the_first_stretch_and_one_past_the_last_edge_nowhere()
    {
        var table = HazardTable.Compute([0, 4, 50], [true, true, true], [0, 10, 20]);

        Assert.Equal([2, 0], table.Select(stretch => stretch.Ended));
        Assert.Equal([14.0, 10.0], table.Select(stretch => stretch.TimeAtRisk));
        Assert.Equal([2.0 / 14, 0], table.Select(stretch => stretch.Rate!.Value));
    }

    [Fact]
    public void Stretch_that_nobody_reached_has_no_rate()
    {
        HazardInterval stretch = HazardTable.Compute([3], [true], [0, 10, 20])[1];

        Assert.Null(stretch.Rate);
        Assert.Null(stretch.Interval);
        Assert.Null(HazardTable.Compute([], [], [0, 1])[0].Rate);
    }

    [Fact]
    public void Edges_that_do_not_rise_are_a_bug()
    {
        Assert.Throws<ArgumentException>(() => HazardTable.Compute([3], [true], [0]));
        Assert.Throws<ArgumentException>(() => HazardTable.Compute([3], [true], [0, 5, 5]));
        Assert.Throws<ArgumentException>(() => HazardTable.Compute([3], [true], [0, double.NaN]));
    }
}
