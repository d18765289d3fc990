namespace Parcours.Statistics.Measures;

public sealed class LiftTableTests
{
    private const double Exact = 1e-14;

    [Fact]
    public void Deciles_go_from_the_highest_score_and_gain_ends_at_one()
    {
        // A hundred rows; the outcome in the five highest of the first decile and in five of the last.
        double[] scores = [.. Enumerable.Range(0, 100)];
        bool[] outcomes = [.. Enumerable.Range(0, 100).Select(row => row is >= 95 or < 5)];

        LiftTable table = LiftTable.Compute(scores, outcomes)!;

        Assert.Equal(10, table.Deciles.Length);
        Assert.Equal(new LiftDecile(1, 10, 5, 0.5, 5, 0.5, 5), table.Deciles[0]);
        Assert.Equal(0, table.Deciles[1].Outcome, Exact);
        Assert.Equal(2.5, table.Deciles[1].CumulativeLift, Exact);
        Assert.Equal(1, table.Deciles[9].Gain, Exact);
        Assert.Equal(1, table.Deciles[9].CumulativeLift, Exact);
        Assert.Equal(0.5, table.TopDecileCapture, Exact);
    }

    [Fact]
    public void Amounts_are_captured_as_counts_are()
    {
        double[] scores = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

        LiftTable table = LiftTable.Compute(scores, [30.0, 20, 10, 10, 10, 10, 5, 5, 0, 0])!;

        Assert.Equal(0.3, table.TopDecileCapture, Exact);
        Assert.Equal(3, table.Deciles[0].Lift, Exact);
        Assert.Equal(0.5, table.Deciles[1].Gain, Exact);
    }

    [Fact]
    public void Constant_score_is_chance()
    {
        LiftTable table = LiftTable.Compute([.. Enumerable.Repeat(1.0, 50)], [.. Enumerable.Range(0, 50).Select(row => row < 7)])!;

        Assert.Equal(0.1, table.TopDecileCapture, Exact);
        Assert.All(table.Deciles, decile => Assert.Equal(1, decile.Lift, 1e-12));
    }

    [Fact]
    public void No_outcome_or_no_rows_has_no_table()
    {
        Assert.Null(LiftTable.Compute([1, 2], [false, false]));
        Assert.Null(LiftTable.Compute([], Array.Empty<bool>()));
    }

    [Fact]
    public void Amount_below_zero_is_a_bug() => Assert.Throws<ArgumentException>(() => LiftTable.Compute([1], [-1.0]));
}
