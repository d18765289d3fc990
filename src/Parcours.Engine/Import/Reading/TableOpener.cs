namespace Parcours.Engine.Import.Reading;

/// <summary>Opens a table and reads its header; as often as needed.</summary>
internal sealed class TableOpener
{
    private readonly string _path;
    private readonly FileSurvey _survey;

    public TableOpener(string path, FileSurvey survey)
    {
        _path = path;
        _survey = survey;
        Delimiter = ',';
        if (survey.Nature == FileNature.Text)
        {
            Delimiter = DelimiterOf(path, survey);
        }
    }

    /// <summary>What separates the fields of a text.</summary>
    public char Delimiter { get; }

    /// <summary>Opens the table before its first line of data.</summary>
    /// <param name="headers">The headers; empty when the table is.</param>
    public RowReader Open(out IReadOnlyList<string> headers)
    {
        RowReader reader = _survey.Nature == FileNature.Sheet ? new SheetReader(_path) : new DelimitedReader(Stream(), _survey.Encoding, Delimiter);
        headers = [];
        if (reader.Read() && (!reader[0].StartsWith("sep=") || reader.Read()))
        {
            string[] found = new string[reader.Count];
            for (int i = 0; i < found.Length; i++)
            {
                found[i] = Clean(reader[i]);
            }

            // Trailing separators make fields without a name.
            int count = Array.FindLastIndex(found, header => header.Length > 0) + 1;
            headers = found[..count];
            reader.Expected = count;
        }

        return reader;
    }

    private FileStream Stream()
    {
        FileStream stream = new(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        Span<byte> mark = stackalloc byte[4];
        int read = stream.ReadAtLeast(mark, 4, throwOnEndOfStream: false);
        ReadOnlySpan<byte> preamble = _survey.Encoding.Preamble;
        stream.Position = preamble.Length > 0 && mark[..read].StartsWith(preamble) ? preamble.Length : 0;
        return stream;
    }

    private char DelimiterOf(string path, FileSurvey survey)
    {
        using var reader = new StreamReader(path, survey.Encoding, detectEncodingFromByteOrderMarks: true);
        char[] head = new char[64 * 1024];
        int read = reader.ReadBlock(head);
        string text = new(head, 0, read);
        if (text.StartsWith("sep=", StringComparison.Ordinal) && text.Length > 4)
        {
            return text[4];
        }

        int cut = read == head.Length ? text.LastIndexOf('\n') : read;
        return Delimiters.Of(cut > 0 ? text[..cut] : text);
    }

    private static string Clean(ReadOnlySpan<char> header)
    {
        string text = header.Trim().Trim('\ufeff').ToString().Replace(TextWindow.Invalid, '\ufffd').Replace("\0", string.Empty);
        return text.Length > 200 ? text[..200] : text;
    }
}
