using System.Buffers;
using System.Text;

namespace Parcours.Engine.Import.Reading;

/// <summary>
/// Reads delimited text from a window over the file, without a string per field.
/// A quote that is never closed costs its own line and no other; so does a line of a million characters.
/// </summary>
internal sealed class DelimitedReader : RowReader
{
    /// <summary>From this many characters on, a line is a mistake.</summary>
    public const int LongestLine = 1_000_000;

    private readonly TextWindow _window;
    private readonly char _delimiter;
    private readonly SearchValues<char> _stops;
    private readonly ArrayBufferWriter<char> _unquoted = new();
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64]; // negative: the text is in _unquoted
    private long _nextLine = 1;
    private int _recordStart;
    private int _recordLength;

    public DelimitedReader(Stream stream, Encoding encoding, char delimiter)
    {
        _window = new TextWindow(stream, encoding);
        _delimiter = delimiter;
        _stops = SearchValues.Create([delimiter, '\n', '\r']);
    }

    /// <inheritdoc/>
    public override long Position => _window.Position;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> this[int field]
    {
        get
        {
            if (field >= Count)
            {
                return default;
            }

            int length = _lengths[field];
            return length >= 0 ? _window.Buffer.AsSpan(_starts[field], length) : _unquoted.WrittenSpan.Slice(_starts[field], -length - 1);
        }
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        while (_window.Start < _window.End || _window.Fill())
        {
            int start = _window.Start;
            Line = _nextLine;
            RowFault fault = Scan(out int next, out int lines);
            if (fault == RowFault.None && lines > 1 && Expected > 0 && Count != Expected)
            {
                // A stray quote swallowed the lines after it: this line alone is broken.
                fault = RowFault.UnclosedQuote;
            }

            if (fault == RowFault.UnclosedQuote)
            {
                next = _window.EndOfLine(out int length);
                lines = 1;
                _recordLength = length;
            }

            start = _recordStart = _window.Start;
            _nextLine += lines;
            _window.Start = next;
            if (fault == RowFault.TooLong)
            {
                _recordLength = Math.Min(_recordLength, _window.End - start);
                Fault = fault;
                Count = 0;
                return true;
            }

            if (IsBlank())
            {
                continue;
            }

            Fault = fault != RowFault.None ? fault : _window.FaultIn(start, _recordLength);
            return true;
        }

        Count = 0;
        return false;
    }

    /// <inheritdoc/>
    public override string Raw() =>
        _window.Buffer.AsSpan(_recordStart, Math.Min(_recordLength, LongestRaw)).ToString().Replace(TextWindow.Invalid, '\ufffd');

    /// <inheritdoc/>
    public override void Dispose() => _window.Dispose();

    private RowFault Scan(out int next, out int lines)
    {
        while (true)
        {
            RowFault? fault = TryScan(out next, out lines);
            if (fault is { } found)
            {
                return found;
            }

            // The window ends inside the record: read on and start it again.
            if (_window.End - _window.Start >= LongestLine)
            {
                if (lines > 1)
                {
                    return RowFault.UnclosedQuote;
                }

                _recordLength = LongestRaw;
                next = _window.SkipLine(LongestRaw);
                return RowFault.TooLong;
            }

            _window.Fill();
        }
    }

    /// <summary>Reads one record; null when the window ends before it does and the file may go on.</summary>
    private RowFault? TryScan(out int next, out int lines)
    {
        char[] buffer = _window.Buffer;
        int end = _window.End;
        int at = _window.Start;
        Count = 0;
        lines = 1;
        if (_unquoted.WrittenCount > 0)
        {
            _unquoted.ResetWrittenCount();
        }

        while (true)
        {
            int fieldStart = at;
            if (at < end && buffer[at] == '"')
            {
                RowFault? fault = Quoted(ref at, ref lines);
                if (fault != RowFault.None)
                {
                    next = end;
                    return fault;
                }
            }
            else
            {
                int stop = buffer.AsSpan(at, end - at).IndexOfAny(_stops);
                at = stop < 0 ? end : at + stop;
                Field(fieldStart, at - fieldStart);
            }

            if (at >= end || (buffer[at] == '\r' && at + 1 >= end))
            {
                next = end;
                if (!_window.AtEnd)
                {
                    return null;
                }

                _recordLength = at - _window.Start;
                return Length();
            }

            if (buffer[at] != _delimiter)
            {
                _recordLength = at - _window.Start;
                next = at + (buffer[at] == '\r' && buffer[at + 1] == '\n' ? 2 : 1);
                return Length();
            }

            at++;
        }
    }

    private RowFault Length() => _recordLength >= LongestLine ? RowFault.TooLong : RowFault.None;

    /// <summary>Reads a quoted field; null when the window ends inside it.</summary>
    private RowFault? Quoted(ref int at, ref int lines)
    {
        char[] buffer = _window.Buffer;
        int end = _window.End;
        int start = at + 1;
        int from = start;
        int written = _unquoted.WrittenCount;
        while (true)
        {
            int quote = buffer.AsSpan(from, end - from).IndexOf('"');
            if (quote < 0)
            {
                lines += LineEnds(buffer.AsSpan(from, end - from));
                return _window.AtEnd ? RowFault.UnclosedQuote : null;
            }

            lines += LineEnds(buffer.AsSpan(from, quote));
            quote += from;
            if (quote + 1 >= end && !_window.AtEnd)
            {
                return null;
            }

            bool doubled = quote + 1 < end && buffer[quote + 1] == '"';
            bool closes = !doubled && (quote + 1 >= end || _stops.Contains(buffer[quote + 1]));
            if (closes && _unquoted.WrittenCount == written)
            {
                Field(start, quote - start);
                at = quote + 1;
                return RowFault.None;
            }

            // A doubled quote stands for one; a lone one inside the text stands for itself.
            _unquoted.Write(buffer.AsSpan(start, quote - start + (closes ? 0 : 1)));
            start = from = quote + (doubled ? 2 : 1);
            if (closes)
            {
                Field(written, written - _unquoted.WrittenCount - 1);
                at = quote + 1;
                return RowFault.None;
            }
        }
    }

    private void Field(int start, int length)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _lengths, Count * 2);
        }

        _starts[Count] = start;
        _lengths[Count++] = length;
    }

    private bool IsBlank()
    {
        ReadOnlySpan<char> record = _window.Buffer.AsSpan(_recordStart, _recordLength);
        if (record.Length > 0 && char.IsLetterOrDigit(record[0]))
        {
            return false;
        }

        foreach (char letter in record)
        {
            if (letter != _delimiter && !char.IsWhiteSpace(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static int LineEnds(ReadOnlySpan<char> text) => text.Count('\n');
}
