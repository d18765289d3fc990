using System.Globalization;
using System.Text;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Segments;

/// <summary>The text of a segment's file: read from one, or written from what was typed.</summary>
internal static class SegmentText
{
    private const long LargestDefinition = 1 << 20;
    private const long LargestList = 1 << 28;

    /// <summary>Reads a definition's file.</summary>
    /// <exception cref="RefusedException">It is missing, a folder, or too large.</exception>
    public static string Read(string file) => Read(file, LargestDefinition, new("1 MB: no definition is", "1 Mo : aucune définition n'en a besoin"));

    /// <summary>Reads a file of keys, one a line.</summary>
    /// <exception cref="RefusedException">It is missing, a folder, or too large.</exception>
    public static IReadOnlyList<string> ReadKeys(string file) => [.. Read(file, LargestList, new("256 MB: no list is", "256 Mo : aucune liste n'en a besoin"))
        .TrimStart('\ufeff').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A definition's text.</summary>
    /// <param name="name">The segment's name.</param>
    /// <param name="members">Its other keys and values; those without a value are left out.</param>
    /// <param name="where">The condition; null for a list.</param>
    public static string Of(string name, IEnumerable<(string Key, string? Value)> members, string? where)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"segment: {name}\n");
        foreach ((string key, string? value) in members.Where(member => !string.IsNullOrEmpty(member.Value)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{key}: {Quoted(value!)}\n");
        }

        if (where is null)
        {
            return text.Append("list: true\n").ToString();
        }

        text.Append("where: |\n");
        foreach (string line in where.ReplaceLineEndings("\n").Split('\n'))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
        }

        return text.ToString();
    }

    private static string Quoted(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ") + "'";

    private static string Read(string file, long largest, Domain.Lifecycles.LocalText tooLarge)
    {
        if (!File.Exists(file))
        {
            throw new RefusedException(new Refusal("file_missing", Directory.Exists(file)
                ? new($"{file} is a folder: name the file.", $"{file} est un dossier : nommez le fichier.")
                : new($"There is no file {file}.", $"Il n'y a pas de fichier {file}.")));
        }

        return new FileInfo(file).Length <= largest ? File.ReadAllText(file) : throw new RefusedException(new Refusal("file_too_large", new(
            $"{file} is over {tooLarge.En}.", $"{file} dépasse {tooLarge.Fr}.")));
    }
}
