namespace Parcours.Statistics.Survival;

public sealed class SurvivalCurveTests
{
    private const double Published = 5e-4;

    // R prints eight digits.
    private const double Printed = 5e-8;

    private static readonly SurvivalCurve _treated = SurvivalCurve.Compute(Leukaemia.TreatedWeeks, Leukaemia.TreatedEnded)!;

    // Kalbfleisch and Prentice (1980) and every textbook since: .857 .807 .753 .690 .627 .538 .448.
    [Theory]
    [InlineData(6, 21, 3, 0.857)]
    [InlineData(7, 17, 1, 0.807)]
    [InlineData(10, 15, 1, 0.753)]
    [InlineData(13, 12, 1, 0.690)]
    [InlineData(16, 11, 1, 0.627)]
    [InlineData(22, 7, 1, 0.538)]
    [InlineData(23, 6, 1, 0.448)]
    public void Remissions_on_6_MP_give_the_published_table(double week, int atRisk, int ended, double share)
    {
        SurvivalStep step = _treated.Steps.Single(step => step.Time == week);

        Assert.Equal((atRisk, ended), (step.AtRisk, step.Ended));
        Assert.Equal(share, step.Share, Published);
        Assert.Equal(7, _treated.Steps.Length);
    }

    // survfit(conf.type = "log-log") of the survival package 3.5 in R 4.2.
    [Fact]
    public void Greenwoods_error_and_the_log_log_interval_are_those_of_R()
    {
        SurvivalStep first = _treated.Steps[0];
        SurvivalStep last = _treated.Steps[^1];

        Assert.Equal(0.076360355, first.StandardError!.Value, Printed);
        Assert.Equal(0.61971796, first.Interval!.Value.Low, Printed);
        Assert.Equal(0.95155175, first.Interval!.Value.High, Printed);
        Assert.Equal(0.134591457, last.StandardError!.Value, Printed);
        Assert.Equal(0.18805201, last.Interval!.Value.Low, Printed);
        Assert.Equal(0.68014263, last.Interval!.Value.High, Printed);
    }

    // Medians 23 and 8 weeks (Gehan 1965); intervals 13 to beyond, 4 to 11: survfit, log-log.
    [Fact]
    public void Medians_of_both_groups_are_the_published_ones()
    {
        SurvivalCurve placebo = SurvivalCurve.Compute(Leukaemia.PlaceboWeeks, Leukaemia.PlaceboEnded)!;

        Assert.Equal((23.0, 13.0, null), (_treated.Median, _treated.MedianLow, _treated.MedianHigh));
        Assert.Equal((8.0, 4.0, 11.0), (placebo.Median, placebo.MedianLow, placebo.MedianHigh));
    }

    [Fact]
    public void Share_is_known_up_to_the_longest_duration_and_not_beyond()
    {
        Assert.Equal(1, _treated.At(5.9));
        Assert.Equal(18.0 / 21, _treated.At(6)!.Value, 1e-12);
        Assert.Equal(_treated.At(23), _treated.At(35));
        Assert.Null(_treated.At(35.1));
        Assert.Equal(0, SurvivalCurve.Compute(Leukaemia.PlaceboWeeks, Leukaemia.PlaceboEnded)!.At(100));
    }

    [Fact]
    public void Last_step_to_zero_has_no_interval()
    {
        SurvivalStep last = SurvivalCurve.Compute(Leukaemia.PlaceboWeeks, Leukaemia.PlaceboEnded)!.Steps[^1];

        Assert.Equal(0, last.Share);
        Assert.Null(last.StandardError);
        Assert.Null(last.Interval);
    }

    [Fact]
    public void Half_exactly_is_a_median_and_fewer_is_none()
    {
        Assert.Equal(1, SurvivalCurve.Compute([1, 2], [true, false])!.Median);
        Assert.Null(SurvivalCurve.Compute([1, 2, 3], [true, false, false])!.Median);
    }

    [Fact]
    public void Nothing_ended_is_a_flat_curve_and_no_rows_none()
    {
        SurvivalCurve flat = SurvivalCurve.Compute([1, 2], [false, false])!;

        Assert.Empty(flat.Steps);
        Assert.Equal(1, flat.At(2));
        Assert.Null(flat.Median);
        Assert.Null(SurvivalCurve.Compute([], []));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Duration_out_of_range_is_a_bug(double duration) =>
        Assert.Throws<ArgumentException>(() => SurvivalCurve.Compute([duration], [true]));
}
