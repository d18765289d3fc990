using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

public sealed class ChurnBacktestTests
{
    // Published for these two splits: .806 and .839 by logistic regression on the logarithms of recency, frequency and money, .803 by boosted trees; recency alone .796 and .828.
    [Theory]
    [InlineData(1997, 6, 30, 1997, 12, 31, 181, 0.803)]
    [InlineData(1997, 9, 30, 1998, 3, 31, 91, 0.836)]
    public void Churn_on_cdnow_is_foretold_as_well_as_the_field_does(int trainYear, int trainMonth, int trainDay, int testYear, int testMonth, int testDay, int days, double area)
    {
        HistoryBase histories = CdnowCustomers.Load();
        ChurnDefinition definition = new ChurnLibrary(null).Find("stopped-buying")! with { Horizon = Period.OfDays(days) };

        (ChurnBacktest? backtest, ChurnRefusal? refusal) = ChurnBacktest.Run(
            definition, histories, CdnowCustomers.EndOf(trainYear, trainMonth, trainDay), CdnowCustomers.EndOf(testYear, testMonth, testDay));

        Assert.Null(refusal);
        foreach (ChurnTrial trial in backtest!.Selection.Trials.Concat(backtest.Trials))
        {
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
                $"{trial.Learner,-10} {trial.LearntAt} {trial.TestedAt} auc {trial.Measures?.Area?.Value:F4} log-loss {trial.Measures?.LogLoss:F4} ece {trial.Measures?.CalibrationError:F4} {trial.Refusal}"));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"chosen {backtest.Selection.Chosen}, rates {backtest.TrainRate:F3} {backtest.TestRate:F3}");
        Assert.True(backtest.ChosenTrial.Measures!.Area!.Value >= area, $"area {backtest.ChosenTrial.Measures.Area.Value}");
        Assert.True(backtest.ChosenTrial.Measures.CalibrationError <= 0.035, $"calibration error {backtest.ChosenTrial.Measures.CalibrationError}");
    }

    [Fact]
    public void Scores_beyond_the_data_are_those_of_its_last_day()
    {
        // Silence that nobody could have broken is no leaving.
        HistoryBase histories = CdnowCustomers.Load();
        ChurnDefinition definition = new ChurnLibrary(null).Find("stopped-buying")! with { Horizon = Period.OfDays(91), Candidates = ["rfm"] };

        ChurnScores later = ChurnScores.Compute(definition, histories, CdnowCustomers.EndOf(1999, 1, 1)).Scores!;
        ChurnScores last = ChurnScores.Compute(definition, histories, CdnowCustomers.EndOf(1998, 6, 30)).Scores!;

        Assert.Equal(CdnowCustomers.EndOf(1998, 6, 30), later.At);
        Assert.Equal(last.LearntRate, later.LearntRate);
        Assert.Equal(last.Probabilities, later.Probabilities);
    }
}
