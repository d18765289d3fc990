using System.Text;
using SQLitePCL;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>A prepared statement: parameters are numbered from 1, columns from 0. Used from one thread.</summary>
internal sealed class Statement : IDisposable
{
    private const int Row = 100;
    private const int Done = 101;
    private const int NullType = 5;
    private static readonly nint Transient = -1;

    private readonly Database _database;
    private readonly sqlite3_stmt _handle;
    private readonly nint _pointer;
    private byte[] _text = new byte[256];

    internal Statement(Database database, sqlite3_stmt handle)
    {
        _database = database;
        _handle = handle;
        _pointer = handle.DangerousGetHandle();
    }

    /// <summary>Gives a whole number to a parameter.</summary>
    internal Statement Bind(int parameter, long value)
    {
        _ = Native.BindInt64(_pointer, parameter, value);
        return this;
    }

    /// <summary>Gives "nothing" to a parameter.</summary>
    internal Statement BindNull(int parameter)
    {
        _ = Native.BindNull(_pointer, parameter);
        return this;
    }

    /// <summary>Gives a text to a parameter; null is "nothing".</summary>
    internal unsafe Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            return BindNull(parameter);
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        int length = Encoding.UTF8.GetBytes(value, _text);
        fixed (byte* text = _text)
        {
            _database.Check(Native.BindText(_pointer, parameter, text, length, Transient));
        }

        return this;
    }

    /// <summary>Goes to the next row; false after the last one.</summary>
    internal bool Step()
    {
        int code = Native.Step(_pointer);
        if (code == Row)
        {
            return true;
        }

        if (code != Done)
        {
            _ = Native.Reset(_pointer);
            _database.Check(code);
        }

        return false;
    }

    /// <summary>Makes it ready to run again; parameters keep their values.</summary>
    internal void Reset() => _ = Native.Reset(_pointer);

    /// <summary>Runs it to its end.</summary>
    internal void Run()
    {
        while (Step())
        {
        }

        Reset();
    }

    /// <summary>The first column of the first row; <paramref name="otherwise"/> when there is no row or it holds nothing.</summary>
    internal long Scalar(long otherwise)
    {
        long value = Step() && !IsNull(0) ? Int64(0) : otherwise;
        Reset();
        return value;
    }

    /// <summary>A whole number; 0 when there is nothing.</summary>
    internal long Int64(int column) => Native.ColumnInt64(_pointer, column);

    /// <summary>A whole number of 32 bits; 0 when there is nothing.</summary>
    internal int Int32(int column) => (int)Native.ColumnInt64(_pointer, column);

    /// <summary>Whether the column holds nothing.</summary>
    internal bool IsNull(int column) => Native.ColumnType(_pointer, column) == NullType;

    /// <summary>A text in UTF-8, valid until the next step; empty when there is nothing.</summary>
    internal unsafe ReadOnlySpan<byte> Utf8(int column)
    {
        byte* text = Native.ColumnText(_pointer, column);
        return text is null ? [] : new ReadOnlySpan<byte>(text, Native.ColumnBytes(_pointer, column));
    }

    /// <summary>A text; null when there is nothing.</summary>
    internal string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Utf8(column));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
