using Parcours.Domain.Histories;
using Parcours.Engine.Churn;
using Parcours.Engine.Reports.Model;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Reports.Building;

/// <summary>Who is leaving at the report's date, and what the same scores foretold at past dates.</summary>
internal static class ChurnPart
{
    private const int BandCount = 10;

    public static (ChurnPicture? Picture, ChurnRefusal? Refusal) Build(ReportMoment moment, ChurnDefinition leaving, string? folder)
    {
        ChurnDefinition definition = leaving with { Subject = moment.Analysis.Definition.Subject };
        HistoryBase histories = moment.Histories;
        bool sampled = histories.Subjects.Present > ChurnWindows.MostTried;
        (ChurnScores? scores, ChurnRefusal? refusal) = ChurnScores.Compute(definition, histories, moment.At, folder);
        if (scores is null)
        {
            return (null, refusal);
        }

        ChurnTrial[] chosen = [.. scores.Selection.ChosenTrials.Where(trial => trial.Measures is not null)];
        var picture = new ChurnPicture(
            (int)Math.Round(definition.Horizon.ApproximateDays), scores.Selection.Chosen, scores.Selection.BestRefused, scores.LearntRows, Bands(scores),
            scores.Selection.HorizonDays, [.. chosen.Select(trial => Past(moment, scores.Selection, trial))],
            chosen.LastOrDefault()?.Calibration, chosen.LastOrDefault()?.Lift, sampled ? ChurnWindows.MostTried : null)
        {
            Version = scores.Version,
            LearntAt = moment.DateOf(scores.LearntAt),
        };
        return (picture, null);
    }

    private static ChurnBand[] Bands(ChurnScores scores)
    {
        long[] customers = new long[BandCount];
        double[] expected = new double[BandCount];
        foreach (double probability in scores.Probabilities)
        {
            int band = Math.Min(BandCount - 1, (int)(probability * BandCount));
            customers[band]++;
            expected[band] += probability;
        }

        return [.. customers.Select((count, band) => new ChurnBand(band / (double)BandCount, (band + 1) / (double)BandCount, count, expected[band]))];
    }

    private static ChurnPast Past(ReportMoment moment, ChurnSelection selection, ChurnTrial trial)
    {
        BinaryMeasures? recency = trial.Learner == ChurnLearners.Recency
            ? null
            : selection.Trials.FirstOrDefault(other => other.Learner == ChurnLearners.Recency && other.TestedAt == trial.TestedAt)?.Measures;
        return new(
            moment.DateOf(trial.TestedAt), trial.Measures!.Rows, trial.Foretold!.Value, trial.Happened!.Value, trial.Measures.Area?.Value, trial.Measures.LogLoss,
            recency?.Area?.Value, recency?.LogLoss);
    }
}
