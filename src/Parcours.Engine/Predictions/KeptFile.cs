using System.Text.Json;

namespace Parcours.Engine.Predictions;

/// <summary>A file in the <c>models</c> folder beside a workspace's store: a cache that may be deleted at any time. It is written beside and renamed, so that readers need no lock.</summary>
internal static class KeptFile
{
    /// <summary>Reads a file; the default where it is missing, damaged, or not what is looked for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads the root; it may throw on what is not there.</param>
    public static T? Read<T>(string path, Func<JsonElement, T?> read)
    {
        try
        {
            if (!File.Exists(path))
            {
                return default;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException
            or IndexOutOfRangeException or IOException or UnauthorizedAccessException)
        {
            return default; // damaged or not ours: computed anew
        }
    }

    /// <summary>Writes a file. Does nothing where the workspace's folder is missing or cannot be written: a cache must not fail the verb that fills it.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the members of the root.</param>
    public static void Write(string folder, string path, Action<Utf8JsonWriter> write)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        string beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (FileStream stream = File.Create(beside))
            using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            {
                writer.WriteStartObject();
                write(writer);
                writer.WriteEndObject();
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // nothing was made, or it stays as a file that nobody reads
        }
    }
}
