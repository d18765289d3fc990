using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>How long people are told to wait.</summary>
internal static class Waits
{
    /// <summary>Whole seconds until an instant, 1 at least.</summary>
    internal static int Seconds(Instant now, Instant until) =>
        (int)Math.Clamp((until.Micros - now.Micros + Instant.MicrosPerSecond - 1) / Instant.MicrosPerSecond, 1, int.MaxValue);
}
