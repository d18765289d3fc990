namespace Parcours.Statistics.Measures;

public sealed class CalibrationCurveTests
{
    private const double Exact = 1e-14;

    [Fact]
    public void Ten_bins_of_equal_size_compare_what_was_said_with_what_happened()
    {
        // Twenty rows, .025 to .975: bins of two; the outcome happens from row 10 on.
        double[] probabilities = [.. Enumerable.Range(0, 20).Select(row => (row + 0.5) / 20)];
        bool[] outcomes = [.. Enumerable.Range(0, 20).Select(row => row >= 10)];

        CalibrationCurve curve = CalibrationCurve.Compute(probabilities, outcomes)!;

        Assert.Equal(10, curve.Bins.Length);
        Assert.All(curve.Bins, bin => Assert.Equal(2, bin.Rows));
        Assert.Equal(0.05, curve.Bins[0].MeanProbability, Exact);
        Assert.Equal(0, curve.Bins[4].ObservedShare, Exact);
        Assert.Equal(1, curve.Bins[5].ObservedShare, Exact);

        // Misses .05 .15 .25 .35 .45, and again from the other side.
        Assert.Equal(0.25, curve.Error, Exact);
    }

    [Fact]
    public void Constant_probability_misses_by_its_distance_to_the_rate()
    {
        CalibrationCurve curve = CalibrationCurve.Compute([.. Enumerable.Repeat(0.5, 40)], [.. Enumerable.Range(0, 40).Select(row => row < 10)])!;

        Assert.Equal(0.25, curve.Error, Exact);
        Assert.All(curve.Bins, bin => Assert.Equal(0.25, bin.ObservedShare, Exact));
    }

    [Fact]
    public void Tie_across_bins_is_shared_whatever_the_order_of_rows()
    {
        double[] probabilities = [.. Enumerable.Range(0, 30).Select(row => row < 13 ? 0.2 : 0.7)];
        bool[] outcomes = [.. Enumerable.Range(0, 30).Select(row => row % 3 == 0)];

        CalibrationCurve forward = CalibrationCurve.Compute(probabilities, outcomes)!;
        CalibrationCurve backward = CalibrationCurve.Compute([.. probabilities.Reverse()], [.. outcomes.Reverse()])!;

        Assert.Equal(forward.Error, backward.Error);
        Assert.Equal(5.0 / 13, forward.Bins[0].ObservedShare, Exact);
        Assert.Equal(5.0 / 17, forward.Bins[9].ObservedShare, Exact);
    }

    [Fact]
    public void Fewer_rows_than_bins_give_a_bin_a_row() =>
        Assert.Equal(3, CalibrationCurve.Compute([0.1, 0.2, 0.3], [true, false, true])!.Bins.Length);

    [Fact]
    public void No_rows_have_no_curve() => Assert.Null(CalibrationCurve.Compute([], []));
}
