using System.Security.Cryptography;
using System.Text;

namespace Parcours.Engine.Import.Reading;

/// <summary>Reads a file's bytes once, before anything else.</summary>
internal static class FileSurveyor
{
    private const int Chunk = 1 << 20;

    /// <summary>Surveys a file.</summary>
    public static FileSurvey Survey(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[Chunk];
        var bytes = new ByteCensus();
        FileNature nature = FileNature.Empty;
        Encoding? marked = null;
        long total = 0;
        long lines = 0;
        int read;
        while ((read = stream.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false)) > 0)
        {
            ReadOnlySpan<byte> chunk = buffer.AsSpan(0, read);
            if (total == 0)
            {
                marked = MarkOf(chunk);
                nature = NatureOf(chunk, marked);
            }

            digest.AppendData(chunk);
            lines += chunk.Count((byte)'\n');
            if (marked is null && nature is FileNature.Text or FileNature.Json)
            {
                bytes.Add(chunk);
            }

            total += read;
        }

        return new FileSurvey(nature, marked ?? bytes.Encoding(), Convert.ToHexStringLower(digest.GetHashAndReset()), total, lines);
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> head) =>
        head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : head.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : head.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private static FileNature NatureOf(ReadOnlySpan<byte> head, Encoding? marked)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileNature.Sheet;
        }

        if (marked is not null && !marked.Equals(Encoding.UTF8))
        {
            return head.Length > 2 ? FileNature.Text : FileNature.Empty;
        }

        ReadOnlySpan<byte> text = head[(marked is null ? 0 : 3)..];
        text = text[..Math.Min(text.Length, 64 * 1024)].TrimStart("\r\n \t"u8);
        int line = text.IndexOf((byte)'\n');
        if (text.Length == 0)
        {
            return FileNature.Empty;
        }

        // A header has no control characters, and a table's bytes are mostly text; a stray NUL further on is its own line's affair.
        if (Controls(line < 0 ? text : text[..line]) > 0 || Controls(text) * 10 > text.Length || text.StartsWith("%PDF-"u8))
        {
            return FileNature.Binary;
        }

        return text[0] == (byte)'{' ? FileNature.Json : FileNature.Text;
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte value in bytes)
        {
            count += value < 9 || value is > 13 and < 32 ? 1 : 0;
        }

        return count;
    }
}
