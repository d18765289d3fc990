using System.Collections.Immutable;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Statistics;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Churn;

/// <summary>Who is leaving, as known at a date: a probability for each customer eligible, by the learner that did best on the company's own past.</summary>
public sealed class ChurnScores
{
    private readonly IBinaryModel _model;
    private readonly FeatureTable _features;
    private readonly Dictionary<int, int> _rows;
    private readonly ChurnWindows _windows;

    private ChurnScores(ChurnWindows windows, ChurnDefinition definition, ChurnWindow learnt, ChurnWindow scored, ChurnModel chosen, IBinaryModel model)
    {
        _windows = windows;
        Definition = definition;
        Selection = chosen.Selection;
        Version = chosen.Version;
        LearntAt = learnt.At;
        At = scored.At;
        LearntSubjects = [.. learnt.Subjects];
        LearntRate = learnt.Rate;
        Subjects = [.. scored.Subjects];
        _features = scored.Features;
        _model = model;
        Probabilities = [.. model.Predict(scored.Features)];
        _rows = Enumerable.Range(0, Subjects.Length).ToDictionary(row => Subjects[row]);
        ChurnTrial? last = Selection.ChosenTrials.LastOrDefault(trial => trial.Calibration is not null);
        Past = last?.Calibration;
    }

    /// <summary>What leaving is.</summary>
    public ChurnDefinition Definition { get; }

    /// <summary>How the learner was chosen.</summary>
    public ChurnSelection Selection { get; }

    /// <summary>The number of that choice: 1 for the first kept in a workspace, one more whenever another learner is chosen or the definition changes.</summary>
    public int Version { get; }

    /// <summary>t0 of the window it learnt from, the last that has closed.</summary>
    public Instant LearntAt { get; }

    /// <summary>The date of the scores.</summary>
    public Instant At { get; }

    /// <summary>Who was eligible then.</summary>
    public ImmutableArray<int> LearntSubjects { get; }

    /// <summary>How many customers it learnt from.</summary>
    public int LearntRows => LearntSubjects.Length;

    /// <summary>The share of them that left.</summary>
    public double LearntRate { get; }

    /// <summary>Who was eligible, by row.</summary>
    public ImmutableArray<int> Subjects { get; }

    /// <summary>The probability of having left at the end of the horizon, by row.</summary>
    public ImmutableArray<double> Probabilities { get; }

    /// <summary>What scores of the last past date said against what happened; null when there was none.</summary>
    public CalibrationCurve? Past { get; }

    /// <summary>Learns from the last closed window and scores those eligible at a date.</summary>
    /// <param name="definition">What leaving is.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">
    /// The date of the scores: nothing after it is looked at. One beyond the last day of the data is taken for that day: silence that nobody could have broken is no leaving.
    /// </param>
    /// <param name="folder">The workspace's folder, where the choice of learner is kept; null keeps nothing.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The scores, or why there are none.</returns>
    public static (ChurnScores? Scores, ChurnRefusal? Refusal) Compute(ChurnDefinition definition, HistoryBase histories, Instant at, string? folder = null, Action<double>? progress = null)
    {
        var windows = new ChurnWindows(histories, at);
        return Compute(definition, windows, at, (known, moment) => new ChurnModels(folder).Present(definition, known, moment, share => progress?.Invoke(share * 0.9)), progress);
    }

    /// <summary>The scores of the last day of a base by the learner that the workspace kept for a definition: nothing is chosen anew.</summary>
    /// <param name="definition">What leaving is.</param>
    /// <param name="histories">The base.</param>
    /// <param name="folder">The workspace's folder.</param>
    /// <returns>The scores; null when no choice is kept for this very definition, or there is too little to learn from.</returns>
    public static ChurnScores? OfKept(ChurnDefinition definition, HistoryBase histories, string folder)
    {
        if (new ChurnModels(folder).Kept(definition) is not { } kept || histories.FactCount == 0)
        {
            return null;
        }

        Instant at = histories.Calendar.EndOfDay(histories.Calendar.DayOf(FactSpan.Of(histories).Last));
        return Compute(definition, new ChurnWindows(histories, at), at, (_, _) => kept).Scores;
    }

