using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Files;

namespace Parcours.Engine.Segments;

/// <summary>A segment's changelog: a file to which a line is added at each change.</summary>
internal static class SegmentVersions
{
    /// <summary>The entries, oldest first; none where there is no file.</summary>
    public static IReadOnlyList<SegmentVersion> Read(string path) => LineLog.Read(path, Version);

    /// <summary>Adds an entry, on the disk when the call returns.</summary>
    public static void Append(string path, SegmentVersion version) => LineLog.Append(path, json =>
    {
        json.WriteString("at", version.At.ToString());
        json.WriteString("by", version.By);
        json.WriteString("note", version.Note);
        json.WriteString("text", version.Text);
        if (version.Listed is { } listed)
        {
            json.WriteNumber("listed", listed);
        }
    });

    private static SegmentVersion Version(JsonElement line) => new(
        Instant.From(line.GetProperty("at").GetDateTimeOffset()),
        line.GetProperty("by").GetString() ?? string.Empty,
        line.GetProperty("note").GetString() ?? string.Empty,
        line.GetProperty("text").GetString(),
        line.TryGetProperty("listed", out JsonElement listed) ? listed.GetInt32() : null);
}
