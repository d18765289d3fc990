using Parcours.Server.Hosting;

namespace Parcours.Server.Operations;

/// <summary>
/// How much room the disk of the workspace has left. Below the floor writes are refused, so that there is always room for what is under way, for the log of the
/// store and for its owner to look around.
/// </summary>
internal sealed class DiskFloor
{
    private static readonly TimeSpan _lookAtMostEvery = TimeSpan.FromSeconds(1);

    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private long _lookedAt;
    private long _free = long.MaxValue;

    public DiskFloor(ServerOptions options, TimeProvider time, Readiness readiness)
    {
        _options = options;
        _time = time;
        _lookedAt = time.GetTimestamp() - time.TimestampFrequency * 60;
        readiness.Add("disk", () => IsBelow ? "below_floor" : null);
    }

    /// <summary>Whether there is less room than the floor.</summary>
    internal bool IsBelow => _options.DiskFloorBytes > 0 && FreeBytes < _options.DiskFloorBytes;

    /// <summary>What is free, in bytes, as of a second ago at most; <see cref="long.MaxValue"/> where that cannot be told.</summary>
    internal long FreeBytes
    {
        get
        {
            long now = _time.GetTimestamp();
            if (_time.GetElapsedTime(Interlocked.Read(ref _lookedAt), now) >= _lookAtMostEvery)
            {
                Interlocked.Exchange(ref _lookedAt, now);
                Interlocked.Exchange(ref _free, Look());
            }

            return Interlocked.Read(ref _free);
        }
    }

    private long Look()
    {
        try
        {
            return new DriveInfo(_options.Workspace).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue; // a disk that cannot be asked is not a full one; the store itself refuses when it is
        }
    }
}
