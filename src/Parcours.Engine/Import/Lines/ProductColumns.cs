using System.Text.Json;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Lines;

/// <summary>Reads what a line is about: a product by its code, else by its name, else a category alone.</summary>
internal sealed class ProductColumns
{
    private readonly Feed _feed;
    private readonly int _code;
    private readonly int _name;
    private readonly int _category;
    private readonly int _size;
    private bool[] _known = new bool[1024];

    public ProductColumns(LineContext context)
    {
        _feed = context.Feed;
        _code = context.Map[Column.Product];
        _name = context.Map[Column.Name];
        _category = context.Map[Column.Category];
        _size = context.Map[Column.Size];
    }

    /// <summary>Whether the file tells products or categories.</summary>
    public bool Exists => _code >= 0 || _name >= 0 || _category >= 0;

    /// <summary>The text that stands for what was bought; empty when the line does not say.</summary>
    public ReadOnlySpan<char> Key(RowReader row)
    {
        ReadOnlySpan<char> key = Field(row, _code);
        key = key.IsEmpty ? Field(row, _name) : key;
        return key.IsEmpty ? Field(row, _category) : key;
    }

    /// <summary>Adds the line's own words to a message id.</summary>
    public void Identify(RowReader row, MessageIds ids)
    {
        ids.Add(Key(row));
        if (_category >= 0)
        {
            ids.Add(Field(row, _category));
        }

        if (_size >= 0)
        {
            ids.Add(Field(row, _size));
        }
    }

    /// <summary>The term of what was bought; the first line that names it tells its category, name and size.</summary>
    public int Take(RowReader row)
    {
        int term = _feed.Term(Key(row));
        if (term == 0 || (term < _known.Length && _known[term]))
        {
            return term;
        }

        if (term >= _known.Length)
        {
            Array.Resize(ref _known, Math.Max(term + 1, _known.Length * 2));
        }

        _known[term] = true;
        int category = _feed.Term(Field(row, _category));
        string? detail = Detail(row);
        if (category != 0 || detail is not null)
        {
            _feed.Product(term, category, detail);
        }

        return term;
    }

    private string? Detail(RowReader row)
    {
        var detail = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Put(detail, "name", Field(row, _name));
        Put(detail, "size", Field(row, _size));
        return detail.Count == 0 ? null : JsonSerializer.Serialize(detail, JsonText.Options);
    }

    private static void Put(SortedDictionary<string, string> detail, string name, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            detail[name] = text.ToString();
        }
    }

    private static ReadOnlySpan<char> Field(RowReader row, int field) => field < 0 ? default : row[field].Trim();
}
