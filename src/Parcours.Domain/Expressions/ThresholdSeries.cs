using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// What a named threshold is worth over time: one period from each instant of a base table until the next, the last one for ever.
/// A fixed threshold has one entry. By category when asked: then the entry of the category last bought, else the common one.
/// </summary>
internal sealed class ThresholdSeries
{
    private readonly long[] _starts;
    private readonly Period[] _periods;

    public ThresholdSeries(long[] starts, Period[] periods)
    {
        _starts = starts;
        _periods = periods;
    }

    public ThresholdSeries(Period period)
        : this([long.MinValue], [period])
    {
    }

    public bool IsFixed => _periods.Length == 1;

    /// <summary>The value at an instant, and until when it holds.</summary>
    public Period At(long now, out long until)
    {
        int place = PlaceOf(now);
        until = place + 1 < _starts.Length ? _starts[place + 1] : long.MaxValue;
        return _periods[place];
    }

    /// <summary>
    /// Whether <c>now &gt;= origin + threshold</c>, and until when that answer holds, months ahead included:
    /// a later table may move the crossing, or take it back.
    /// </summary>
    public bool IsReached(Calendar calendar, long origin, long now, out long until)
    {
        int place = PlaceOf(now);
        bool reached = calendar.Add(new Instant(origin), _periods[place]).Micros <= now;
        Period last = default;
        long crossing = 0;
        for (int i = place; i < _periods.Length; i++)
        {
            if (i == place || _periods[i] != last)
            {
                last = _periods[i];
                crossing = calendar.Add(new Instant(origin), last).Micros;
            }

            long from = i == place ? now : _starts[i];
            long to = i + 1 < _starts.Length ? _starts[i + 1] : long.MaxValue;
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
        }

        until = long.MaxValue;
        return reached;
    }

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
