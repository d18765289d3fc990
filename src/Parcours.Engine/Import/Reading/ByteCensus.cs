using System.Text;
using System.Text.Unicode;

namespace Parcours.Engine.Import.Reading;

/// <summary>
/// Tells UTF-8 with some broken lines from Windows-1252, by the bytes beyond ASCII: letters of western languages standing alone
/// between ASCII characters speak for Windows-1252, sequences that UTF-8 allows speak for UTF-8.
/// </summary>
internal sealed class ByteCensus
{
    /// <summary>é è ê ë à â ä á ç î ï í ô ö ó ò ù û ü ú ñ ß å æ ø œ, their capitals, and the signs that French and English texts use.</summary>
    private static readonly bool[] Western = WesternBytes();

    private readonly byte[] _tail = new byte[4];
    private int _tailLength;
    private long _sequences;
    private long _plausible;
    private long _strange;

    /// <summary>Counts the bytes of the next stretch of the file.</summary>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        if (_tailLength > 0)
        {
            // Only what is left of a sequence cut by the last stretch is joined to this one.
            Span<byte> joint = stackalloc byte[8];
            _tail.AsSpan(0, _tailLength).CopyTo(joint);
            int more = 0;
            while (more < 4 && more < chunk.Length && chunk[more] is >= 0x80 and < 0xC0)
            {
                joint[_tailLength + more] = chunk[more];
                more++;
            }

            int joined = _tailLength + more;
            _tailLength = 0;
            Count(joint[..joined], last: true);
            chunk = chunk[more..];
        }

        Count(chunk, last: false);
    }

    /// <summary>The encoding the bytes speak for.</summary>
    public Encoding Encoding()
    {
        Count(_tail.AsSpan(0, _tailLength), last: true);
        _tailLength = 0;
        bool western = _plausible > 0 && _sequences < _plausible && _strange * 10 <= _plausible;
        if (!western)
        {
            return System.Text.Encoding.UTF8;
        }

        System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return System.Text.Encoding.GetEncoding(1252);
    }

    private void Count(ReadOnlySpan<byte> bytes, bool last)
    {
        int at = 0;
        while (true)
        {
            int high = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                return;
            }

            at += high;
            int length = SequenceLength(bytes[at]);
            if (!last && length > 1 && at + length > bytes.Length)
            {
                bytes[at..].CopyTo(_tail);
                _tailLength = bytes.Length - at;
                return;
            }

            if (length > 1 && at + length <= bytes.Length && Utf8.IsValid(bytes.Slice(at, length)))
            {
                _sequences++;
                at += length;
                continue;
            }

            bool alone = at + 2 >= bytes.Length || bytes[at + 1] < 0x80 || bytes[at + 2] < 0x80;
            _plausible += alone && Western[bytes[at]] ? 1 : 0;
            _strange += alone && Western[bytes[at]] ? 0 : 1;
            at++;
        }
    }

    private static int SequenceLength(byte first) => first switch { >= 0xC2 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 1 };

    private static bool[] WesternBytes()
    {
        bool[] western = new bool[256];
        ReadOnlySpan<byte> letters =
        [
            0xE9, 0xE8, 0xEA, 0xEB, 0xE0, 0xE2, 0xE4, 0xE1, 0xE7, 0xEE, 0xEF, 0xED, 0xF4, 0xF6, 0xF3, 0xF2, 0xF9, 0xFB, 0xFC, 0xFA, 0xF1, 0xDF, 0xE5, 0xE6, 0xF8, 0x9C,
            0xC9, 0xC8, 0xCA, 0xCB, 0xC0, 0xC2, 0xC4, 0xC7, 0xCE, 0xCF, 0xD4, 0xD6, 0xD9, 0xDB, 0xDC, 0xD1, 0x8C, 0x80, 0xA3, 0xA0, 0xAB, 0xBB, 0xB0, 0xB2, 0xAE, 0xA9,
            0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0x99, 0xBD,
        ];
        foreach (byte letter in letters)
        {
            western[letter] = true;
        }

        return western;
    }
}
