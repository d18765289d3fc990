using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>
/// So many attempts in so much time from one place: each place has a bucket that an attempt takes one from and time fills again. Any thread may call it.
/// What it remembers is bounded: when it is full, places that are quiet are forgotten.
/// </summary>
/// <param name="most">Attempts that may come at once.</param>
/// <param name="within">In which time as many may come again.</param>
public sealed class AttemptLimiter(int most, TimeSpan within)
{
    private const int MostPlaces = 10_000;

    // What an attempt costs, in microseconds of waiting; a place's credit is counted in the same.
    private readonly long _cost = (long)(within.TotalMicroseconds / most);
    private readonly Dictionary<string, (long Credit, Instant At)> _places = [];
    private readonly Lock _lock = new();

    /// <summary>Takes one attempt.</summary>
    /// <param name="place">Where it comes from.</param>
    /// <param name="now">When.</param>
    /// <returns>0 when it may go on; else the seconds to wait, 1 or more.</returns>
    public int Take(string place, Instant now)
    {
        lock (_lock)
        {
            long credit = CreditAt(place, now);
            if (credit < _cost)
            {
                return Waits.Seconds(now, new Instant(now.Micros + _cost - credit));
            }

            if (_places.Count >= MostPlaces && !_places.ContainsKey(place))
            {
                Forget(now);
            }

            _places[place] = (credit - _cost, now);
            return 0;
        }
    }

    private long CreditAt(string place, Instant now) =>
        _places.TryGetValue(place, out (long Credit, Instant At) bucket)
            ? Math.Min(_cost * most, bucket.Credit + Math.Max(0, now.Micros - bucket.At.Micros))
            : _cost * most;

    private void Forget(Instant now)
    {
        foreach (string place in _places.Keys.ToList().Where(place => CreditAt(place, now) >= _cost * most))
        {
            _places.Remove(place);
        }

        if (_places.Count >= MostPlaces)
        {
            _places.Clear(); // a storm from everywhere: the lock-out of each operator still stands
        }
    }
}
