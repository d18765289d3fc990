using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Formats;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import;

/// <summary>How a file will be read: made by <see cref="Importer.Plan"/> from the file alone, to be shown before anything is stored.</summary>
public sealed class ImportPlan
{
    internal ImportPlan(ImportRequest request, string kind, FileFormat? format, ColumnMap map, TableOpener opener, FileSurvey survey, FileHabits habits)
    {
        Request = request;
        Kind = kind;
        Format = format;
        Map = map;
        Opener = opener;
        Survey = survey;
        Habits = habits;
    }

    /// <summary>What was asked.</summary>
    public ImportRequest Request { get; }

    /// <summary>What the file holds.</summary>
    public string Kind { get; }

    /// <summary>The tool or shape recognised: shopify, woocommerce, orders...</summary>
    public string FormatName => Format?.Name ?? Kind;

    /// <summary>The source's name: it tells two sources of one kind apart.</summary>
    public string Source => Request.Source ?? FormatName;

    /// <summary>The columns recognised, each with its header, and whether by likeness only.</summary>
    public IReadOnlyList<(string Column, string Header, bool Guessed)> Columns =>
        [.. Map.Found.Select(pair => (ColumnNames.NameOf(pair.Key), pair.Value, Map.Guessed.Contains(pair.Key)))];

    /// <summary>The headers that nothing claims: their values are kept as they are.</summary>
    public IReadOnlyList<string> OtherHeaders => [.. Map.Others.Select(other => Map.Headers[other])];

    /// <summary>How numeric dates like 3/4/1997 are read: null when the file has none.</summary>
    public bool? DayFirst => Habits.SlashedDates ? Habits.DayFirst : null;

    /// <summary>Whether some date of the file proves it; when false the order is assumed.</summary>
    public bool DateOrderProven => Habits.OrderProven;

    /// <summary>How the text is encoded, as "utf-8"; "xlsx" for a sheet.</summary>
    public string Encoding => Survey.Nature == FileNature.Sheet ? "xlsx" : Survey.Encoding.WebName;

    /// <summary>What separates the fields.</summary>
    public char Delimiter => Opener.Delimiter;

    /// <summary>Bytes of the file.</summary>
    public long Bytes => Survey.Bytes;

    internal FileFormat? Format { get; }

    internal ColumnMap Map { get; }

    internal TableOpener Opener { get; }

    internal FileSurvey Survey { get; }

    internal FileHabits Habits { get; }
}
