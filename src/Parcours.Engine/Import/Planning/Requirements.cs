using System.Buffers;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Formats;
using Parcours.Engine.Import.Refusals;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Planning;

/// <summary>Checks that a file has what its kind cannot do without, and says what to type when it has not.</summary>
internal static class Requirements
{
    /// <summary>What a shell takes as it is.</summary>
    private static readonly SearchValues<char> Bare = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=_-./:");

    /// <summary>The first column missing or in doubt; null when there is none.</summary>
    public static ImportRefusal? Check(FileFormat format, ColumnMap map, IReadOnlyDictionary<Column, string[]> doubts, string[] sample)
    {
        foreach (Requirement requirement in format.Requirements.Where(requirement => !requirement.AnyOf.Any(map.Has)))
        {
            Column doubtful = requirement.AnyOf.FirstOrDefault(doubts.ContainsKey, requirement.AnyOf[0]);
            string name = ColumnNames.NameOf(doubtful);
            if (doubts.TryGetValue(doubtful, out string[]? candidates))
            {
                return new ColumnAmbiguous(name, candidates, [.. candidates.Select(header => Option(name, header))]);
            }

            return new ColumnMissing(string.Join(" / ", requirement.AnyOf.Select(ColumnNames.NameOf)), map.Headers, Option(name, Likely(doubtful, map, sample)));
        }

        return null;
    }

    private static string Option(string name, string header)
    {
        string option = $"{name}={header}";
        return "--map " + (option.AsSpan().ContainsAnyExcept(Bare) ? $"\"{option}\"" : option);
    }

    private static string Likely(Column column, ColumnMap map, string[] sample)
    {
        int field = map.Others.FirstOrDefault(other => Fits(column, sample[other]), map.Others.FirstOrDefault(0));
        return map.Headers[field];
    }

    private static bool Fits(Column column, string value)
    {
        bool date = DateReader.TryRead(value, dayFirst: false, out _) || DateReader.TryRead(value, dayFirst: true, out _);
        bool number = NumberReader.TryRead(value, commaDecimal: false, out Number read, out byte sign);
        return column switch
        {
            Column.Date or Column.Sent => date,
            Column.Email => value.Contains('@'),
            Column.Amount or Column.Price or Column.Score => number && (sign != 0 || read.Scale > 0 || !date),
            _ => !date && value.Length > 0,
        };
    }
}
