using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>
/// Texts that name somebody, looked for in other texts and in files. In a text one counts only as a word of its own: "12" is not in "2012". A very short one names
/// nobody in particular there, and is not looked for.
/// </summary>
internal sealed class Traces
{
    private const int ShortestInText = 4;
    private const int ShortestInFile = 6;
    private const int BytesAtOnce = 1 << 20;

    // As spreadsheets and tills of the inbox write.
    private static readonly Encoding[] _encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1];

    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _beside = [];
    private SearchValues<string>? _inText;

    internal Traces(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            Add(text);
        }
    }

    /// <summary>The texts, and those looked for in files only.</summary>
    internal string[][] All => [[.. _texts], [.. _beside]];

    /// <summary>What <see cref="All"/> gave before.</summary>
    internal static Traces Of(string[] texts, string[] inFiles)
    {
        var traces = new Traces([]);
        traces._texts.UnionWith(texts);
        traces._beside.AddRange(inFiles);
        return traces;
    }

    /// <summary>Adds a text.</summary>
    internal void Add(string? text)
    {
        if (text is { Length: >= ShortestInText } && _texts.Add(text))
        {
            _texts.Add(JsonSerializer.Serialize(text)[1..^1]); // as JSON writes a plus or an accent
            _inText = null;
        }
    }

    /// <summary>Adds texts that were theirs and may be anybody's word: looked for in files only.</summary>
    internal void AddForFiles(IEnumerable<string> texts) => _beside.AddRange(texts);

    /// <summary>Whether a text names one of them.</summary>
    internal bool AreIn(string text) => IndexIn(text, 0, out _) >= 0;

    /// <summary>The text without them.</summary>
    /// <returns>Null when it names none.</returns>
    internal string? TakenFrom(string text)
    {
        int at = IndexIn(text, 0, out int length);
        if (at < 0)
        {
            return null;
        }

        var left = new StringBuilder(text.Length);
        int from = 0;
        for (; at >= 0; at = IndexIn(text, from, out length))
        {
            left.Append(text, from, at - from).Append("erased");
            from = at + length;
        }

        return left.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Whether a file holds the bytes of one of them, as a word or not; a workbook or a packed file is looked into.</summary>
    internal bool AreInFile(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> head = stackalloc byte[4];
        int length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (length == head.Length && head.SequenceEqual(ZipBegins))
        {
            using var packed = new ZipArchive(file, ZipArchiveMode.Read);
            return packed.Entries.Any(entry =>
            {
                using Stream part = entry.Open();
                return AreIn(part.Read, _encodings);
            });
        }

        if (head[..Math.Min(length, 2)].SequenceEqual(GzipBegins))
        {
            using var packed = new GZipStream(file, CompressionMode.Decompress);
            return AreIn(packed.Read, _encodings);
        }

        return AreIn(file.Read, _encodings);
    }

    /// <summary>Whether bytes hold one of them, as a word or not.</summary>
    /// <param name="read">Reads on, as <see cref="Stream.Read(byte[], int, int)"/>.</param>
    internal bool AreIn(Func<byte[], int, int, int> read) => AreIn(read, [Encoding.UTF8]);

    private bool AreIn(Func<byte[], int, int, int> read, Encoding[] encodings)
    {
        string[] needles = [.. _texts.Concat(_beside).Where(text => text.Length >= ShortestInFile)
            .SelectMany(text => encodings.Where(encoding => encoding.GetString(encoding.GetBytes(text)) == text).Select(encoding => Encoding.Latin1.GetString(encoding.GetBytes(text))))
            .Distinct(StringComparer.Ordinal)];
        if (needles.Length == 0)
        {
            return false;
        }

        var search = SearchValues.Create(needles, StringComparison.Ordinal);
        int overlap = needles.Max(needle => needle.Length) - 1;
        byte[] bytes = new byte[BytesAtOnce + overlap];
        char[] letters = new char[bytes.Length];
        int held = 0;
        for (int count = read(bytes, 0, BytesAtOnce); count > 0; count = read(bytes, held, BytesAtOnce))
        {
            int length = held + count;
            Encoding.Latin1.GetChars(bytes, 0, length, letters, 0);
            if (letters.AsSpan(0, length).ContainsAny(search))
            {
                return true;
            }

            held = Math.Min(overlap, length);
            bytes.AsSpan(length - held, held).CopyTo(bytes);
        }

        return false;
    }

    private static ReadOnlySpan<byte> ZipBegins => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> GzipBegins => [0x1F, 0x8B];

    private int IndexIn(string text, int from, out int length)
    {
        length = 0;
        if (_texts.Count == 0)
        {
            return -1;
        }

        _inText ??= SearchValues.Create([.. _texts], StringComparison.OrdinalIgnoreCase);
        while (from < text.Length)
        {
            int found = text.AsSpan(from).IndexOfAny(_inText);
            if (found < 0)
            {
                return -1;
            }

            from += found;
            length = LongestAt(text, from);
            if (length > 0)
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    /// <summary>The longest that stands there as a word; 0 for none.</summary>
    private int LongestAt(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            return 0;
        }

        int longest = 0;
        foreach (string one in _texts)
        {
            int end = at + one.Length;
            if (one.Length > longest && end <= text.Length && (end == text.Length || !char.IsLetterOrDigit(text[end]))
                && string.Compare(text, at, one, 0, one.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                longest = one.Length;
            }
        }

        return longest;
    }
}
