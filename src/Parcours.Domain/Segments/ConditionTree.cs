using System.Collections.Immutable;

namespace Parcours.Domain.Segments;

/// <summary>
/// A condition as a builder draws it: groups, and leaves with their fields. Every condition of the language has a tree: what a builder cannot draw is kept as its text.
/// </summary>
public abstract record ConditionTree
{
    private ConditionTree()
    {
    }

    /// <summary>All of some conditions, or any of them. Without a condition, all hold and none does.</summary>
    /// <param name="IsAny">Whether one is enough.</param>
    /// <param name="Items">The conditions.</param>
    public sealed record Group(bool IsAny, ImmutableArray<ConditionTree> Items) : ConditionTree
    {
        /// <inheritdoc/>
        public bool Equals(Group? other) => other is not null && IsAny == other.IsAny && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(IsAny, Items.Length);
    }

    /// <summary>The contrary of a condition.</summary>
    /// <param name="Item">The condition.</param>
    public sealed record Not(ConditionTree Item) : ConditionTree;

    /// <summary>A condition on facts.</summary>
    /// <param name="Measure">A word that reads facts, as "count", "ever", "silence" or "spend".</param>
    /// <param name="Kinds">The kinds of facts; none where the word knows its own.</param>
    /// <param name="Where">What each fact must be like, all of it.</param>
    /// <param name="Window">Which facts by their time; null for all.</param>
    /// <param name="Test">What the number is compared with; null for "ever" and "never".</param>
    public sealed record Facts(string Measure, ImmutableArray<string> Kinds, ImmutableArray<FieldTest> Where, FactWindow? Window, ValueTest? Test) : ConditionTree
    {
        /// <inheritdoc/>
        public bool Equals(Facts? other) =>
            other is not null && Measure == other.Measure && Kinds.SequenceEqual(other.Kinds) && Where.SequenceEqual(other.Where) && Equals(Window, other.Window) && Equals(Test, other.Test);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Measure, Kinds.Length, Where.Length, Window, Test);
    }

    /// <summary>A condition on a state: an attribute, a stage, another segment, consent, a score...</summary>
    /// <param name="Word">The word, as "attribute", "stage", "segment", "consent", "score" or "recency".</param>
    /// <param name="Names">The names in its brackets; none when it stands alone.</param>
    /// <param name="Groups">The number of groups of a score; null for other words.</param>
    /// <param name="At">The date it is asked as of, as 2026-01-01; null for the present.</param>
    /// <param name="Test">What it is compared with; null for a word that is a condition by itself.</param>
    public sealed record State(string Word, ImmutableArray<string> Names, int? Groups, string? At, ValueTest? Test) : ConditionTree
    {
        /// <inheritdoc/>
        public bool Equals(State? other) =>
            other is not null && Word == other.Word && Names.SequenceEqual(other.Names) && Groups == other.Groups && At == other.At && Equals(Test, other.Test);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Word, Names.Length, Groups, At, Test);
    }

    /// <summary>A condition that a builder shows as its text.</summary>
    /// <param name="Written">The text.</param>
    public sealed record Text(string Written) : ConditionTree;
}
