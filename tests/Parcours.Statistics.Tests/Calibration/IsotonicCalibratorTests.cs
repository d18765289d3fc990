using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Calibration;

public sealed class IsotonicCalibratorTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Adjacent_violators_are_pooled_and_the_curve_runs_straight_between_blocks()
    {
        // Outcomes 0 1 0 1 1 0 1 1: pooled by hand into 0 | 1 0 | 1 1 0 | 1 1, at mean scores .1, .25, .5, .75 (Zadrozny and Elkan's algorithm).
        double[] said = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
        IsotonicCalibrator curve = IsotonicCalibrator.Fit(said, [false, true, false, true, true, false, true, true]).Model!;

        Assert.Equal(0.5, curve.Calibrate(0.25), Exact);
        Assert.Equal(2.0 / 3, curve.Calibrate(0.5), Exact);
        Assert.Equal(7.0 / 12, curve.Calibrate(0.375), Exact);
        Assert.Equal(0.1, curve.Calibrate(0), Exact);
        Assert.Equal(0.9, curve.Calibrate(1), Exact);
    }

    [Fact]
    public void Curve_never_falls_and_never_makes_sure()
    {
        double[] grid = [.. Enumerable.Range(0, 101).Select(step => step / 100.0)];
        IsotonicCalibrator curve = IsotonicCalibrator.Fit(grid, [.. grid.Select((_, row) => row * 37 % 101 < row)]).Model!;

        double[] calibrated = [.. grid.Select(curve.Calibrate)];

        Assert.Equal(calibrated.Order(), calibrated);
        Assert.InRange(calibrated[0], 1.0 / 103, 0.5);
        Assert.InRange(calibrated[^1], 0.5, 102.0 / 103);
    }

    [Fact]
    public void Order_of_tied_rows_changes_nothing()
    {
        double[] said = [0.1, 0.1, 0.1, 0.5, 0.5];

        double first = IsotonicCalibrator.Fit(said, [true, false, false, true, false]).Model!.Calibrate(0.3);
        double second = IsotonicCalibrator.Fit(said, [false, false, true, false, true]).Model!.Calibrate(0.3);

        Assert.Equal(first, second);
        Assert.Equal(((1.0 / 3) + 0.5) / 2, first, Exact);
    }

    [Fact]
    public void Constant_probability_gives_the_rate() =>
        Assert.Equal(0.25, IsotonicCalibrator.Fit([0.9, 0.9, 0.9, 0.9], [true, false, false, false]).Model!.Calibrate(0.2), Exact);

    [Fact]
    public void Rows_of_one_class_are_refused()
    {
        Assert.Equal(LearningRefusal.OneClass, IsotonicCalibrator.Fit([0.1, 0.2], [true, true]).Refusal);
        Assert.Equal(LearningRefusal.NoRows, IsotonicCalibrator.Fit([], []).Refusal);
    }
}
