namespace Parcours.Engine.Segments.Building;

/// <summary>A condition as somebody builds it by hand: groups within groups, and in them conditions of known shapes.</summary>
public abstract record ConditionTree
{
    private ConditionTree()
    {
    }

    /// <summary>Conditions together.</summary>
    /// <param name="Kind">How many of them must hold.</param>
    /// <param name="Parts">The conditions; an empty group says nothing and holds.</param>
    public sealed record Group(GroupKind Kind, IReadOnlyList<ConditionTree> Parts) : ConditionTree
    {
        /// <inheritdoc/>
        public bool Equals(Group? other) => other is not null && Kind == other.Kind && Parts.SequenceEqual(other.Parts);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Kind, Parts.Count);
    }

    /// <summary>One condition.</summary>
    /// <param name="Shape">Its shape, one of <see cref="ConditionShapes.All"/>.</param>
    /// <param name="Fields">What stands in its fields, by name; those left empty are not there.</param>
    public sealed record Leaf(string Shape, IReadOnlyDictionary<string, string> Fields) : ConditionTree
    {
        /// <inheritdoc/>
        public bool Equals(Leaf? other) => other is not null && Shape == other.Shape && Fields.OrderBy(field => field.Key, StringComparer.Ordinal).SequenceEqual(other.Fields.OrderBy(field => field.Key, StringComparer.Ordinal));

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Shape, Fields.Count);
    }
}
