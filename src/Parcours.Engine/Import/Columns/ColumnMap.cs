namespace Parcours.Engine.Import.Columns;

/// <summary>Which column of a file means what.</summary>
internal sealed class ColumnMap
{
    private readonly int[] _fields;

    /// <summary>Puts together a map of recognised columns.</summary>
    /// <param name="headers">The headers of the file, in their order.</param>
    /// <param name="fields">The field of each column found.</param>
    /// <param name="guessed">The columns recognised by likeness only.</param>
    public ColumnMap(IReadOnlyList<string> headers, IReadOnlyDictionary<Column, int> fields, IReadOnlySet<Column> guessed)
    {
        Headers = headers;
        Guessed = guessed;
        _fields = [.. Enum.GetValues<Column>().Select(column => fields.GetValueOrDefault(column, -1))];
        Others = [.. Enumerable.Range(0, headers.Count).Where(field => headers[field].Length > 0 && !_fields.Contains(field))];
    }

    /// <summary>The headers, in the order of the file.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The columns recognised by likeness only: to be checked by whoever imports.</summary>
    public IReadOnlySet<Column> Guessed { get; }

    /// <summary>The fields that no column claims.</summary>
    public IReadOnlyList<int> Others { get; }

    /// <summary>The field of a column, from 0; -1 when the file has none.</summary>
    public int this[Column column] => _fields[(int)column];

    /// <summary>Whether the file has a column.</summary>
    public bool Has(Column column) => _fields[(int)column] >= 0;

    /// <summary>The header of a column; empty when the file has none.</summary>
    public string HeaderOf(Column column) => Has(column) ? Headers[this[column]] : string.Empty;

    /// <summary>The columns found, with their headers, in the order of <see cref="Column"/>.</summary>
    public IEnumerable<KeyValuePair<Column, string>> Found =>
        Enum.GetValues<Column>().Where(Has).Select(column => KeyValuePair.Create(column, HeaderOf(column)));
}
