using System.Text.Json;
using Parcours.Domain.Time;

namespace Parcours.Engine.Backups;

/// <summary>What a backup holds: the last entry of its file, so that a file cut short has none.</summary>
/// <param name="Format">The version of this form: 1.</param>
/// <param name="Made">When, as ISO 8601 in UTC: everything acknowledged before is in it.</param>
/// <param name="Files">The files, in ordinal order of their names.</param>
public sealed record BackupManifest(int Format, string Made, IReadOnlyList<BackupEntry> Files)
{
    /// <summary>The name of its entry.</summary>
    internal const string EntryName = "manifest.json";

    /// <summary>The present form.</summary>
    internal const int PresentFormat = 1;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>A manifest of files.</summary>
    internal static BackupManifest Of(Instant made, IEnumerable<BackupEntry> files) =>
        new(PresentFormat, made.ToString(), [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);

    /// <summary>Reads one; null when it is none.</summary>
    internal static BackupManifest? Read(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, _options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As it is written.</summary>
    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, _options);
}
