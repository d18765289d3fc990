using Parcours.Domain.Histories;

namespace Parcours.Engine.Live;

/// <summary>
/// Keeps the base compact and the next start fast: folds the overlay into the segments beside the writing thread, and writes a snapshot when the tail after the last
/// one has grown.
/// </summary>
internal sealed class Upkeep
{
    /// <summary>How many touched subjects are folded back.</summary>
    private const int LargestOverlay = 100_000;

    /// <summary>How many facts may come after a snapshot: what a start reads in a second or two.</summary>
    private const long LongestTail = 500_000;

    private Task<Folded>? _folding;
    private long _snapshot = -1;

    /// <summary>Takes what was folded meanwhile, and begins to fold when there is enough.</summary>
    public LiveStanding Watch(LiveStanding state)
    {
        _snapshot = _snapshot < 0 ? state.Beginning.SnapshotFacts : _snapshot;
        if (_folding is { IsCompleted: true } done)
        {
            _folding = null;
            if (done.IsCompletedSuccessfully && ReferenceEquals(done.Result.Store, state.Store))
            {
                return state with { Histories = state.Histories.On(done.Result.Compacted, done.Result.Earlier) };
            }
        }
        else if (_folding is null && (state.Histories.OverlayCount > LargestOverlay || state.LastFact - _snapshot > LongestTail))
        {
            Begin(state);
        }

        return state;
    }

    /// <summary>Waits for what is being folded and lets go of it: nothing of an earlier state may be written later.</summary>
    public void Drop()
    {
        try
        {
            _folding?.Wait();
        }
        catch (AggregateException)
        {
            // What could not be folded is folded another time.
        }

        _folding = null;
    }

    /// <summary>Folds a state at once and writes its snapshot.</summary>
    public LiveStanding FoldNow(LiveStanding state)
    {
        Begin(state);
        _folding!.Wait();
        return Watch(state);
    }

    /// <summary>Writes the snapshot of the last state.</summary>
    public void Finish(LiveStanding state)
    {
        _folding?.Wait();
        if (state.LastFact != _snapshot || _snapshot < 0)
        {
            Begin(state);
            _folding!.Wait();
        }

        while (state.Store.Tidy())
        {
        }
    }

    private void Begin(LiveStanding state)
    {
        _snapshot = state.LastFact;
        LivePosition position = state.Store.Position;
        (int[] places, byte[] kinds) = state.Graph.Placement();
        _folding = Task.Run(() =>
        {
            HistoryBase compacted = state.Histories.Compact();
            state.Store.SaveSnapshot(compacted, places, kinds, position);
            return new Folded(state.Store, state.Histories, compacted);
        });
    }

    private sealed record Folded(ILiveStore Store, HistoryBase Earlier, HistoryBase Compacted);
}
