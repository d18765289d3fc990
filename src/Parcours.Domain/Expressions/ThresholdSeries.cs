using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// What a named threshold is worth over time: one period from each instant of a base table until the next, the last one for ever.
/// A fixed threshold has one entry; neighbours that are equal are one.
/// </summary>
internal sealed class ThresholdSeries
{
    /// <summary>Months and clock changes move an addition by less than this from its length in days.</summary>
    private const double Slack = 4;

    private readonly long[] _starts;
    private readonly Period[] _periods;
    private readonly long[] _longestFrom;  // from an entry on, no addition moves an instant by more microseconds than this
    private readonly long[] _shortestFrom; // nor by fewer than this

    public ThresholdSeries(IReadOnlyList<long> starts, IReadOnlyList<Period> periods)
    {
        int[] kept = [.. Enumerable.Range(0, periods.Count).Where(i => i == 0 || periods[i] != periods[i - 1])];
        _starts = [.. kept.Select(i => starts[i])];
        _periods = [.. kept.Select(i => periods[i])];
        _longestFrom = new long[_periods.Length];
        _shortestFrom = new long[_periods.Length];
        for (int i = _periods.Length - 1; i >= 0; i--)
        {
            long longest = (long)((_periods[i].ApproximateDays + Slack) * Instant.MicrosPerDay);
            long shortest = (long)((_periods[i].ApproximateDays - Slack) * Instant.MicrosPerDay);
            bool last = i + 1 == _periods.Length;
            _longestFrom[i] = last ? longest : Math.Max(longest, _longestFrom[i + 1]);
            _shortestFrom[i] = last ? shortest : Math.Min(shortest, _shortestFrom[i + 1]);
        }
    }

    public ThresholdSeries(Period period)
        : this([long.MinValue], [period])
    {
    }

    /// <summary>Whether another is worth the same at every instant.</summary>
    public bool IsAs(ThresholdSeries other) => _starts.AsSpan().SequenceEqual(other._starts) && _periods.AsSpan().SequenceEqual(other._periods);

    public bool IsFixed => _periods.Length == 1;

    /// <summary>From when each period holds.</summary>
    public IReadOnlyList<long> Starts => _starts;

    /// <summary>The periods.</summary>
    public IReadOnlyList<Period> Periods => _periods;

    /// <summary>The value at an instant, and until when it holds.</summary>
    public Period At(long now, out long until)
    {
        int place = PlaceOf(now);
        until = EndOf(place);
        return _periods[place];
    }

    /// <summary>
    /// Whether <c>now &gt;= origin + threshold</c>, and until when that answer holds, later tables included: one may move the crossing, or take it back.
    /// </summary>
    /// <param name="calendar">The local calendar of the origin.</param>
    /// <param name="origin">From when the silence counts, in microseconds.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="horizon">The next fact: the search for the end of the answer need not go beyond it.</param>
    /// <param name="hint">The entry that held when last asked, to look there first; any entry at first.</param>
    /// <param name="until">When the answer changes, or an instant up to which it does not: with nothing after the present instant, the first of the two.</param>
    public bool IsReached(Calendar calendar, long origin, long now, long horizon, ref int hint, out long until)
    {
        int place = hint = IsAt(hint, now) ? hint : PlaceOf(now);
        if (origin + _longestFrom[place] <= now)
        {
            until = long.MaxValue;
            return true;
        }

        // Most silences end long before they could matter: no calendar is needed to say so.
        if (horizon != long.MaxValue && origin + _shortestFrom[place] > now)
        {
            until = origin + _shortestFrom[place];
            return false;
        }

        long crossing = calendar.Add(new Instant(origin), _periods[place]).Micros;
        bool reached = crossing <= now;
        for (int i = place; ; i++)
        {
            long from = i == place ? now : _starts[i];
            if (i > place)
            {
                crossing = calendar.Add(new Instant(origin), _periods[i]).Micros;
            }

            long to = EndOf(i);
            if (reached && crossing > from)
            {
                until = from;
                return true;
            }

            if (!reached && crossing < to)
            {
                until = Math.Max(crossing, from);
                return false;
            }

            if (to == long.MaxValue || to > horizon)
            {
                until = to;
                return reached;
            }
        }
    }

    private long EndOf(int place) => place + 1 < _starts.Length ? _starts[place + 1] : long.MaxValue;

    private bool IsAt(int place, long now) => place < _starts.Length && _starts[place] <= now && now < EndOf(place);

    private int PlaceOf(long now)
    {
        if (_starts.Length == 1)
        {
            return 0;
        }

        int found = Array.BinarySearch(_starts, now);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}
