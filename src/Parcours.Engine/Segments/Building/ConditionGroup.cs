using System.Collections.Immutable;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments.Building;

/// <summary>A group of a tree as a builder shows it: what a tree denies is a group of which none holds.</summary>
/// <param name="Kind">How many of its conditions must hold.</param>
/// <param name="Parts">The conditions; an empty group says nothing.</param>
public sealed record ConditionGroup(GroupKind Kind, ImmutableArray<ConditionTree> Parts)
{
    /// <summary>It as a tree.</summary>
    public ConditionTree Tree => Kind switch
    {
        GroupKind.None => new ConditionTree.Not(new ConditionTree.Group(true, Parts)),
        _ => new ConditionTree.Group(Kind == GroupKind.Any, Parts),
    };

    /// <summary>The group that a tree is; null for a condition alone.</summary>
    public static ConditionGroup? Of(ConditionTree tree) => tree switch
    {
        ConditionTree.Group group => new(group.IsAny ? GroupKind.Any : GroupKind.All, group.Items),
        ConditionTree.Not { Item: ConditionTree.Group { IsAny: true } any } => new(GroupKind.None, any.Items),
        ConditionTree.Not not => new(GroupKind.None, [not.Item]),
        _ => null,
    };

    /// <summary>The group that a tree is, or a group that holds it alone.</summary>
    public static ConditionGroup Around(ConditionTree tree) => Of(tree) ?? new(GroupKind.All, [tree]);
}
