using Parcours.Domain.Time;

namespace Parcours.Storage.Live;

/// <summary>A clock that stands where it was set.</summary>
internal sealed class SetClock : TimeProvider
{
    public Instant Now { get; set; } = LiveStory.Start;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(Now.Micros * TimeSpan.TicksPerMicrosecond);

    public override long GetTimestamp() => Now.Micros * TimeSpan.TicksPerMicrosecond;
}
