using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Formats;
using Parcours.Engine.Import.Refusals;

namespace Parcours.Engine.Import.Planning;

/// <summary>Reads the columns said by hand.</summary>
internal static class SaidColumns
{
    /// <summary>Reads each "key=Header".</summary>
    public static ImportRefusal? Read(IReadOnlyList<string> said, IReadOnlyList<string> headers, FileFormat format, out Dictionary<Column, int> columns)
    {
        columns = [];
        string[] keys = [.. format.Aliases.Select(alias => ColumnNames.NameOf(alias.Column))];
        foreach (string text in said)
        {
            int sign = text.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || sign == text.Length - 1)
            {
                return new MapMalformed(text);
            }

            string key = text[..sign].Trim();
            string header = text[(sign + 1)..].Trim();
            if (!ColumnNames.TryFind(key, out Column column) || !keys.Contains(ColumnNames.NameOf(column)))
            {
                return new MapUnknownKey(key, HeaderText.Nearest(key, keys), keys);
            }

            int field = FieldOf(header, headers);
            if (field < 0)
            {
                return new MapUnknownHeader(key, header, HeaderText.Nearest(header, headers), headers);
            }

            columns[column] = field;
        }

        return null;
    }

    private static int FieldOf(string header, IReadOnlyList<string> headers)
    {
        int field = headers.ToList().FindIndex(name => name == header);
        string plain = HeaderText.Plain(header);
        return field >= 0 || plain.Length == 0 ? field : headers.ToList().FindIndex(name => HeaderText.Plain(name) == plain);
    }
}
