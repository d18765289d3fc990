using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// Writes chunks on a thread of its own, so that reading the file and writing the store share the work, and makes them durable from
/// time to time. The connection is this thread's until <see cref="Finish"/> or <see cref="Stop"/> returns.
/// </summary>
internal sealed class StagingThread : IDisposable
{
    private const int ChunksAhead = 16;

    private readonly Database _database;
    private readonly StagingPace _pace;
    private readonly BlockingCollection<StagedChunk> _queue = new(ChunksAhead);
    private readonly ConcurrentBag<StagedChunk> _spare = [];
    private readonly Thread _thread;
    private volatile ExceptionDispatchInfo? _fault;
    private volatile bool _stopped;

    internal StagingThread(Database database, StagingPace pace)
    {
        _database = database;
        _pace = pace;
        _thread = new Thread(Run) { IsBackground = true, Name = "parcours staging" };
        _thread.Start();
    }

    /// <summary>An empty chunk.</summary>
    internal StagedChunk Fresh() => _spare.TryTake(out StagedChunk? chunk) ? chunk : new StagedChunk();

    /// <summary>Hands a chunk over; waits when the thread is far behind, and throws what stopped it.</summary>
    internal void Send(StagedChunk chunk)
    {
        _fault?.Throw();
        _queue.Add(chunk);
    }

    /// <summary>Waits until all that was sent is durable; throws what prevented it.</summary>
    internal void Finish()
    {
        End();
        _fault?.Throw();
    }

    /// <summary>Ends without writing what still waits.</summary>
    internal void Stop()
    {
        _stopped = true;
        End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _queue.Dispose();
    }

    private void End()
    {
        if (!_queue.IsAddingCompleted)
        {
            _queue.CompleteAdding();
        }

        _thread.Join();
    }

    private void Run()
    {
        try
        {
            using var writer = new ChunkWriter(_database);
            Progress? written = null;
            int facts = 0;
            long begun = 0;
            foreach (StagedChunk chunk in _queue.GetConsumingEnumerable())
            {
                if (_stopped)
                {
                    break;
                }

                if (written is null)
                {
                    _database.Execute(Schema.Begin);
                    begun = Stopwatch.GetTimestamp();
                    facts = 0;
                }

                writer.Write(chunk);
                written = chunk.End;
                facts += chunk.FactCount;
                chunk.Clear();
                _spare.Add(chunk);
                if (facts >= _pace.FactsPerCommit || Stopwatch.GetElapsedTime(begun) >= _pace.LongestCommit)
                {
                    Commit(written.Value);
                    written = null;
                }
            }

            if (written is not null)
            {
                Commit(written.Value);
            }
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
            _database.RollBack();
            foreach (StagedChunk _ in _queue.GetConsumingEnumerable())
            {
                // The importer may be waiting for room: it learns of the fault at its next call.
            }
        }
    }

    private void Commit(Progress progress)
    {
        ImportRow.Save(_database, progress);
        _database.Execute(Schema.Commit);
    }
}
