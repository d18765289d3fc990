using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Calibration;

public sealed class PlattCalibratorTests
{
    [Fact]
    public void Calibrated_probabilities_are_near_left_alone()
    {
        // A hundred thousand rows whose rate is exactly what is said.
        double[] levels = [0.1, 0.3, 0.5, 0.7, 0.9];
        double[] said = [.. levels.SelectMany(level => Enumerable.Repeat(level, 20_000))];
        bool[] outcomes = [.. levels.SelectMany(level => Enumerable.Range(0, 20_000).Select(row => row < level * 20_000))];

        PlattCalibrator line = PlattCalibrator.Fit(said, outcomes).Model!;

        Assert.Equal(0, line.Intercept, 1e-3);
        Assert.Equal(1, line.Slope, 1e-3);
        Assert.Equal(0.3, line.Calibrate(0.3), 1e-3);
    }

    [Fact]
    public void Overconfident_probabilities_are_drawn_in()
    {
        // Said 1 in 50 and 49 in 50 where it is 1 in 4 and 3 in 4: the slope is logit(3/4) / logit(49/50).
        double[] said = [.. Enumerable.Range(0, 20_000).Select(row => row < 10_000 ? 0.02 : 0.98)];
        bool[] outcomes = [.. Enumerable.Range(0, 20_000).Select(row => row % 4 == 0 == row < 10_000)];

        PlattCalibrator line = PlattCalibrator.Fit(said, outcomes).Model!;

        Assert.Equal(Math.Log(3) / Math.Log(49), line.Slope, 1e-3);
        Assert.Equal(0.75, line.Calibrate(0.98), 1e-3);
    }

    [Fact]
    public void Perfect_order_stays_finite_thanks_to_his_targets()
    {
        PlattCalibrator line = PlattCalibrator.Fit([0.1, 0.2, 0.8, 0.9], [false, false, true, true]).Model!;

        Assert.InRange(line.Calibrate(0.9), 0.5, 0.99);
        Assert.InRange(line.Calibrate(1), 0.5, 1);
    }

    [Fact]
    public void Constant_probability_gives_about_the_rate()
    {
        PlattCalibrator line = PlattCalibrator.Fit([.. Enumerable.Repeat(0.9, 400)], [.. Enumerable.Range(0, 400).Select(row => row < 100)]).Model!;

        Assert.Equal(0.25, line.Calibrate(0.9), 0.003);
    }

    [Fact]
    public void Rows_of_one_class_are_refused() =>
        Assert.Equal(LearningRefusal.OneClass, PlattCalibrator.Fit([0.1, 0.2], [false, false]).Refusal);
}
