using System.Diagnostics;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Live;

/// <summary>
/// Brings what is in the write-ahead log into the file beside the writing thread, so that no transaction waits for it: the bulk on a connection of its own, then the little that
/// came meanwhile between two transactions. The log begins anew after that.
/// </summary>
/// <param name="folder">The workspace's folder.</param>
/// <param name="database">The writing connection.</param>
internal sealed class Checkpoints(string folder, Database database) : IDisposable
{
    private const long WorthFinishing = 2048; // pages
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private Task<long>? _bulk;
    private long _at = Stopwatch.GetTimestamp();

    /// <summary>Begins one when it is time; finishes one that has waited long for the writing thread to be idle.</summary>
    internal void AfterCommit()
    {
        TimeSpan age = Stopwatch.GetElapsedTime(_at);
        if (_bulk is null && age > Every)
        {
            _bulk = Task.Run(() =>
            {
                using Database own = WorkspaceFile.OpenToRead(folder);
                return Run(own);
            });
        }
        else if (_bulk is { IsCompleted: true } && age > Every + LongestWait)
        {
            Finish();
        }
    }

    /// <summary>Finishes one whose bulk is done.</summary>
    internal void Finish()
    {
        if (_bulk is not { IsCompleted: true } bulk)
        {
            return;
        }

        _bulk = null;
        if (bulk.IsCompletedSuccessfully && bulk.Result > WorthFinishing)
        {
            Run(database);
        }

        _at = Stopwatch.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _bulk?.Wait();
        }
        catch (AggregateException fault) when (fault.InnerException is WorkspaceException)
        {
            // The log holds what could not be brought into the file: it is there at the next start.
        }
    }

    /// <summary>Brings into the file what no reader needs in the log, without waiting for anybody.</summary>
    /// <returns>How many pages the log has.</returns>
    private static long Run(Database database)
    {
        using Statement checkpoint = database.Prepare(Schema.PassiveCheckpoint);
        return checkpoint.Step() ? checkpoint.Int64(1) : 0;
    }
}
