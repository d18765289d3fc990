using System.Diagnostics;

namespace Parcours.Bench.Storage;

/// <summary>Measures seconds on the wall and seconds of processor: on a busy machine the second says what the work costs.</summary>
internal sealed class WorkClock
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;
    private double _wall;
    private double _work;

    /// <summary>Seconds on the wall until the last lap.</summary>
    internal double Seconds => _wall;

    /// <summary>Both measures until the last lap, in words.</summary>
    internal string All => $"{_wall:F2} s (processor {_work:F2} s)";

    /// <summary>Ends a lap: both measures of it, in words.</summary>
    internal string Lap()
    {
        double wall = Stopwatch.GetElapsedTime(_begun).TotalSeconds;
        double work = (Environment.CpuUsage.TotalTime - _processor).TotalSeconds;
        string lap = $"{wall - _wall:F2} s (processor {work - _work:F2} s)";
        _wall = wall;
        _work = work;
        return lap;
    }
}
