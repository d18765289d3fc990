using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Engine.Definitions;
using Parcours.Engine.Live;

namespace Parcours.Engine.Segments;

/// <summary>All segments of a workspace, to be followed as lifecycles of two stages. One whose file has errors is left out until it is mended.</summary>
/// <param name="library">The segments as they stand.</param>
/// <param name="find">The subjects that any of some keys name.</param>
internal sealed class FollowedSegments(SegmentLibrary library, Func<IReadOnlyList<string>, IEnumerable<int>> find) : IStageDefinitions
{
    private readonly Dictionary<string, LifecycleAnalysis?> _lifecycles = new(StringComparer.Ordinal);
    private SegmentReading? _reading;

    public IReadOnlyList<string> Ids { get; } = [.. library.Ids.Select(id => SegmentDefinition.Prefix + id)];

    public LifecycleDefinition? Find(string id)
    {
        try
        {
            return library.Find(id[SegmentDefinition.Prefix.Length..])?.AsLifecycle();
        }
        catch (DefinitionException)
        {
            return null; // said where the segment itself is asked for
        }
    }

    public LifecycleAnalysis Analyse(LifecycleDefinition definition, HistoryBase histories)
    {
        if (_reading is null || !ReferenceEquals(_reading.Scope.Histories, histories))
        {
            _lifecycles.Clear();
            _reading = new SegmentReading(histories, library, id => Lifecycle(id, histories), find);
        }

        return _reading.Scope.Analyse(definition);
    }

    private LifecycleAnalysis? Lifecycle(string id, HistoryBase histories)
    {
        if (!_lifecycles.TryGetValue(id, out LifecycleAnalysis? known))
        {
            _lifecycles[id] = known = library.Lifecycles.Find(id) is { } other ? library.Lifecycles.Analyse(other, histories) : null;
        }

        return known;
    }
}
