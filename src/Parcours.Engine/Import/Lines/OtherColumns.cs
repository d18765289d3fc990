using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Lines;

/// <summary>Keeps what a line says in columns that no fact has room for, as a JSON object.</summary>
internal sealed class OtherColumns
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly (int Field, string Name)[] _fields;
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    /// <summary>Chooses the columns.</summary>
    /// <param name="map">The columns.</param>
    /// <param name="kept">Columns that are mapped but have no room in a fact: kept under their own name.</param>
    public OtherColumns(ColumnMap map, params Column[] kept) =>
        _fields =
        [
            .. kept.Where(map.Has).Select(column => (map[column], ColumnNames.NameOf(column))),
            .. map.Others.Select(field => (field, map.Headers[field])),
        ];

    /// <summary>The object; null when all those columns are empty.</summary>
    public string? Read(RowReader row)
    {
        if (_fields.Length == 0)
        {
            return null;
        }

        _bytes.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_bytes, Plain);
        bool any = false;
        foreach ((int field, string name) in _fields)
        {
            ReadOnlySpan<char> text = row[field].Trim();
            if (text.IsEmpty)
            {
                continue;
            }

            if (!any)
            {
                json.WriteStartObject();
                any = true;
            }

            json.WriteString(name, text);
        }

        if (!any)
        {
            return null;
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(_bytes.WrittenSpan);
    }
}
