using Parcours.Domain.Expressions;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>
/// Scores one customer by what was learnt before, on any later state of the base: nothing is learnt again and nobody else is looked at, so a score is as new as the customer's
/// last fact. May be asked from several threads.
/// </summary>
public sealed class ChurnScorer
{
    private const int MostReasons = 3;

    private readonly IBinaryModel _model;
    private readonly int[] _attributes;
    private readonly FeatureGround _base;
    private LifecycleAnalysis _stages;

    internal ChurnScorer(ChurnScores scores, IBinaryModel model, int[] attributes, LifecycleAnalysis stages, FeatureGround known)
    {
        Definition = scores.Definition;
        Model = scores.Selection.Chosen;
        Version = scores.Version;
        LearntAt = scores.LearntAt;
        _model = model;
        _attributes = attributes;
        _stages = stages;
        _base = known;
    }

    /// <summary>What leaving is.</summary>
    public ChurnDefinition Definition { get; }

    /// <summary>The learner behind it.</summary>
    public string Model { get; }

    /// <summary>The number of that choice.</summary>
    public int Version { get; }

    /// <summary>t0 of the window it learnt from.</summary>
    public Instant LearntAt { get; }

    /// <summary>The score of a customer; null when it could not leave.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="subject">The customer's index.</param>
    /// <param name="now">The date of the score.</param>
    /// <param name="lastDay">The end of the last day of the base: silence after it, that nobody could have broken, is no leaving.</param>
    public ChurnScore? Score(HistoryBase histories, int subject, Instant now, Instant lastDay)
    {
        HistoryBase seen = OrderHolders.Of(histories, Definition.Subject);
        History history = seen[subject].Until(now);
        if (history.IsEmpty || seen.Subjects.TypeOf(subject) != Definition.Subject)
        {
            return null;
        }

        Instant own = seen.Calendar.EndOfDay(seen.Calendar.DayOf(history.Facts[^1].At));
        Instant known = own > lastDay ? own : lastDay;
        Instant at = now < known ? now : known;
        var eligible = Condition.Compile(Definition.Eligible, seen, Definition.Lengths, out ExpressionError? error);
        if (eligible is null)
        {
            throw new InvalidOperationException($"A checked condition has an error: {error}");
        }

        if (!eligible.Holds(subject, at))
        {
            return null;
        }

        LifecycleAnalysis stages = _stages.On(seen);
        _stages = stages; // the base it was before need not be kept
        FeatureGround widened = history.Facts[0].At < _base.First ? _base with { First = history.Facts[0].At } : _base;
        var values = FeatureScan.Compute(seen, at, [subject], widened);
        FeatureTable rows = ChurnWindows.Features(seen, _attributes, values, at, _ => StageAt(stages, subject, at));
        return new ChurnScore(
            _model.Predict(rows)[0], at, [.. _model.Explain(rows, 0).Main(MostReasons).Select(part => ChurnReason.Of(part, rows, 0, seen.Vocabulary))]);
    }

    private static StageSpan? StageAt(LifecycleAnalysis stages, int subject, Instant at)
    {
        StageSpan? present = null;
        foreach (StageSpan span in stages.SpansOf(subject, at).TakeWhile(span => span.From <= at))
        {
            present = span;
        }

        return present;
    }
}
