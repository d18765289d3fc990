using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Formats;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Refusals;

namespace Parcours.Engine.Import.Planning;

/// <summary>Looks at a file to show it, before anybody says that it can be imported.</summary>
internal static class Previewer
{
    private const int Lines = 5;
    private const int LongestValue = 100;

    /// <summary>What is seen; null with a refusal when there is nothing to see.</summary>
    public static ImportPreview? Preview(ImportRequest request, out ImportRefusal? refusal) => Planner.Read<ImportPreview>(request, Of, out refusal);

    private static ImportPreview? Of(ImportRequest request, FileSurvey survey, out ImportRefusal? refusal)
    {
        refusal = null;
        string kind = Planner.KindOf(request, survey);
        var opener = new TableOpener(request.Path, survey);
        string encoding = survey.Nature == FileNature.Sheet ? "xlsx" : survey.Encoding.WebName;
        if (kind == FileKinds.Facts)
        {
            return new ImportPreview { Kind = kind, FormatName = kind, Encoding = encoding, Headers = [], Rows = [], Columns = [], Found = [], Missing = [] };
        }

        IReadOnlyList<string> headers;
        var rows = new List<IReadOnlyList<string>>();
        using (RowReader reader = opener.Open(out headers))
        {
            while (headers.Count > 0 && rows.Count < Lines && reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, headers.Count).Select(field => Short(reader[field]))]);
            }
        }

        refusal = headers.Count == 0 ? new FileEmpty(request.Path) : rows.Count == 0 ? new HeaderOnly(request.Path) : null;
        if (refusal is not null)
        {
            return null;
        }

        FileFormat format = FileKinds.FormatOf(kind, headers.Select(header => HeaderText.Plain(header)).ToHashSet(StringComparer.Ordinal));
        refusal = SaidColumns.Read(request.Map, headers, format, out Dictionary<Column, int> said);
        if (refusal is not null)
        {
            return null;
        }

        ColumnMap map = ColumnMapper.Map(headers, request.OnlyMap ? [] : format.Aliases, format.Hints, said, out _);
        return new ImportPreview
        {
            Kind = kind,
            FormatName = format.Name,
            Encoding = encoding,
            Headers = headers,
            Rows = rows,
            Columns = [.. format.Aliases.Select(alias => ColumnNames.NameOf(alias.Column)).Distinct()],
            Found = [.. map.Found.Select(pair => (ColumnNames.NameOf(pair.Key), map[pair.Key], map.Guessed.Contains(pair.Key)))],
            Missing = [.. format.Requirements.Where(requirement => !requirement.AnyOf.Any(map.Has)).Select(requirement => requirement.AnyOf.Select(ColumnNames.NameOf).ToArray())],
        };
    }

    private static string Short(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        string shown = value.Length > LongestValue ? string.Concat(value[..LongestValue], "…") : value.ToString();
        return shown.Replace(TextWindow.Invalid, '\ufffd').Replace("\0", string.Empty, StringComparison.Ordinal);
    }
}
