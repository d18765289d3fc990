using System.Text.Json;

namespace Parcours.Engine.Files;

/// <summary>A file of one JSON object a line, to which lines are only ever added.</summary>
internal static class LineLog
{
    /// <summary>What the lines hold, oldest first; nothing where there is no file. A line that a crash cut short is left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads a line; null for one to leave out.</param>
    public static IReadOnlyList<T> Read<T>(string path, Func<JsonElement, T?> read)
        where T : class => File.Exists(path) ? [.. File.ReadLines(path).Select(line => Parse(line, read)).OfType<T>()] : [];

    /// <summary>Adds a line, on the disk when the call returns.</summary>
    /// <param name="path">The file; it and its folder are made when they are not there.</param>
    /// <param name="members">Writes the members of the line's object.</param>
    public static void Append(string path, Action<Utf8JsonWriter> members)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.Seek(Math.Max(0, file.Length - 1), SeekOrigin.Begin);
        if (file.ReadByte() is not ('\n' or -1))
        {
            file.WriteByte((byte)'\n'); // on a line of its own even after one that a crash cut short
        }

        line.WriteTo(file);
        file.Flush(flushToDisk: true);
    }

    private static T? Parse<T>(string line, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
