using System.Collections.Immutable;

namespace Parcours.Domain.Segments;

/// <summary>A comparison with one value, or with a list of them.</summary>
/// <param name="Operator">One of <c>= != &lt; &lt;= &gt; &gt;= contains in</c>.</param>
/// <param name="Values">The values: one, or for <c>in</c> one or more.</param>
public sealed record ValueTest(string Operator, ImmutableArray<TreeValue> Values)
{
    /// <inheritdoc/>
    public bool Equals(ValueTest? other) => other is not null && Operator == other.Operator && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Values.Length);
}
