using System.Collections.Immutable;

namespace Parcours.Domain.Histories;

/// <summary>The properties that a workspace declared, and the column of each name: kinds that declare the same name share it.</summary>
public sealed class FactProperties
{
    private readonly ImmutableArray<PropertyColumn> _columns;

    private FactProperties(ImmutableArray<DeclaredProperty> declared, ImmutableArray<string> names, ImmutableArray<PropertyColumn> columns)
    {
        Declared = declared;
        Names = names;
        _columns = columns;
    }

    /// <summary>Nothing declared.</summary>
    public static FactProperties None { get; } = Of([]);

    /// <summary>What is declared, in ordinal order of kind, then name.</summary>
    public ImmutableArray<DeclaredProperty> Declared { get; }

    /// <summary>The names, each once, in ordinal order: a column for each.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name is not declared.</exception>
    public PropertyColumn this[string name] =>
        Names.IndexOf(name) is >= 0 and var at ? _columns[at] : throw new ArgumentOutOfRangeException(nameof(name), name, "The property is not declared.");

    /// <summary>Some declarations, without any fact read.</summary>
    public static FactProperties Of(IEnumerable<DeclaredProperty> declared)
    {
        ImmutableArray<DeclaredProperty> all =
            [.. declared.Distinct().OrderBy(property => property.Kind, StringComparer.Ordinal).ThenBy(property => property.Name, StringComparer.Ordinal)];
        ImmutableArray<string> names = [.. all.Select(property => property.Name).Distinct().Order(StringComparer.Ordinal)];
        return new(all, names, [.. names.Select(_ => PropertyColumn.Empty)]);
    }

    /// <summary>Whether another declares the same.</summary>
    public bool DeclaresAs(FactProperties other) => Declared.SequenceEqual(other.Declared);

    /// <summary>The same declarations with other columns, in the order of <see cref="Names"/>.</summary>
    public FactProperties With(IEnumerable<PropertyColumn> columns) => new(Declared, Names, [.. columns]);

    /// <summary>The same declarations without the values of some facts.</summary>
    /// <param name="factIds">Their store sequences.</param>
    public FactProperties Without(IReadOnlySet<long> factIds) => new(Declared, Names, [.. _columns.Select(column => column.Without(factIds))]);
}
