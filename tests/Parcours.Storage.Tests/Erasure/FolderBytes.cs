using System.Text;

namespace Parcours.Storage.Erasure;

/// <summary>The bytes of all files of a folder, to look for canaries in.</summary>
internal static class FolderBytes
{
    /// <summary>The files that hold a text as UTF-8, one line for each text and file.</summary>
    internal static List<string> Holding(string folder, IEnumerable<string> texts) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)) // held, and empty
            .Order(StringComparer.Ordinal).SelectMany(path => HeldBy(folder, path, texts))];

    private static IEnumerable<string> HeldBy(string folder, string path, IEnumerable<string> texts)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return [.. texts.Where(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0).Select(text => $"{text} in {Path.GetRelativePath(folder, path)}")];
    }
}
