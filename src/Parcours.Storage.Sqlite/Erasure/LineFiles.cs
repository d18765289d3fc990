using System.Text;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>
/// The files of lines that the workspace keeps beside the store: lines put aside, uploads that wait, files of the inbox that were imported. The lines that name somebody
/// erased are taken out; every other byte stays, whatever its encoding.
/// </summary>
internal static class LineFiles
{
    private const string WholeUpload = "asked.json"; // stands beside an upload once all of it has come
    private static readonly string[] _tables = [".csv", ".tsv", ".txt"];
    private static readonly string[] _lines = [".json", ".jsonl", ".ndjson"];

    /// <summary>Takes the lines out; a file that another holds open is left as it is.</summary>
    /// <returns>How many.</returns>
    internal static int Erase(string workspace, Traces traces)
    {
        int erased = 0;
        foreach (string path in In(workspace))
        {
            try
            {
                erased += EraseIn(path, traces);
            }
            catch (Exception fault) when (fault is FileNotFoundException or UnauthorizedAccessException)
            {
                // Gone meanwhile, or not ours to change: what still names them is listed.
            }
        }

        return erased;
    }

    private static IEnumerable<string> In(string workspace)
    {
        IEnumerable<string> files = FilesOf(Path.Combine(workspace, "quarantine"));
        foreach (string import in FoldersOf(Path.Combine(workspace, "imports")))
        {
            files = files.Concat(FilesOf(import).Where(path => Path.GetExtension(path) == ".csv"))
                .Concat(File.Exists(Path.Combine(import, WholeUpload)) ? FilesOf(Path.Combine(import, "upload")) : []);
        }

        files = files.Concat(FilesOf(Path.Combine(workspace, "inbox", "done"))).Concat(FilesOf(Path.Combine(workspace, "inbox", "failed")));
        return files.Where(path => IsTable(path) || Ends(path, _lines)).ToList();
    }

    private static string[] FoldersOf(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static string[] FilesOf(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static bool IsTable(string path) => Ends(path, _tables);

    private static bool Ends(string path, string[] extensions) => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static int EraseIn(string path, Traces traces)
    {
        string beside = path + ".erasing";
        int erased = 0;
        try
        {
            using (FileStream from = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
            using (FileStream to = File.Create(beside))
            {
                foreach (byte[] record in Records(from, IsTable(path)))
                {
                    if (traces.AreIn(Encoding.UTF8.GetString(record)) || traces.AreIn(Encoding.Latin1.GetString(record)))
                    {
                        erased++;
                    }
                    else
                    {
                        to.Write(record);
                    }
                }

                to.Flush(flushToDisk: true);
            }

            if (erased > 0)
            {
                File.Move(beside, path, overwrite: true);
            }
        }
        finally
        {
            File.Delete(beside);
        }

        return erased;
    }

    /// <summary>The records with their ends: in a table, a line feed between quotes does not end one.</summary>
    private static IEnumerable<byte[]> Records(Stream from, bool isTable)
    {
        using var file = new BufferedStream(from, 1 << 16);
        var record = new MemoryStream();
        bool quoted = false;
        int before = '\n';
        for (int next = file.ReadByte(); next >= 0; before = next, next = file.ReadByte())
        {
            record.WriteByte((byte)next);
            if (isTable && next == '"')
            {
                quoted = !quoted && before is '\n' or '\r' or ',' or ';' or '\t' or '|' or '"'; // a quote within a word is a letter
            }

            if (next == '\n' && !quoted)
            {
                yield return record.ToArray();
                record.SetLength(0);
            }
        }

        if (record.Length > 0)
        {
            yield return record.ToArray();
        }
    }
}
