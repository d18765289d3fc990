using System.Text;
using System.Text.Json;
using Parcours.Domain.Time;

namespace Parcours.Engine.Definitions;

/// <summary>A definition's changelog: a file to which a line is added at each change.</summary>
internal static class DefinitionHistory
{
    /// <summary>The entries, oldest first; none where there is no file. A line that a crash cut short is left out.</summary>
    public static IReadOnlyList<DefinitionVersion> Read(string path) => File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<DefinitionVersion>()] : [];

    /// <summary>Adds an entry, on the disk when the call returns.</summary>
    public static void Append(string path, DefinitionVersion version)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("at", version.At.ToString());
            json.WriteString("by", version.By);
            json.WriteString("note", version.Note);
            json.WriteString("text", version.Text);
            json.WriteEndObject();
        }

        // On a line of its own even after one that a crash cut short.
        bool isWhole = !File.Exists(path) || File.ReadAllBytes(path) is [] or [.., (byte)'\n'];
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes((isWhole ? string.Empty : "\n") + Encoding.UTF8.GetString(line.ToArray()) + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static DefinitionVersion? Parse(string line)
    {
        try
        {
            JsonElement root = JsonDocument.Parse(line).RootElement;
            return root.GetProperty("text").GetString() is { } text
                ? new DefinitionVersion(
                    Instant.From(root.GetProperty("at").GetDateTimeOffset()), root.GetProperty("by").GetString() ?? string.Empty, root.GetProperty("note").GetString() ?? string.Empty, text)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
