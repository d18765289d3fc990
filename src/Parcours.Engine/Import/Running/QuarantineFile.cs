using System.Globalization;
using System.Text;
using Parcours.Engine.Answers;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Import.Running;

/// <summary>Writes the lines put aside to a CSV file: line, reason, the line as it was. Made at the first of them.</summary>
internal sealed class QuarantineFile(string? folder, string name, string fingerprint, string language) : IDisposable
{
    private StreamWriter? _writer;

    /// <summary>The file; null while no line was put aside.</summary>
    public string? Path { get; private set; }

    /// <summary>Writes a line.</summary>
    public void Add(long line, string reason, string raw)
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            Write(folder, line, reason, raw);
        }
        catch (IOException fault)
        {
            throw new WorkspaceException(new WorkspaceRefusal.DiskFull(folder), fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private void Write(string folder, long line, string reason, string raw)
    {

        if (_writer is null)
        {
            Directory.CreateDirectory(folder);
            Path = System.IO.Path.Combine(folder, $"{System.IO.Path.GetFileNameWithoutExtension(name)}-{fingerprint[..8]}.csv");
            _writer = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            _writer.Write(language.StartsWith("fr", StringComparison.Ordinal) ? "ligne,motif,texte\n" : "line,reason,raw\n");
        }

        _writer.Write(line.ToString(CultureInfo.InvariantCulture));
        _writer.Write(',');
        _writer.Write(Cell(reason));
        _writer.Write(',');
        _writer.Write(Cell(raw));
        _writer.Write('\n');
    }

    /// <summary>A cell that no spreadsheet takes for a formula.</summary>
    private static string Cell(string text) => $"\"{CsvText.Harmless(text).Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\0", "\ufffd", StringComparison.Ordinal)}\"";
}
