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

    private readonly Dictionary<string, (double Left, Instant At)> _places = [];
    private readonly Lock _lock = new();

    /// <summary>Takes one attempt.</summary>
    /// <param name="place">Where it comes from.</param>
    /// <param name="now">When.</param>
    /// <returns>0 when it may go on; else the seconds to wait, 1 or more.</returns>
    public int Take(string place, Instant now)
    {
        double perMicro = most / within.TotalMicroseconds;
        lock (_lock)
        {
            double left = LeftAt(place, now, perMicro);
            if (left < 1)
            {
                return (int)Math.Ceiling((1 - left) / perMicro / Instant.MicrosPerSecond);
            }

            if (_places.Count >= MostPlaces && !_places.ContainsKey(place))
            {
                Forget(now, perMicro);
            }

            _places[place] = (left - 1, now);
            return 0;
        }
    }

    private double LeftAt(string place, Instant now, double perMicro) =>
        _places.TryGetValue(place, out (double Left, Instant At) bucket)
            ? Math.Min(most, bucket.Left + Math.Max(0, now.Micros - bucket.At.Micros) * perMicro)
            : most;

    private void Forget(Instant now, double perMicro)
    {
        foreach (string place in _places.Keys.ToList().Where(place => LeftAt(place, now, perMicro) >= most))
        {
            _places.Remove(place);
        }

        if (_places.Count >= MostPlaces)
        {
            _places.Clear(); // a storm from everywhere: the lock-out of each operator still stands
        }
    }
}
