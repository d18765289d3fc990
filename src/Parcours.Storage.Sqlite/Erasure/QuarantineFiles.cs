using System.Text;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>The CSV files of lines that imports put aside, beside the store: those that name somebody erased are taken out.</summary>
internal static class QuarantineFiles
{
    private const string Folder = "quarantine";

    /// <summary>Takes the lines out.</summary>
    /// <returns>How many.</returns>
    internal static int Erase(string workspace, Traces traces)
    {
        string folder = Path.Combine(workspace, Folder);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.csv").Sum(path => EraseIn(path, traces)) : 0;
    }

    private static int EraseIn(string path, Traces traces)
    {
        List<string> records = Records(File.ReadAllText(path));
        int before = records.Count;
        records.RemoveAll(traces.AreIn);
        if (records.Count < before)
        {
            string beside = path + ".tmp";
            File.WriteAllText(beside, string.Concat(records), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, path, overwrite: true);
        }

        return before - records.Count;
    }

    /// <summary>The records with their ends: a line feed between quotes does not end one.</summary>
    private static List<string> Records(string text)
    {
        var records = new List<string>();
        bool quoted = false;
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if ((text[i] == '\n' && !quoted) || i == text.Length - 1)
            {
                records.Add(text[from..(i + 1)]);
                from = i + 1;
            }
        }

        return records;
    }
}
