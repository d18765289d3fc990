using Parcours.Domain.Histories;

namespace Parcours.Domain.Expressions;

/// <summary>What the names of an expression mean beyond the language's own words.</summary>
/// <param name="Histories">The base, for its dictionary, calendar and currency.</param>
internal sealed record Scope(HistoryBase Histories)
{
    /// <summary>The thresholds, by name.</summary>
    public IReadOnlyDictionary<string, ThresholdSeries> Thresholds { get; init; } = new Dictionary<string, ThresholdSeries>();

    /// <summary>For each threshold, the series of the categories that have their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, ThresholdSeries>> ThresholdsByCategory { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<int, ThresholdSeries>>();

    /// <summary>The base tables for ranks and means.</summary>
    public BaseTables Tables { get; init; } = BaseTables.Empty;

    /// <summary>The stages of the lifecycle the expression belongs to, in index order; empty outside a lifecycle.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>The stage walk of the lifecycle the expression belongs to.</summary>
    public StageState? State { get; init; }

    /// <summary>The rule called <c>target</c> of the workspace or definition: who is in the market at all. Null for everyone.</summary>
    public SourceText? Target { get; init; }

    /// <summary>The churn scores; null where none may be read.</summary>
    public IScores? Scores { get; init; }

    /// <summary>The stage under another lifecycle, or whether in a segment (see <see cref="OtherDefinition"/>); null for an unknown one or a circle.</summary>
    public Func<OtherDefinition, Fold, TextValue?> Other { get; init; } = (_, _) => null;
}
