using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live.Works;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Live;

/// <summary>
/// A workspace that messages come into while it is read: one thread writes, many requests in one transaction, and what it answers is durable and in the base.
/// Readers take <see cref="Histories"/> and keep it as long as they like.
/// </summary>
public sealed class LiveWorkspace : IDisposable
{
    private readonly Func<ILiveStore> _open;
    private readonly WorkQueue _queue = new();
    private readonly Thread _writer;
    private readonly Dictionary<int, string?> _details = [];
    private readonly Upkeep _upkeep;
    private volatile LiveStanding _state;

    private LiveWorkspace(Func<ILiveStore> open, LiveStanding state)
    {
        _open = open;
        _state = state;
        _upkeep = new Upkeep();
        _writer = new Thread(Run) { Name = "live writer", IsBackground = true };
    }

    /// <summary>Told of each change of the base, on the writing thread, so to be quick; null for nobody.</summary>
    public Action<LiveChange>? Changed { get; set; }

    /// <summary>The base as it stands.</summary>
    public HistoryBase Histories => _state.Histories;

    /// <summary>The number of the last fact in the base.</summary>
    public long LastFact => _state.LastFact;

    /// <summary>The number of the last join in it.</summary>
    public long LastJoin => _state.Store.Position.Joins;

    /// <summary>The messages that came last.</summary>
    public LatestArrivals Arrivals { get; } = new();

    /// <summary>What the store held when it was opened.</summary>
    public LiveBeginning Beginning => _state.Beginning;

    /// <summary>Opens a workspace for messages.</summary>
    /// <param name="open">Opens the store; called again after a fault, to go on from what is durable.</param>
    /// <param name="progress">Told the share loaded, 0 to 1; may be null.</param>
    /// <exception cref="WorkspaceException">The store refused.</exception>
    public static LiveWorkspace Open(Func<ILiveStore> open, IProgress<double>? progress)
    {
        var live = new LiveWorkspace(open, LiveStanding.Open(open, progress));
        live._writer.Start();
        return live;
    }

    /// <summary>Takes messages: when the task ends they are durable, and the base knows them.</summary>
    /// <exception cref="LiveRefusedException">Nothing was kept; it may be sent again.</exception>
    public Task<IntakeCounts> Take(Delivery delivery) => _queue.Add(new Taking(delivery, Arrivals));

    /// <summary>Takes a message that was put aside before, as it was read again. Not to be asked twice of one message at a time.</summary>
    /// <param name="row">The message as it was put aside.</param>
    /// <param name="said">What was read of it: one message or more.</param>
    /// <param name="trust">How far its sender is believed.</param>
    /// <returns>What became of it; null when it cannot be taken.</returns>
    /// <exception cref="LiveRefusedException">Nothing was kept; it may be asked again.</exception>
    public Task<IntakeCounts?> Replay(QuarantineRow row, ImmutableArray<IncomingEvent> said, Trust trust) => Stage((batch, _) => batch.Replay(row, said, trust));

    /// <summary>Does something that changes identities, or writes beside the facts, in the order of messages.</summary>
    /// <param name="change">Called on the writing thread with the identities and the transaction. When it throws, the transaction goes on without what it had not done.</param>
    /// <exception cref="LiveRefusedException">Nothing was kept; it may be asked again.</exception>
    public Task<T> Change<T>(Func<IdentityGraph, LiveCommit, T> change) => Stage((batch, graph) => change(graph, batch.Commit));

    /// <summary>Adds to the transaction in hand, on the writing thread.</summary>
    internal Task<T> Stage<T>(Func<LiveBatch, IdentityGraph, T> add) => _queue.Add(new Staging<T>(add));

    /// <summary>
    /// Erases people: nothing names them any more, in memory or in the files; their figures go on under a random name, cut to the day. Messages wait meanwhile.
    /// </summary>
    /// <param name="identities">An identity of each; accounts are left out.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="LiveRefusedException">The store refused; what it could not clean is cleaned at the next start.</exception>
    public Task<ErasureOutcome> Erase(IReadOnlyCollection<int> identities, Instant at) => _queue.Add(new Erasing(identities, at));

