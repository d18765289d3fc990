namespace Parcours.Server.Sources.Pulling;

/// <summary>A clock on which every wait is over at once; it remembers how long each was to be.</summary>
internal sealed class SwiftTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The waits so far, in order.</summary>
    internal IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        lock (_gate)
        {
            _waits.Add(dueTime);
            _now += dueTime;
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
