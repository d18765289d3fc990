namespace Parcours.Storage.Sqlite.Files;

/// <summary>
/// Reads the bytes of the file through SQLite's own handle. Opening the file beside it would be simpler and wrong: when a process closes a file, the system drops
/// every lock the process has on it, and SQLite's with them.
/// </summary>
internal sealed unsafe class DatabaseBytes
{
    private const int FilePointer = 7; // SQLITE_FCNTL_FILE_POINTER
    private const int ReadMethod = 2; // in sqlite3_io_methods: the version, xClose, xRead...
    private const int SizeMethod = 6;

    private readonly Database _database;
    private readonly nint _file;
    private readonly nint* _methods;
    private long _at;

    internal DatabaseBytes(Database database, nint handle)
    {
        nint file = 0;
        database.Check(Native.FileControl(handle, "main", FilePointer, &file));
        _database = database;
        _file = file;
        _methods = *(nint**)file;
        long size = 0;
        database.Check(((delegate* unmanaged[Cdecl]<nint, long*, int>)_methods[SizeMethod])(_file, &size));
        Length = size;
    }

    /// <summary>How many there are.</summary>
    internal long Length { get; }

    /// <summary>Reads on, from the beginning.</summary>
    /// <returns>How many were read; 0 at the end.</returns>
    internal int Read(byte[] bytes, int offset, int count)
    {
        int length = (int)Math.Min(count, Length - _at);
        if (length == 0)
        {
            return 0;
        }

        fixed (byte* to = &bytes[offset])
        {
            _database.Check(((delegate* unmanaged[Cdecl]<nint, byte*, int, long, int>)_methods[ReadMethod])(_file, to, length, _at));
        }

        _at += length;
        return length;
    }
}
