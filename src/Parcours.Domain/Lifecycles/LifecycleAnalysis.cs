using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// A lifecycle on a base: its thresholds resolved, the timelines of every subject, and the reasons.
/// Everything is computed when first asked for and kept; a change of definition, threshold or base makes another analysis.
/// Safe to read from several threads.
/// </summary>
public sealed class LifecycleAnalysis
{
    private static readonly string[] OtherWords = ["score", "segment", "stage"];

    private readonly Lazy<LifecycleContext> _context;
    private readonly Lazy<Timelines> _timelines;

    /// <summary>Puts a definition on a base.</summary>
    /// <param name="definition">The lifecycle; it has been checked.</param>
    /// <param name="histories">The base.</param>
    /// <param name="rhythms">The base's rhythm by category (0 for all), computed once per base and shared by analyses.</param>
    /// <param name="others">Other definitions that rules may read, by id.</param>
    /// <param name="scores">The churn scores that rules may read; null for none.</param>
    /// <param name="earlier">The same lifecycle on an earlier state of the base: months of which nothing changed are taken from it; null for none.</param>
    /// <param name="changedFrom">The earliest instant that something changed at since.</param>
    public LifecycleAnalysis(
        LifecycleDefinition definition, HistoryBase histories, Func<int, RhythmHistory> rhythms, Func<string, LifecycleDefinition?> others, IScores? scores = null,
        LifecycleAnalysis? earlier = null, Instant changedFrom = default)
    {
        Definition = definition;
        Histories = histories;
        _context = new(() => ContextOf(definition, histories, rhythms, others, scores, [definition.Id], earlier?.Context.Tables, changedFrom));
        _timelines = new(() => TimelineScan.Run(definition, _context.Value));
    }

    internal LifecycleAnalysis(LifecycleDefinition definition, HistoryBase histories, Func<LifecycleContext> context)
    {
        Definition = definition;
        Histories = histories;
        _context = new(context);
        _timelines = new(() => TimelineScan.Run(definition, _context.Value));
    }

    /// <summary>A lifecycle with what was resolved before, on any state of the same base; null when the definition asks for more than was resolved.</summary>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="histories">The base.</param>
    /// <param name="resolved">What was resolved.</param>
    /// <param name="others">Other lifecycles that rules may read, by id, resolved.</param>
    /// <param name="scores">The churn scores that rules may read; null for none.</param>
    public static LifecycleAnalysis? Of(
        LifecycleDefinition definition, HistoryBase histories, LifecycleResolution resolved, Func<string, LifecycleAnalysis?> others, IScores? scores) =>
        resolved.ThresholdsOf(definition) is { } thresholds
            ? new(definition, histories, () => new LifecycleContext(histories, thresholds, resolved.TablesOn(histories.Subjects), id =>
                id != definition.Id && others(id) is { } other ? (other.Definition, other.Context) : null, scores))
            : null;

    /// <summary>The lifecycle.</summary>
    public LifecycleDefinition Definition { get; }

    /// <summary>What its rules take from the base as a whole, resolved.</summary>
    public LifecycleResolution Resolution => LifecycleResolution.Of(_context.Value);

    /// <summary>The base.</summary>
    public HistoryBase Histories { get; }

    internal LifecycleContext Context => _context.Value;

    /// <summary>The thresholds, resolved on the base.</summary>
    public ImmutableArray<Threshold> Thresholds => [.. Definition.Thresholds.Select(rule => _context.Value.Thresholds[rule.Name])];

    /// <summary>The stage spans of every subject, over all time.</summary>
    public Timelines Timelines => _timelines.Value;

    /// <summary>
    /// The same lifecycle on a later state of the base, with the thresholds and base tables resolved here: for a base that changes by the second, where they are worth
    /// resolving anew by the month.
    /// </summary>
    public LifecycleAnalysis On(HistoryBase later) => ReferenceEquals(later, Histories) ? this : new(Definition, later, () => _context.Value.On(later));

    /// <summary>Whether another analysis resolved the same thresholds, and neither reads base tables or scores: their stages differ only where histories do.</summary>
    public bool ResolvesAs(LifecycleAnalysis other) =>
        Context.Tables.IsEmpty && other.Context.Tables.IsEmpty && !ReadsOthers(Definition) && ReferenceEquals(Definition, other.Definition)
        && Definition.Thresholds.All(rule => Context.Thresholds[rule.Name].ResolvesAs(other.Context.Thresholds[rule.Name]));

    private static bool ReadsOthers(LifecycleDefinition definition) =>
        definition.Rules.Any(rule => Array.Exists(OtherWords, word => rule.When.Text.Contains(word, StringComparison.Ordinal)));

    /// <summary>The spans of one subject as they are known at a cut: after its last fact, what will be if nothing more happens.</summary>
    /// <param name="subject">Its index.</param>
    /// <param name="cut">Facts after it do not count.</param>
    public IReadOnlyList<StageSpan> SpansOf(int subject, Instant cut) => TimelineScan.One(Definition, _context.Value, subject, cut);

    /// <summary>Why a subject entered a stage: the definition's words when it has some, and the conditions that held with their figures.</summary>
    /// <param name="subject">Its index.</param>
    /// <param name="span">One of its spans.</param>
    /// <param name="cut">The cut the span was computed at.</param>
    /// <param name="language">"en" or "fr".</param>
    public string ReasonOf(int subject, StageSpan span, Instant cut, string language)
    {
        string figures = Reasons.Of(Definition, _context.Value, subject, Histories[subject].Until(cut), span, language);
        string? because = Definition.Rules[span.Rule].Because?.In(language);
        return because is null ? figures : figures.Length == 0 ? because : $"{because}{(language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "\u00a0" : string.Empty)}: {figures}";
    }

    private static LifecycleContext ContextOf(
        LifecycleDefinition definition, HistoryBase histories, Func<int, RhythmHistory> rhythms, Func<string, LifecycleDefinition?> others, IScores? scores,
        ImmutableHashSet<string> seen, BaseTables? known = null, Instant changedFrom = default)
    {
        var thresholds = definition.Thresholds.ToDictionary(rule => rule.Name, rule => Threshold.Resolve(rule, histories, rhythms));
        var context = new LifecycleContext(histories, thresholds, BaseTables.Empty, id =>
            !seen.Contains(id) && others(id) is { } other ? (other, ContextOf(other, histories, rhythms, others, scores, seen.Add(id))) : null, scores);
        return context with { Tables = BaseTableScan.Run(definition, context, known, changedFrom) };
    }
}
