using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Usage;

/// <summary>Something that looks at data.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record DataUser(DataUserSort Sort, string Id, LocalText Name)
{
    private readonly HashSet<(DataSort, string)> _reads = [];

    /// <summary>A lifecycle, by its rules.</summary>
    public static DataUser Of(LifecycleDefinition lifecycle)
    {
        IEnumerable<SourceText> conditions = lifecycle.Rules.Select(rule => rule.When);
        return new DataUser(DataUserSort.Lifecycle, lifecycle.Id, lifecycle.Name).Reading(DataRead.In(lifecycle.Target is { } target ? conditions.Prepend(target) : conditions));
    }

    /// <summary>A segment, by its condition; a list looks at nothing.</summary>
    public static DataUser Of(SegmentDefinition segment) =>
        new DataUser(DataUserSort.Segment, segment.Id, segment.Name).Reading(DataRead.In(segment.Where is { } where ? [where] : []));

    /// <summary>A score, by the kinds of fact that it looks at.</summary>
    public static DataUser Of(string id, LocalText name, IEnumerable<string> kinds)
    {
        var user = new DataUser(DataUserSort.Score, id, name);
        user._reads.UnionWith(kinds.Select(kind => (DataSort.Kind, kind)));
        return user;
    }

    /// <summary>Whether it looks at a thing.</summary>
    public bool Reads(DataSort sort, string name) => _reads.Contains((sort, name));

    private DataUser Reading(DataRead read)
    {
        _reads.UnionWith(read.Kinds.Select(name => (DataSort.Kind, name)));
        _reads.UnionWith(read.Attributes.Select(name => (DataSort.Attribute, name)));
        _reads.UnionWith(read.Properties.Select(name => (DataSort.Property, name)));
        return this;
    }
}
