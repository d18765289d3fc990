using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Files;

namespace Parcours.Engine.Definitions;

/// <summary>A definition's changelog: a file to which a line is added at each change.</summary>
internal static class DefinitionHistory
{
    /// <summary>The entries, oldest first; none where there is no file.</summary>
    public static IReadOnlyList<DefinitionVersion> Read(string path) => LineLog.Read(path, Version);

    /// <summary>Adds an entry, on the disk when the call returns.</summary>
    public static void Append(string path, DefinitionVersion version) => LineLog.Append(path, json =>
    {
        json.WriteString("at", version.At.ToString());
        json.WriteString("by", version.By);
        json.WriteString("note", version.Note);
        json.WriteString("text", version.Text);
    });

    private static DefinitionVersion? Version(JsonElement line) => line.GetProperty("text").GetString() is { } text
        ? new DefinitionVersion(Instant.From(line.GetProperty("at").GetDateTimeOffset()), line.GetProperty("by").GetString() ?? string.Empty, line.GetProperty("note").GetString() ?? string.Empty, text)
        : null;
}
