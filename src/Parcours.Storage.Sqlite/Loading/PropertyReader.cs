using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Properties;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Reads the declared properties of facts out of their payloads, by ranges of their numbers.</summary>
internal static class PropertyReader
{
    private const string SelectPayloads = "SELECT id, kind, payload FROM facts WHERE id > ?1 AND id <= ?2 AND payload IS NOT NULL ORDER BY id";

    /// <summary>The properties with the values of all facts after one number up to another, in ranges read side by side.</summary>
    internal static FactProperties Read(string folder, FactProperties known, Vocabulary words, long after, long last)
    {
        if (known.Declared.IsEmpty || last <= after)
        {
            return known;
        }

        var ranges = new PropertyValues[(int)((last - after + FactReader.RangeSize - 1) / FactReader.RangeSize)][];
        int next = -1;
        SideBySide.For(Math.Min(ranges.Length, Environment.ProcessorCount), _ =>
        {
            using Database database = WorkspaceFile.OpenToRead(folder);
            database.Execute(Schema.MapForReading);
            using Statement select = database.Prepare(SelectPayloads);
            for (int range = Interlocked.Increment(ref next); range < ranges.Length; range = Interlocked.Increment(ref next))
            {
                long from = after + ((long)range * FactReader.RangeSize);
                ranges[range] = Read(select.Bind(1, from).Bind(2, Math.Min(last, from + FactReader.RangeSize)), known, words);
            }
        });
        return known.With(known.Names.Select((name, column) => known[name].With([.. ranges.Select(range => range[column])])));
    }

    private static PropertyValues[] Read(Statement select, FactProperties known, Vocabulary words)
    {
        Dictionary<FactKind, (PayloadReader Reader, int[] Columns)> byKind = known.Declared.GroupBy(property => property.Kind)
            .Where(kind => words.TryFindKind(kind.Key, out _))
            .ToDictionary(
                kind => words.TryFindKind(kind.Key, out FactKind found) ? found : FactKind.None,
                kind => (new PayloadReader(kind), kind.Select(property => known.Names.IndexOf(property.Name)).ToArray()));
        PropertyValues[] columns = [.. known.Names.Select(_ => new PropertyValues())];
        while (select.Step())
        {
            if (!byKind.TryGetValue((FactKind)select.Int64(1), out (PayloadReader Reader, int[] Columns) kind))
            {
                continue;
            }

            ReadOnlySpan<string?> values = kind.Reader.Read(select.Utf8(2));
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] is { } text)
                {
                    columns[kind.Columns[i]].Add(select.Int64(0), text);
                }
            }
        }

        select.Reset();
        return columns;
    }
}
