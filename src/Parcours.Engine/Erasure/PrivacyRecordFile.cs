using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Backups;
using Parcours.Engine.Identity;
using Parcours.Engine.Suppressions;

namespace Parcours.Engine.Erasure;

/// <summary>The privacy record as a file beside backups: replaced as a whole, so that a reader finds the old one or the new one.</summary>
public static class PrivacyRecordFile
{
    /// <summary>How its name ends.</summary>
    public const string Ending = ".parcours-privacy";

    private const int Format = 1;
    private const int LettersOfSecret = 16;

    /// <summary>Its name, one for each workspace: backups of several may share a folder.</summary>
    public static string NameOf(string secret) => secret[..LettersOfSecret] + Ending;

    /// <summary>Writes it into a folder; on the disk when the call returns.</summary>
    public static void Write(string folder, PrivacyRecord record)
    {
        string path = Path.Combine(folder, NameOf(record.Secret));
        string beside = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.new");
        try
        {
            using (FileStream file = BackupFiles.Create(beside))
            {
                using (var json = new Utf8JsonWriter(file))
                {
                    Write(json, record);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="BackupException">It is none, or is damaged.</exception>
    public static PrivacyRecord Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetInt32() != Format)
            {
                throw new BackupException(new BackupRefusal.NoRecord(path));
            }

            return new PrivacyRecord(
                root.GetProperty("secret").GetString()!,
                [.. root.GetProperty("erased").EnumerateArray().Select(one => KeyValuePair.Create(one.GetProperty("hash").GetString()!, At(one, "at")))],
                [.. root.GetProperty("suppressed").EnumerateArray().Select(one => new Suppression(
                    one.GetProperty("hash").GetString()!, (IdentityKind)one.GetProperty("kind").GetInt32(), one.GetProperty("reason").GetString()!, At(one, "at")))],
                [.. root.GetProperty("backups").EnumerateArray().Select(one => new KnownBackup(
                    0, one.GetProperty("path").GetString()!, At(one, "made"), one.GetProperty("bytes").GetInt64(), At(one, "expires")))]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new BackupException(new BackupRefusal.NoRecord(path), fault);
        }
    }

    private static void Write(Utf8JsonWriter json, PrivacyRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("secret", record.Secret);
        json.WriteObjects("erased", record.Erased, one =>
        {
            json.WriteString("hash", one.Key);
            json.WriteNumber("at", one.Value.Micros);
        });
        json.WriteObjects("suppressed", record.Suppressed, one =>
        {
            json.WriteString("hash", one.Hash);
            json.WriteNumber("kind", (int)one.Kind);
            json.WriteString("reason", one.Reason);
            json.WriteNumber("at", one.At.Micros);
        });
        json.WriteObjects("backups", record.Backups, one =>
        {
            json.WriteString("path", one.Path);
            json.WriteNumber("made", one.Made.Micros);
            json.WriteNumber("bytes", one.Bytes);
            json.WriteNumber("expires", one.Expires.Micros);
        });
        json.WriteEndObject();
    }

    private static Instant At(JsonElement one, string name) => new(one.GetProperty(name).GetInt64());
}