    /// <summary>The same, with a choice of learner that is made elsewhere: it is asked for once there is enough to learn from.</summary>
    internal static (ChurnScores? Scores, ChurnRefusal? Refusal) Compute(
        ChurnDefinition definition, ChurnWindows windows, Instant at, Func<ChurnWindows, Instant, ChurnModel> choose, Action<double>? progress = null)
    {
        HistoryBase histories = windows.Histories;
        if (ChurnRefusal.OfPast(definition, histories, at) is { } refusal)
        {
            return (null, refusal);
        }

        Calendar calendar = histories.Calendar;
        ChurnWindow learnt = windows.Closed(definition, calendar.EndOfDay(windows.LastClosed(definition, at)));
        ChurnRefusal? few = ChurnRefusal.OfRows(learnt.Left.Length, learnt.LeftCount);
        Instant end = calendar.EndOfDay(calendar.DayOf(FactSpan.Of(histories).Last));
        if (at > end && few is not ChurnRefusal.NotEnough)
        {
            return Compute(definition, windows.AsOf(end), end, choose, progress);
        }

        if (few is not null)
        {
            return (null, few);
        }

        ChurnModel chosen = choose(windows, at);
        ChurnSelection selection = chosen.Selection;
        ChurnWindow scored = windows.Open(definition, at);
        foreach (string id in (string[])[selection.Chosen, ChurnLearners.Recency])
        {
            if (ChurnLearners.Named(id, definition).Learn(learnt.Sample(ChurnLearners.MostRows)).Model is { } model)
            {
                var scores = new ChurnScores(
                    windows, definition, learnt, scored,
                    id == selection.Chosen ? chosen : chosen with { Selection = selection with { Chosen = id, BestRefused = selection.Chosen } }, model);
                progress?.Invoke(1);
                return (scores, null);
            }
        }

        return (null, new ChurnRefusal.OneSided(learnt.LeftCount, learnt.Left.Length - learnt.LeftCount, 1));
    }

    /// <summary>The rows, the highest probability first; equal ones in the order of customers.</summary>
    public IEnumerable<int> Likeliest() => Enumerable.Range(0, Subjects.Length).OrderByDescending(row => Probabilities[row]).ThenBy(row => row);

    /// <summary>The score of a customer; null when it was not eligible.</summary>
    public double? Of(int subject) => _rows.TryGetValue(subject, out int row) ? Probabilities[row] : null;

    /// <summary>Of customers scored like this at the last past date, the share that left, with its 95 % interval; null without a past to look at.</summary>
    /// <param name="probability">A score.</param>
    public ConfidenceInterval? PastShare(double probability)
    {
        if (Past is null)
        {
            return null;
        }

        CalibrationBin bin = Past.Bins.MinBy(bin => Math.Abs(bin.MeanProbability - probability));
        (double low, double high) = Intervals.Wilson((long)Math.Round(bin.ObservedShare * bin.Rows), bin.Rows);
        return new ConfidenceInterval(low, high);
    }

    /// <summary>The main reasons of a customer's score, strongest first; empty when it was not eligible.</summary>
    /// <param name="subject">Its index.</param>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<ChurnReason> Reasons(int subject, int count = 3)
    {
        if (!_rows.TryGetValue(subject, out int row))
        {
            return [];
        }

        return [.. _model.Explain(_features, row).Main(count).Select(part => ChurnReason.Of(part, _features, row, _windows.Histories.Vocabulary))];
    }

    /// <summary>What was learnt, to score one customer after another on later states of the base.</summary>
    public ChurnScorer Scorer() => new(
        this, _model is IPopulationModel model ? model.Among(_features) : _model, _windows.Attributes, _windows.Stages, FeatureGround.Of(_windows.Histories, At));
}
