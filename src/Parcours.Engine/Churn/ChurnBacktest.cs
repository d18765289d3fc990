using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>
/// A churn definition tried on the company's own past. The learner is chosen on pairs of windows that closed before the training date (learn, wait, test), never on the
/// test window; it is used only when it beats recency alone there.
/// </summary>
/// <param name="Definition">What leaving is.</param>
/// <param name="HorizonDays">The horizon in days.</param>
/// <param name="TrainAt">t0 of the window learnt from.</param>
/// <param name="TestAt">t0 of the window tested on.</param>
/// <param name="TrainRows">How many were eligible at the training date.</param>
/// <param name="TrainRate">The share of them that left.</param>
/// <param name="TestRows">How many were eligible at the test date.</param>
/// <param name="TestRate">The share of them that left: against <paramref name="TrainRate"/>, the drift of the base rate.</param>
/// <param name="Trials">Every learner on the test window, recency first.</param>
/// <param name="Selection">How the learner was chosen.</param>
public sealed record ChurnBacktest(
    ChurnDefinition Definition,
    int HorizonDays,
    Instant TrainAt,
    Instant TestAt,
    int TrainRows,
    double TrainRate,
    int TestRows,
    double TestRate,
    ImmutableArray<ChurnTrial> Trials,
    ChurnSelection Selection)
{
    /// <summary>Tries a definition.</summary>
    /// <param name="definition">What leaving is.</param>
    /// <param name="histories">The base.</param>
    /// <param name="trainAt">When it would have been learnt.</param>
    /// <param name="testAt">When it would have been used: the training window must have closed by then.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The backtest, or why it cannot be made.</returns>
    public static (ChurnBacktest? Backtest, ChurnRefusal? Refusal) Run(
        ChurnDefinition definition, HistoryBase histories, Instant trainAt, Instant testAt, Action<double>? progress = null)
    {
        if (ChurnRefusal.OfDates(definition, histories, trainAt, testAt) is { } refusal)
        {
            return (null, refusal);
        }

        var windows = new ChurnWindows(histories, testAt);
        ChurnWindow train = windows.Closed(definition, trainAt);
        if (ChurnRefusal.OfRows(train.Left.Length, train.LeftCount) is { } few)
        {
            return (null, few);
        }

        var selection = ChurnSelection.Run(windows, definition, trainAt, share => progress?.Invoke(share * 0.6));
        ChurnWindow test = windows.Closed(definition, testAt);
        ImmutableArray<string> learners = ChurnLearners.Of(definition);
        var trials = ImmutableArray.CreateBuilder<ChurnTrial>(learners.Length);
        foreach (string learner in learners)
        {
            trials.Add(ChurnTrial.Run(learner, definition, train, test));
            progress?.Invoke(0.6 + (0.4 * trials.Count / learners.Length));
        }

        int days = (int)Math.Round(definition.Horizon.ApproximateDays);
        return (new ChurnBacktest(
            definition, days, trainAt, testAt, train.Left.Length, train.Rate, test.Left.Length, test.Rate,
            trials.MoveToImmutable(), selection), null);
    }

    /// <summary>The trial of the chosen learner on the test window.</summary>
    public ChurnTrial ChosenTrial => Trials.First(trial => trial.Learner == Selection.Chosen);
}
