using System.Collections.Immutable;

namespace Parcours.Engine.Webhooks;

/// <summary>How long to wait before a message that failed is sent again.</summary>
/// <param name="Waits">The wait after the first failure, the second and so on; after the last one the address is given up.</param>
public sealed record RetrySchedule(ImmutableArray<TimeSpan> Waits)
{
    /// <summary>Five seconds, and longer each time, for nearly three days.</summary>
    public static RetrySchedule Usual { get; } = new(
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ]);

    /// <summary>The wait after so many failures in a row; null when there were enough.</summary>
    /// <param name="failures">1 or more.</param>
    /// <param name="chance">From 0 to 1: it makes the wait up to a fifth longer, so that addresses that failed together are not tried together.</param>
    public TimeSpan? After(int failures, double chance) => failures <= Waits.Length ? Waits[failures - 1] * (1 + (chance / 5)) : null;
}
