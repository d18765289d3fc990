using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Statistics.Learners;

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
/// <param name="Selection">Every learner on the pairs of windows it was chosen on, earliest first.</param>
/// <param name="Chosen">The learner to use.</param>
/// <param name="BestRefused">The best other learner when it was no better than recency, so that recency is used; null when one was better.</param>
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
    ImmutableArray<ChurnTrial> Selection,
    string Chosen,
    string? BestRefused)
{
    private const int MostOrigins = 4;
    private const int ShortestSelectionDays = 14;

    /// <summary>Tries a definition.</summary>
    /// <param name="definition">What leaving is.</param>
    /// <param name="histories">The base.</param>
    /// <param name="stages">The lifecycle whose stage is a feature, as its file says.</param>
    /// <param name="trainAt">When it would have been learnt.</param>
    /// <param name="testAt">When it would have been used: the training window must have closed by then.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The backtest, or why it cannot be made.</returns>
    public static (ChurnBacktest? Backtest, ChurnRefusal? Refusal) Run(
        ChurnDefinition definition, HistoryBase histories, LifecycleAnalysis stages, Instant trainAt, Instant testAt, Action<double>? progress = null)
    {
        if (ChurnRefusal.OfDates(definition, histories, trainAt, testAt) is { } refusal)
        {
            return (null, refusal);
        }

        var windows = new ChurnWindows(histories, stages);
        ChurnWindow train = windows.Closed(definition, trainAt);
        if (ChurnRefusal.OfRows(train.Left.Length, train.LeftCount) is { } few)
        {
            return (null, few);
        }

        ImmutableArray<ChurnTrial> selection = Select(windows, definition, trainAt, share => progress?.Invoke(share * 0.6));
        (string chosen, string? refused) = Choose(selection);
        ChurnWindow test = windows.Closed(definition, testAt);
        ImmutableArray<IBinaryLearner> learners = ChurnLearners.Of(definition);
        var trials = ImmutableArray.CreateBuilder<ChurnTrial>(learners.Length);
        foreach (IBinaryLearner learner in learners)
        {
            trials.Add(ChurnTrial.Run(learner, train, test));
            progress?.Invoke(0.6 + (0.4 * trials.Count / learners.Length));
        }

        int days = (int)Math.Round(definition.Horizon.ApproximateDays);
        return (new ChurnBacktest(
            definition, days, trainAt, testAt, train.Left.Length, train.Rate, test.Left.Length, test.Rate,
            trials.MoveToImmutable(), selection, chosen, refused), null);
    }

    /// <summary>The trial of the chosen learner on the test window.</summary>
    public ChurnTrial ChosenTrial => Trials.First(trial => trial.Learner == Chosen);

    /// <summary>
    /// Pairs of windows that closed by a date: the definition's own horizon when the past is long enough for two of them, else a third of the past, so that a young
    /// base can choose too.
    /// </summary>
    private static ImmutableArray<ChurnTrial> Select(ChurnWindows windows, ChurnDefinition definition, Instant until, Action<double> progress)
    {
        Calendar calendar = windows.Histories.Calendar;
        int first = calendar.DayOf(FactSpan.Of(windows.Histories).First);
        int past = calendar.DayOf(until) - first;
        int horizon = (int)Math.Round(definition.Horizon.ApproximateDays);
        if (past < 3 * horizon)
        {
            horizon = past / 3;
        }

        if (horizon < ShortestSelectionDays)
        {
            return [];
        }

        ChurnDefinition tried = definition with { Horizon = Period.OfDays(horizon) };
        int origins = Math.Min(MostOrigins, (past / horizon) - 2);
        ImmutableArray<IBinaryLearner> learners = ChurnLearners.Of(tried);
        var trials = ImmutableArray.CreateBuilder<ChurnTrial>();
        ChurnWindow? learnt = null;
        for (int origin = origins; origin >= 1; origin--)
        {
            learnt ??= windows.Closed(tried, calendar.EndOfDay(calendar.DayOf(until) - ((origin + 1) * horizon)));
            ChurnWindow tested = windows.Closed(tried, calendar.EndOfDay(calendar.DayOf(until) - (origin * horizon)));
            if (ChurnRefusal.OfRows(learnt.Left.Length, learnt.LeftCount) is null && ChurnRefusal.OfRows(tested.Left.Length, tested.LeftCount) is null)
            {
                foreach (IBinaryLearner learner in learners)
                {
                    trials.Add(ChurnTrial.Run(learner, learnt, tested));
                }
            }

            learnt = tested;
            progress((origins - origin + 1.0) / origins);
        }

        return trials.ToImmutable();
    }

    // The lowest log-loss over all origins, if it also ranks better than recency does.
    private static (string Chosen, string? Refused) Choose(ImmutableArray<ChurnTrial> selection)
    {
        var means = selection
            .GroupBy(trial => trial.Learner)
            .Where(group => group.All(trial => trial.Measures is not null))
            .Select(group => (Learner: group.Key, LogLoss: group.Average(trial => trial.Measures!.LogLoss), Area: group.Average(trial => trial.Measures!.Area?.Value ?? 0.5)))
            .ToList();
        var recency = means.Find(mean => mean.Learner == ChurnLearners.Recency);
        var others = means.Where(mean => mean.Learner != ChurnLearners.Recency).OrderBy(mean => mean.LogLoss).ToList();
        if (recency.Learner is null || others.Count == 0)
        {
            return (ChurnLearners.Recency, null);
        }

        var best = others[0];
        return best.LogLoss < recency.LogLoss && best.Area > recency.Area ? (best.Learner, null) : (ChurnLearners.Recency, best.Learner);
    }
}
