using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>
/// How a learner is chosen: on pairs of windows (learn, wait, test) that had closed by a date. The lowest log-loss over all of them wins; it is used only when it is lower
/// than that of recency alone and it ranks customers better too.
/// </summary>
/// <param name="HorizonDays">The horizon of the pairs: the definition's own, or a third of the past where that is too short, so that a young base can choose too.</param>
/// <param name="Trials">Every learner on every pair, earliest first; empty when the past is too short or too few left.</param>
/// <param name="Chosen">The learner to use.</param>
/// <param name="BestRefused">The best other learner when it was no better than recency; null when one was better, or none could be tried.</param>
public sealed record ChurnSelection(int HorizonDays, ImmutableArray<ChurnTrial> Trials, string Chosen, string? BestRefused)
{
    private const int MostOrigins = 4;
    private const int ShortestDays = 14;

    /// <summary>The trials of the chosen learner, earliest first: what scores of past dates foretold, and what happened.</summary>
    public IEnumerable<ChurnTrial> ChosenTrials => Trials.Where(trial => trial.Learner == Chosen);

    /// <summary>Tries every learner on what had closed by a date.</summary>
    internal static ChurnSelection Run(ChurnWindows windows, ChurnDefinition definition, Instant until, Action<double> progress)
    {
        Calendar calendar = windows.Histories.Calendar;
        int today = calendar.DayOf(until);
        today -= calendar.EndOfDay(today) > until ? 1 : 0; // a window closes with a day that is over
        int past = today - calendar.DayOf(FactSpan.Of(windows.Histories).First);
        int horizon = Math.Min((int)Math.Round(definition.Horizon.ApproximateDays), past / 3);
        if (horizon < ShortestDays)
        {
            return new ChurnSelection(horizon, [], ChurnLearners.Recency, null);
        }

        ChurnDefinition tried = definition with { Horizon = Period.OfDays(horizon) };
        int origins = Math.Min(MostOrigins, (past / horizon) - 2);
        var trials = ImmutableArray.CreateBuilder<ChurnTrial>();
        ChurnWindow learnt = windows.Closed(tried, calendar.EndOfDay(today - ((origins + 1) * horizon)));
        for (int origin = origins; origin >= 1; origin--)
        {
            ChurnWindow tested = windows.Closed(tried, calendar.EndOfDay(today - (origin * horizon)));
            if (ChurnRefusal.OfRows(learnt.Left.Length, learnt.LeftCount) is null && ChurnRefusal.OfRows(tested.Left.Length, tested.LeftCount) is null)
            {
                foreach (string learner in ChurnLearners.Of(tried))
                {
                    trials.Add(ChurnTrial.Run(learner, tried, learnt, tested));
                    progress((origins - origin + ((trials.Count % (tried.Candidates.Length + 1)) / (tried.Candidates.Length + 1.0))) / origins);
                }
            }

            learnt = tested;
            progress((origins - origin + 1.0) / origins);
        }

        (string chosen, string? refused) = Choose(trials);
        return new ChurnSelection(horizon, trials.ToImmutable(), chosen, refused);
    }

    private static (string Chosen, string? Refused) Choose(IEnumerable<ChurnTrial> trials)
    {
        var means = trials
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
