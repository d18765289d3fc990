using System.Collections.Immutable;

namespace Parcours.Statistics.Learners;

/// <summary>What is known of each row (a customer at a date), column by column. Made of arrays without copying them.</summary>
public sealed class FeatureTable
{
    /// <summary>A table of columns of one length.</summary>
    /// <param name="columns">One or more, with names that differ.</param>
    /// <exception cref="ArgumentException">There is no column, lengths differ, or two columns have one name.</exception>
    public FeatureTable(params IEnumerable<FeatureColumn> columns)
    {
        Columns = [.. columns];
        if (Columns.IsEmpty)
        {
            throw new ArgumentException("A table needs a column.", nameof(columns));
        }

        RowCount = Columns[0].Values.Length;
        if (Columns.FirstOrDefault(column => column.Values.Length != RowCount) is { } odd)
        {
            throw new ArgumentException($"{odd.Name} has {odd.Values.Length} rows, {Columns[0].Name} has {RowCount}.", nameof(columns));
        }

        if (Columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two columns are named {twice.Key}.", nameof(columns));
        }
    }

    /// <summary>The columns, in the order given.</summary>
    public ImmutableArray<FeatureColumn> Columns { get; }

    /// <summary>How many rows every column has; 0 or more.</summary>
    public int RowCount { get; }

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FeatureColumn this[string name] =>
        Columns.FirstOrDefault(column => column.Name == name) ?? throw new ArgumentException($"The table has no column {name}.", nameof(name));

    /// <summary>Some of the rows, in the order asked, in columns of their own.</summary>
    /// <param name="rows">Places from 0; one may come twice.</param>
    public FeatureTable Take(ReadOnlySpan<int> rows)
    {
        var taken = new FeatureColumn[Columns.Length];
        for (int column = 0; column < taken.Length; column++)
        {
            taken[column] = Columns[column].Take(rows);
        }

        return new(taken);
    }
}
