using Parcours.Engine.Workspaces;
using SQLitePCL;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>A connection to the workspace's SQLite file. Used from one thread; faults come out as refusals of the workspace.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _folder;
    private readonly sqlite3 _handle;

    static Database() => Batteries_V2.Init();

    private Database(string folder, sqlite3 handle)
    {
        _folder = folder;
        _handle = handle;
    }

    /// <summary>Opens the file, which is made when <paramref name="create"/> is asked.</summary>
    internal static Database Open(string folder, string path, bool create)
    {
        int flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        int code = raw.sqlite3_open_v2(path, out sqlite3 handle, flags, null);
        var database = new Database(folder, handle);
        try
        {
            database.Check(code);
            raw.sqlite3_extended_result_codes(handle, 1);
            raw.sqlite3_busy_timeout(handle, 10_000);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Prepares a statement, to be run many times.</summary>
    internal Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out sqlite3_stmt statement));
        return new Statement(this, statement);
    }

    /// <summary>Runs a statement without parameters.</summary>
    internal void Execute(string sql)
    {
        using Statement statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>The number a statement without parameters gives.</summary>
    internal long Scalar(string sql, long otherwise = 0)
    {
        using Statement statement = Prepare(sql);
        return statement.Scalar(otherwise);
    }

    /// <summary>Does some work in one transaction: all of it, or nothing when it throws.</summary>
    internal void Transaction(Action work)
    {
        Execute(Schema.Begin);
        try
        {
            work();
            Execute(Schema.Commit);
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Gives up the open transaction, if there is one.</summary>
    internal void RollBack()
    {
        if (raw.sqlite3_get_autocommit(_handle) == 0)
        {
            // A failure here adds nothing: the transaction is dropped when the connection closes.
            _ = raw.sqlite3_exec(_handle, Schema.RollBack);
        }
    }

    /// <summary>The bytes of the file as they lie on the disk, read through the connection.</summary>
    internal DatabaseBytes Bytes() => new(this, _handle.DangerousGetHandle());

    /// <summary>Turns a result code into a refusal.</summary>
    internal void Check(int code)
    {
        if ((code & 0xFF) is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return;
        }

        throw new WorkspaceException(Faults.RefusalOf(_folder, code, Native.SystemError(_handle.DangerousGetHandle()), raw.sqlite3_errmsg(_handle).utf8_to_string()));
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
