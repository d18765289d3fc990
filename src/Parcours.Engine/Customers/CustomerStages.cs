using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>Where one customer stands under one lifecycle, how it came there, and what comes next.</summary>
/// <param name="Definition">The lifecycle.</param>
/// <param name="Spans">The stages over time up to the date, each with its reason.</param>
/// <param name="Next">The next change if nothing happens; null when there is none.</param>
public sealed record CustomerStages(LifecycleDefinition Definition, IReadOnlyList<(StageSpan Span, string Reason)> Spans, StageSpan? Next)
{
    /// <summary>What each threshold of the definition is worth at the date, by its name.</summary>
    public required IReadOnlyList<(string Name, Period Period)> Thresholds { get; init; }

    /// <summary>When the thresholds were resolved; null when it was on the very base that is shown.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>The present stage and why.</summary>
    public (StageSpan Span, string Reason) Present => Spans[^1];

    /// <summary>Reads them at a date; null when the customer had no fact by then.</summary>
    public static CustomerStages? Of(LifecycleAnalysis analysis, int subject, Instant at, string language)
    {
        IReadOnlyList<StageSpan> spans = analysis.SpansOf(subject, at);
        var past = spans.TakeWhile(span => span.From <= at).Select(span => (span, analysis.ReasonOf(subject, span, at, language))).ToList();
        return past.Count == 0 ? null : new CustomerStages(analysis.Definition, past, past.Count < spans.Count ? spans[past.Count] : null)
        {
            Thresholds = [.. analysis.Thresholds.Select(threshold => (threshold.Rule.Name, threshold.At(at)))],
        };
    }

    /// <summary>The stage of a span.</summary>
    public Stage StageOf(StageSpan span) => Definition.Stages[span.Stage];
}
