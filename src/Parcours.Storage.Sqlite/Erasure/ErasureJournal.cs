using System.Text.Json;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>
/// What an erasure under way looks for, in a file of its owner alone: written before the transaction ends and deleted when the files are clean, so that a start after a crash
/// finishes what was begun.
/// </summary>
internal static class ErasureJournal
{
    /// <summary>Its name in the workspace's folder.</summary>
    internal const string Name = "erasing.json";

    /// <summary>Writes it; on the disk when the call returns.</summary>
    internal static void Write(string folder, Traces traces)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(PathIn(folder), options);
        JsonSerializer.Serialize(file, traces.All);
        file.Flush(flushToDisk: true);
    }

    /// <summary>What the erasure that a crash ended was about; null when nothing says.</summary>
    internal static Traces? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<string[][]>(File.ReadAllBytes(PathIn(folder))) is [var texts, var inFiles] ? Traces.Of(texts, inFiles) : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Deletes it.</summary>
    internal static void Delete(string folder) => File.Delete(PathIn(folder));

    private static string PathIn(string folder) => Path.Combine(folder, Name);
}
