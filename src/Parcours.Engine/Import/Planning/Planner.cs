using Parcours.Domain.Facts;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Formats;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Refusals;

namespace Parcours.Engine.Import.Planning;

/// <summary>Makes the plan of an import from the file alone.</summary>
internal static class Planner
{
    /// <summary>Reads something off a file that stood a first look.</summary>
    public delegate T? Reading<T>(ImportRequest request, FileSurvey survey, out ImportRefusal? refusal);

    /// <summary>The plan; null with a refusal when the file cannot be imported.</summary>
    public static ImportPlan? Plan(ImportRequest request, out ImportRefusal? refusal) => Read<ImportPlan>(request, Plan, out refusal);

    /// <summary>What the file holds, as far as was said or is seen.</summary>
    public static string KindOf(ImportRequest request, FileSurvey survey) => request.Kind ?? (survey.Nature == FileNature.Json ? FileKinds.Facts : FileKinds.Names[0]);

    /// <summary>What is read off a file; null with a refusal when it cannot be.</summary>
    public static T? Read<T>(ImportRequest request, Reading<T> read, out ImportRefusal? refusal)
        where T : class
    {
        refusal = Check(request);
        if (refusal is not null)
        {
            return null;
        }

        try
        {
            FileSurvey survey = FileSurveyor.Survey(request.Path);
            refusal = survey.Nature switch
            {
                FileNature.Empty => new FileEmpty(request.Path),
                FileNature.Binary => new FileBinary(request.Path),
                _ => null,
            };
            return refusal is null ? read(request, survey, out refusal) : null;
        }
        catch (Exception fault) when (fault is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException)
        {
            refusal = new FileBinary(request.Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refusal = new FileUnreadable(request.Path, fault.Message);
        }

        return null;
    }

    private static ImportRefusal? Check(ImportRequest request)
    {
        if (Directory.Exists(request.Path))
        {
            return new FileIsFolder(request.Path);
        }

        if (!File.Exists(request.Path))
        {
            return new FileMissing(request.Path);
        }

        if (request.Kind is { } kind && !FileKinds.Names.Contains(kind))
        {
            return new UnknownKind(kind, HeaderText.Nearest(kind, FileKinds.Names), FileKinds.Names);
        }

        return request.Currency is { } currency && !Currencies.TryFind(currency, out _) ? new UnknownCurrency(currency) : null;
    }

    private static ImportPlan? Plan(ImportRequest request, FileSurvey survey, out ImportRefusal? refusal)
    {
        refusal = null;
        string kind = KindOf(request, survey);
        var opener = new TableOpener(request.Path, survey);
        if (kind == FileKinds.Facts)
        {
            return new ImportPlan(request, kind, null, new ColumnMap([], new Dictionary<Column, int>(), new HashSet<Column>()), opener, survey, FileHabits.None);
        }

        string[] sample;
        IReadOnlyList<string> headers;
        using (RowReader reader = opener.Open(out headers))
        {
            if (headers.Count == 0)
            {
                refusal = new FileEmpty(request.Path);
                return null;
            }

            if (!reader.Read())
            {
                refusal = new HeaderOnly(request.Path);
                return null;
            }

            sample = new string[headers.Count];
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] = reader[i].ToString();
            }
        }

        FileFormat format = FileKinds.FormatOf(kind, headers.Select(header => HeaderText.Plain(header)).ToHashSet(StringComparer.Ordinal));
        refusal = SaidColumns.Read(request.Map, headers, format, out Dictionary<Column, int> said);
        if (refusal is not null)
        {
            return null;
        }

        ColumnMap map = ColumnMapper.Map(headers, request.OnlyMap ? [] : format.Aliases, format.Hints, said, out IReadOnlyDictionary<Column, string[]> doubts);
        refusal = Requirements.Check(format, map, doubts, sample);
        return refusal is null ? new ImportPlan(request, kind, format, map, opener, survey, HabitFinder.Of(opener, map, request.Language)) : null;
    }
}
