using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Segments;

/// <summary>Segments and one small lifecycle on a base, for tests.</summary>
internal static class Segmented
{
    public static SegmentDefinition Named(string id, string? where) =>
        new(id, new(id, id), new(string.Empty, string.Empty), string.Empty, string.Empty, SubjectType.Customer, where is null ? null : new SourceText(where));

    /// <summary>A lifecycle "state": asleep after 90 days without an order, awake, or known.</summary>
    public static LifecycleDefinition State { get; } = new(
        "state", new("State", "État"), string.Empty, SubjectType.Customer, false, [], null,
        [new Stage(0, "asleep", new("Asleep", "Endormi"), -1), new Stage(1, "awake", new("Awake", "Éveillé"), 1), new Stage(2, "known", new("Known", "Connu"), 0)],
        [2, 1],
        [
            new StageRule(0, null, new SourceText("orders >= 1 and silence(order) >= 90 days")), new StageRule(1, null, new SourceText("orders >= 1")),
            new StageRule(2, null, new SourceText("always")),
        ]);

    /// <summary>The scope of a base with the lifecycle above, segments by condition, and lists.</summary>
    public static SegmentScope On(HistoryBase histories, IReadOnlyDictionary<string, string> segments, IReadOnlyDictionary<string, int[]>? lists = null)
    {
        SegmentScope? scope = null;
        var known = new Dictionary<string, LifecycleAnalysis>();
        scope = new SegmentScope(histories, id => known.TryGetValue(id, out LifecycleAnalysis? found) ? found : known[id] = Of(id)!, Listed, null);
        return scope;

        LifecycleAnalysis? Of(string id) => id == "state" ? new LifecycleAnalysis(State, histories, _ => throw new InvalidOperationException(), _ => null)
            : id.StartsWith(SegmentDefinition.Prefix, StringComparison.Ordinal) && segments.TryGetValue(id[SegmentDefinition.Prefix.Length..], out string? where)
                ? scope!.Analyse(Named(id[SegmentDefinition.Prefix.Length..], where))
                : null;

        Func<int, bool>? Listed(string id) => lists is not null && lists.TryGetValue(id, out int[]? on) ? on.Contains : null;
    }
}
