namespace Parcours.Statistics.Measures;

public sealed class ProbabilityScoresTests
{
    private const double Exact = 1e-14;

    [Fact]
    public void Log_loss_is_the_mean_surprise()
    {
        // -(ln .9 + ln .9 + ln .8 + ln .65) / 4, by hand; the example of scikit-learn's log_loss prints 0.21616.
        double loss = ProbabilityScores.LogLoss([0.1, 0.9, 0.8, 0.35], [false, true, true, false])!.Value;

        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.9) + Math.Log(0.8) + Math.Log(0.65)) / 4, loss, Exact);
        Assert.Equal(0.21616, loss, 5e-6);
    }

    [Fact]
    public void Sure_and_wrong_costs_a_stated_and_finite_price() =>
        Assert.Equal(15 * Math.Log(10), ProbabilityScores.LogLoss([0], [true])!.Value, 1e-9);

    [Fact]
    public void Brier_is_the_mean_squared_miss() =>
        Assert.Equal((0.01 + 0.01 + 0.04 + 0.09) / 4, ProbabilityScores.Brier([0.1, 0.9, 0.8, 0.3], [false, true, true, false])!.Value, Exact);

    [Fact]
    public void One_class_is_welcome()
    {
        Assert.Equal(Math.Log(2), ProbabilityScores.LogLoss([0.5, 0.5], [true, true])!.Value, Exact);
        Assert.Equal(0.25, ProbabilityScores.Brier([0.5, 0.5], [true, true])!.Value, Exact);
    }

    [Fact]
    public void No_rows_have_no_score()
    {
        Assert.Null(ProbabilityScores.LogLoss([], []));
        Assert.Null(ProbabilityScores.Brier([], []));
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    public void Probability_outside_its_range_is_a_bug(double probability) =>
        Assert.Throws<ArgumentException>(() => ProbabilityScores.Brier([probability], [true]));
}
