using System.Text;

namespace Parcours.Engine.Import.Reading;

/// <summary>A moving window of decoded characters over a file. Bytes that are no text of the encoding become <see cref="Invalid"/>.</summary>
internal sealed class TextWindow : IDisposable
{
    /// <summary>Stands for bytes that could not be read: a code that no text may hold.</summary>
    public const char Invalid = '\ufffe';

    private const int ByteChunk = 128 * 1024;

    private readonly Stream _stream;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes = new byte[ByteChunk];
    private bool _suspect;

    public TextWindow(Stream stream, Encoding encoding)
    {
        _stream = stream;
        var reading = (Encoding)encoding.Clone();
        reading.DecoderFallback = new DecoderReplacementFallback(Invalid.ToString());
        _decoder = reading.GetDecoder();
        Buffer = new char[2 * ByteChunk];
    }

    /// <summary>The characters; those from <see cref="Start"/> to <see cref="End"/> are not read yet.</summary>
    public char[] Buffer { get; private set; }

    public int Start { get; set; }

    public int End { get; private set; }

    /// <summary>Whether the file has no more than what is in the window.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Bytes taken from the file.</summary>
    public long Position { get; private set; }

    /// <summary>Reads on, keeping what is unread; false when there was no more.</summary>
    public bool Fill()
    {
        if (AtEnd)
        {
            return false;
        }

        int kept = End - Start;
        if (Start > 0)
        {
            Buffer.AsSpan(Start, kept).CopyTo(Buffer);
            Start = 0;
            End = kept;
        }

        if (Buffer.Length - kept < ByteChunk + 16)
        {
            char[] larger = new char[Buffer.Length * 2];
            Buffer.AsSpan(0, kept).CopyTo(larger);
            Buffer = larger;
        }

        int read = _stream.Read(_bytes);
        AtEnd = read == 0;
        Position += read;
        int added = _decoder.GetChars(_bytes.AsSpan(0, read), Buffer.AsSpan(End), flush: AtEnd);
        ReadOnlySpan<char> fresh = Buffer.AsSpan(End, added);
        _suspect |= fresh.ContainsAny('\0', Invalid);
        End += added;
        return added > 0 || !AtEnd;
    }

    /// <summary>Whether a stretch of the window holds what no text may hold.</summary>
    public RowFault FaultIn(int start, int length)
    {
        if (!_suspect)
        {
            return RowFault.None;
        }

        ReadOnlySpan<char> text = Buffer.AsSpan(start, length);
        return text.Contains('\0') ? RowFault.NulByte : text.Contains(Invalid) ? RowFault.InvalidText : RowFault.None;
    }

    /// <summary>Where the line that begins the window ends, its end mark included.</summary>
    public int EndOfLine(out int length)
    {
        ReadOnlySpan<char> text = Buffer.AsSpan(Start, End - Start);
        length = text.IndexOfAny('\r', '\n');
        if (length < 0)
        {
            length = text.Length;
            return End;
        }

        return Start + length + (text[length] == '\r' && length + 1 < text.Length && text[length + 1] == '\n' ? 2 : 1);
    }

    /// <summary>Skips to the end of a line too long for the window, keeping its first characters at the window's start.</summary>
    /// <returns>Where the next line starts.</returns>
    public int SkipLine(int keep)
    {
        while (true)
        {
            int next = EndOfLine(out int length);
            if (Start + length < End || AtEnd)
            {
                return next;
            }

            End = Start + keep;
            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
