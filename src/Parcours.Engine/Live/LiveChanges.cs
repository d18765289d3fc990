using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>Gathers what commits change until it is followed.</summary>
/// <param name="histories">The base at first.</param>
/// <param name="lastFact">The number of the last fact in it.</param>
internal sealed class LiveChanges(HistoryBase histories, long lastFact)
{
    private readonly Lock _gate = new();
    private HistoryBase _histories = histories;
    private long _lastFact = lastFact;
    private Dictionary<int, Instant> _touched = [];
    private Instant _earliest = Instant.Never;
    private bool _isReread;
    private bool _isRedefined;

    /// <summary>Takes note of a change. Called on the writing thread.</summary>
    public void Note(LiveChange change)
    {
        lock (_gate)
        {
            _histories = change.Histories;
            _lastFact = change.LastFact;
            foreach ((int subject, Instant latest) in change.Touched)
            {
                _touched[subject] = _touched.TryGetValue(subject, out Instant other) && other > latest ? other : latest;
            }

            _earliest = change.Earliest < _earliest ? change.Earliest : _earliest;
            _isReread |= change.Touched.Count == 0;
        }
    }

    /// <summary>Takes note that definitions, adopted thresholds or settings changed.</summary>
    public void NoteDefinitions()
    {
        lock (_gate)
        {
            _isRedefined = true;
        }
    }

    /// <summary>What was gathered, as one step; gathering begins anew.</summary>
    public LiveStep Take(Instant now, AnnouncedMark? announced)
    {
        lock (_gate)
        {
            var step = new LiveStep(_histories, _lastFact, _touched, _earliest, _isReread, _isRedefined, now, announced);
            _touched = [];
            _earliest = Instant.Never;
            _isReread = _isRedefined = false;
            return step;
        }
    }
}
