using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>What a lifecycle is computed with on a base: its thresholds, its base tables, the other lifecycles its rules read, and churn scores.</summary>
internal sealed record LifecycleContext(
    HistoryBase Histories,
    IReadOnlyDictionary<string, Threshold> Thresholds,
    BaseTables Tables,
    Func<string, (LifecycleDefinition Definition, LifecycleContext Context)?> Others,
    IScores? Scores)
{
    /// <summary>Who is on a list, by the list's name; null for what is no list. Lists are drawn up outside the language.</summary>
    public Func<string, Func<int, bool>?> Lists { get; init; } = _ => null;

    /// <summary>A context without a base: enough to check a definition.</summary>
    public static LifecycleContext Unbound(
        LifecycleDefinition definition, Func<string, LifecycleDefinition?> others, FactProperties properties, IScores? scores, Func<string, bool>? isList = null)
    {
        HistoryBase histories = new HistoryBase([], Subjects.Of([]), Vocabulary.Empty, Calendar.Utc, 0).With(properties);
        var thresholds = definition.Thresholds.ToDictionary(
            rule => rule.Name, rule => new Threshold(rule, new ThresholdSeries(rule.Fixed ?? rule.Fallback), new Dictionary<int, ThresholdSeries>()));
        return new LifecycleContext(histories, thresholds, BaseTables.Empty, id =>
            id != definition.Id && others(id) is { } other
                ? (other, Unbound(other, inner => inner == definition.Id ? null : others(inner), properties, scores, isList))
                : null, scores)
        {
            Lists = list => isList?.Invoke(list) == true ? _ => false : null,
        };
    }

    /// <summary>The same thresholds, base tables and scores on a later state of the base.</summary>
    public LifecycleContext On(HistoryBase later)
    {
        Func<string, (LifecycleDefinition Definition, LifecycleContext Context)?> others = Others;
        return this with
        {
            Histories = later,
            Others = id => others(id) is var (definition, context) ? (definition, context.On(later)) : null,
            Scores = Scores is null ? null : new ScoresOf(Scores, Histories),
        };
    }

    /// <summary>Scores of one state of the base, whatever state they are asked for.</summary>
    private sealed class ScoresOf(IScores scores, HistoryBase histories) : IScores
    {
        public IReadOnlyList<string> Ids => scores.Ids;

        public MonthlyScores? Of(string id, HistoryBase later) => scores.Of(id, histories);
    }
}
