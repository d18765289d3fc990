using System.Globalization;
using Parcours.Statistics.Boosting;
using Parcours.Statistics.Calibration;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Evaluation;

/// <summary>
/// Who will not order again, learnt at one date and tested at a later one, on sixteen features of recency, frequency and amount. Every customer of this base came in the first quarter, so
/// that the whole base is older at the second date than any customer was at the first: what cannot carry on beyond the values it saw is badly calibrated there, as trees alone are.
/// </summary>
public sealed class CdnowTests
{
    // Other machines may round an exponential otherwise.
    private const double Figures = 0.002;

    // Gentle trees: twenty thousand rows, and an outcome that is mostly chance.
    private static readonly BoostingOptions _gentle = new() { Leaves = 8, LearningRate = 0.05, MinimumRowsPerLeaf = 200, L2 = 10 };

    [Theory]
    [InlineData("1997-06-30", "1997-12-31", 181, 0.796)]
    [InlineData("1997-09-30", "1998-03-31", 91, 0.828)]
    public void Days_since_the_last_order_alone_rank_well(string learnt, string tested, int horizonDays, double area) =>
        Assert.Equal(area, Tested(new SingleFeatureLearner("days_since_last_order"), learnt, tested, horizonDays).Area!.Value, Figures);

    // With log-transformed features: at least .803 and at most .035 are asked of the first split, .836 and .035 of the second.
    [Theory]
    [InlineData("1997-06-30", "1997-12-31", 181, 0.8068, 0.0297)]
    [InlineData("1997-09-30", "1998-03-31", 91, 0.8379, 0.0264)]
    public void Logistic_regression_ranks_and_calibrates(string learnt, string tested, int horizonDays, double area, double error)
    {
        BinaryMeasures measures = Tested(new LogisticLearner(), learnt, tested, horizonDays);

        Assert.Equal(area, measures.Area!.Value, Figures);
        Assert.Equal(error, measures.CalibrationError, Figures);
    }

    // As good an order, and twice the calibration error; no calibration on the rows learnt from mends what only time brings.
    [Theory]
    [InlineData("1997-06-30", "1997-12-31", 181, 0.8055, 0.0604)]
    [InlineData("1997-09-30", "1998-03-31", 91, 0.8378, 0.0551)]
    public void Trees_alone_rank_and_do_not_carry_on_in_time(string learnt, string tested, int horizonDays, double area, double error)
    {
        BinaryMeasures measures = Tested(new BoostingLearner(_gentle), learnt, tested, horizonDays);

        Assert.Equal(area, measures.Area!.Value, Figures);
        Assert.Equal(error, measures.CalibrationError, Figures * 2);
    }

    [Theory]
    [InlineData("1997-06-30", "1997-12-31", 181, 0.8075, 0.0241)]
    [InlineData("1997-09-30", "1998-03-31", 91, 0.8381, 0.0353)]
    public void Trees_on_a_logistic_regression_rank_best(string learnt, string tested, int horizonDays, double area, double error)
    {
        BinaryMeasures measures = Tested(new BoostingLearner(_gentle, new LogisticLearner()), learnt, tested, horizonDays);

        Assert.Equal(area, measures.Area!.Value, Figures);
        Assert.Equal(error, measures.CalibrationError, Figures * 2);
    }

    [Fact]
    public void Calibration_on_the_window_learnt_from_changes_little_where_there_is_little_to_mend()
    {
        BinaryMeasures raw = Tested(new LogisticLearner(), "1997-06-30", "1997-12-31", 181);
        BinaryMeasures isotonic = Tested(new CalibratedLearner(new LogisticLearner(), CalibrationMethod.Isotonic), "1997-06-30", "1997-12-31", 181);

        Assert.InRange(isotonic.CalibrationError, 0, raw.CalibrationError);
        Assert.Equal(raw.Area!.Value, isotonic.Area!.Value, Figures);
    }

    private static BinaryMeasures Tested(IBinaryLearner learner, string learnt, string tested, int horizonDays)
    {
        string file = TestFile.Required("cdnow.csv");
        var steps = RollingOrigin.Run(learner, [Window(file, learnt, horizonDays), Window(file, tested, horizonDays)]);
        return Assert.Single(steps).Measures!;
    }

    private static EvaluationWindow Window(string file, string date, int horizonDays) =>
        Cdnow.Window(file, DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), horizonDays);
}
