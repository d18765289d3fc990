using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>What was resolved of a lifecycle, and of what it was.</summary>
/// <param name="Definition">The definition's fingerprint.</param>
/// <param name="Zone">The zone of the base's calendar: it says when months begin.</param>
/// <param name="At">When it was resolved.</param>
/// <param name="Facts">The number of the last fact then.</param>
/// <param name="Joins">The number of the last join then.</param>
/// <param name="Resolution">What was resolved.</param>
internal sealed record KeptLifecycle(string Definition, string Zone, Instant At, long Facts, long Joins, LifecycleResolution Resolution);