    /// <summary>Changes how the base is read (its zone, its currency), between two transactions, and reads it anew. Messages wait meanwhile.</summary>
    /// <param name="change">Called on the writing thread.</param>
    /// <exception cref="LiveRefusedException">The store refused.</exception>
    public Task<bool> Resettle(Action change) => _queue.Add(new Settling(change));

    /// <summary>Reads the identities, between two transactions.</summary>
    public Task<T> Ask<T>(Func<IdentityGraph, T> question) => Stage((_, graph) => question(graph));

    /// <summary>Ends what is waiting, writes the snapshot and closes the store.</summary>
    public void Dispose()
    {
        _queue.Close();
        if (_writer.IsAlive)
        {
            _writer.Join();
        }
    }

    private void Run()
    {
        var batch = new List<Work>();
        _state = _upkeep.Watch(_state); // a start that read much must not be repeated, whether messages come or not
        while (_queue.Next(batch, () => _state.Store.Tidy()))
        {
            try
            {
                Write(batch[^1].IsAlone ? batch[..^1] : batch);
                switch (batch[^1])
                {
                    case Erasing erasing:
                        Erase(erasing);
                        break;
                    case Settling settling:
                        Settle(settling);
                        break;
                }
            }
            catch (Exception fault)
            {
                Recover(batch, fault);
            }

            batch.Clear();
        }

        try
        {
            _upkeep.Finish(_state);
        }
        finally
        {
            _state.Store.Dispose();
        }
    }

    private void Write(List<Work> works)
    {
        LiveStanding state = _state;
        var batch = new LiveBatch(state.Histories, state.Graph, state.Store.Knows, _details, state.Beginning.Erased);
        foreach (Work work in works)
        {
            work.Do(batch, state.Graph);
        }

        LiveErasure.Unname(batch.Commit.Transitions, state.Graph);
        batch.Commit.Joins.AddRange(state.Graph.Said);
        for (int identity = state.Identities; identity < state.Graph.Count; identity++)
        {
            batch.Commit.Identities.Add(state.Graph[identity]);
        }

        if (!batch.Commit.IsEmpty)
        {
            long first = state.Store.Write(batch.Commit);
            var touched = new Dictionary<int, Instant>();
            HistoryBase histories = state.Applied.Apply(state.Histories, batch, first, touched, out Instant earliest);
            _state = state with { Histories = histories, Identities = state.Graph.Count, LastFact = state.LastFact + batch.Facts.Count };
            if (touched.Count > 0)
            {
                Changed?.Invoke(new LiveChange(histories, touched, _state.LastFact, earliest));
            }
        }

        foreach (Work work in works)
        {
            work.Answer();
        }

        _state = _upkeep.Watch(_state);
    }

    private void Erase(Erasing erasing)
    {
        _upkeep.Drop();
        (LiveStanding state, LiveChange change, ErasureOutcome outcome) = LiveErasure.Do(_state, _open, erasing.Identities, erasing.At);
        _state = _upkeep.FoldNow(state);
        Changed?.Invoke(change with { Histories = _state.Histories });
        Arrivals.Clear();
        erasing.Done(outcome);
    }

    private void Settle(Settling settling)
    {
        settling.Do(null!, null!);
        _upkeep.Drop();
        _state.Store.Dispose();
        _state = LiveStanding.Open(_open, null);
        Changed?.Invoke(new LiveChange(_state.Histories, new Dictionary<int, Instant>(), _state.LastFact, Instant.Beginning));
        settling.Answer();
    }

    /// <summary>After a fault nothing of the transaction is durable, and what memory holds may be ahead of the store: it begins anew from the store.</summary>
    private void Recover(List<Work> works, Exception fault)
    {
        _state.Store.Dispose();
        _details.Clear();
        var refusal = new LiveRefusedException("Nothing could be written: " + fault.Message, fault as WorkspaceException);
        works.ForEach(work => work.Refuse(refusal));
        while (true)
        {
            try
            {
                _state = LiveStanding.Open(_open, null);
                Changed?.Invoke(new LiveChange(_state.Histories, new Dictionary<int, Instant>(), _state.LastFact, Instant.Beginning));
                return;
            }
            catch (WorkspaceException still)
            {
                _queue.Refuse(new LiveRefusedException("The workspace cannot be opened: " + still.Message, still));
                if (_queue.IsClosed)
                {
                    throw;
                }

                Thread.Sleep(500);
            }
        }
    }
}
