using System.Text;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Facts;

/// <summary>Reads a text line by line; blank lines are no lines.</summary>
internal sealed class JsonLines : IDisposable
{
    private readonly TextWindow _window;
    private long _next = 1;

    /// <summary>Opens a file.</summary>
    public JsonLines(string path, Encoding encoding) =>
        _window = new TextWindow(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan), encoding);

    /// <summary>The number of the line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with it.</summary>
    public RowFault Fault { get; private set; }

    /// <summary>The line.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Bytes of the file read so far.</summary>
    public long Position => _window.Position;

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Read()
    {
        while (_window.Start < _window.End || _window.Fill())
        {
            int next = _window.EndOfLine(out int length);
            while (_window.Start + length >= _window.End && !_window.AtEnd && length < DelimitedReader.LongestLine)
            {
                _window.Fill();
                next = _window.EndOfLine(out length);
            }

            Line = _next++;
            bool tooLong = length >= DelimitedReader.LongestLine;
            if (tooLong)
            {
                next = _window.SkipLine(RowReader.LongestRaw);
                length = RowReader.LongestRaw;
            }

            Fault = tooLong ? RowFault.TooLong : _window.FaultIn(_window.Start, length);
            Text = _window.Buffer.AsSpan(_window.Start, length).Trim(" \t\r\n\ufeff").ToString();
            _window.Start = next;
            if (Text.Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The line as it was read, cut at 64 KB.</summary>
    public string Raw() => (Text.Length > RowReader.LongestRaw ? Text[..RowReader.LongestRaw] : Text).Replace(TextWindow.Invalid, '\ufffd');

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();
}
