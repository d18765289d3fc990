using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Parcours.Engine.Import.Reading;

/// <summary>Reads the first sheet that has lines, of an .xlsx or .xls file; each cell as the text a CSV file would hold.</summary>
internal sealed class SheetReader : RowReader
{
    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;
    private string[] _cells = [];

    public SheetReader(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            _reader = ExcelReaderFactory.CreateReader(_stream);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }

        while (_reader.RowCount < 2 && _reader.NextResult())
        {
        }
    }

    /// <inheritdoc/>
    public override long Position => _stream.Position;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> this[int field] => field < Count && field < _cells.Length ? _cells[field] : default;

    /// <inheritdoc/>
    public override bool Read()
    {
        while (_reader.Read())
        {
            Line++;
            if (_cells.Length != _reader.FieldCount)
            {
                _cells = new string[_reader.FieldCount];
            }

            bool blank = true;
            int length = 0;
            for (int i = 0; i < _cells.Length; i++)
            {
                _cells[i] = TextOf(_reader.GetValue(i));
                length += _cells[i].Length;
                blank &= string.IsNullOrWhiteSpace(_cells[i]);
            }

            if (!blank)
            {
                // A sheet has one width; cells after the last one filled are simply empty.
                Count = Expected > 0 && _cells.Skip(Expected).All(string.IsNullOrWhiteSpace) ? Expected : _cells.Length;
                Fault = length >= DelimitedReader.LongestLine ? RowFault.TooLong : _cells.Any(cell => cell.Contains('\0')) ? RowFault.NulByte : RowFault.None;
                return true;
            }
        }

        Count = 0;
        return false;
    }

    /// <inheritdoc/>
    public override string Raw()
    {
        string raw = string.Join(',', _cells.Select(cell => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell));
        return raw.Length > LongestRaw ? raw[..LongestRaw] : raw;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private static string TextOf(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        DateTime { Year: < 1901 } time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime date when date.TimeOfDay == TimeSpan.Zero => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("hh':'mm':'ss", CultureInfo.InvariantCulture),
        double number => number.ToString(Math.Abs(number) is >= 1e15 or (> 0 and < 1e-4) ? "R" : "0.################", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
