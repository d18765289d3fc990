using System.Collections.Concurrent;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Engine.Definitions;

namespace Parcours.Engine.Segments;

/// <summary>The segments of a workspace on one state of its base: computed when first asked for and kept. Safe to ask from several threads.</summary>
public sealed class SegmentReading
{
    private readonly SegmentLibrary _library;
    private readonly Func<string, LifecycleAnalysis?> _lifecycle;
    private readonly Func<IReadOnlyList<string>, IEnumerable<int>> _find;
    private readonly ConcurrentDictionary<string, Lazy<LifecycleAnalysis?>> _analyses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<ListedSubjects?>> _lists = new(StringComparer.Ordinal);

    /// <summary>The segments on a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="library">The segments.</param>
    /// <param name="lifecycle">A lifecycle on the base; null for an unknown id.</param>
    /// <param name="find">The subjects that any of some keys name.</param>
    public SegmentReading(HistoryBase histories, SegmentLibrary library, Func<string, LifecycleAnalysis?> lifecycle, Func<IReadOnlyList<string>, IEnumerable<int>> find)
    {
        _library = library;
        _lifecycle = lifecycle;
        _find = find;
        Scope = new SegmentScope(histories, Other, list => Listed(list) is { } listed ? listed.Has : null, library.Lifecycles.Scores);
        Counter = new SegmentCounter(Scope);
    }

    /// <summary>The segments.</summary>
    public SegmentLibrary Library => _library;

    /// <summary>What conditions read on the base.</summary>
    public SegmentScope Scope { get; }

    /// <summary>Counts conditions on the base.</summary>
    public SegmentCounter Counter { get; }

    /// <summary>A segment as a lifecycle on the base; null for an unknown name.</summary>
    /// <exception cref="DefinitionException">Its file, or that of one it reads, has errors.</exception>
    public LifecycleAnalysis? Analyse(string id) => _analyses.GetOrAdd(id, asked => new(() => _library.Find(asked) is { } found ? Scope.Analyse(found) : null)).Value;

    /// <summary>What is on a list; null for what is no list.</summary>
    public ListedSubjects? Listed(string id) => _lists.GetOrAdd(id, asked => new(() =>
        _library.Unchecked(asked)?.IsList == true ? ListedSubjects.Of(_library.KeysOf(asked), Scope.Histories, _find) : null)).Value;

    private LifecycleAnalysis? Other(string id) =>
        id.StartsWith(SegmentDefinition.Prefix, StringComparison.Ordinal) ? Analyse(id[SegmentDefinition.Prefix.Length..]) : _lifecycle(id);
}
