using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>A lifecycle whose thresholds and base tables are resolved, and when they were: what a late fact changed since is not in them.</summary>
/// <param name="Analysis">The lifecycle.</param>
/// <param name="At">When it was resolved.</param>
public sealed record ResolvedLifecycle(LifecycleAnalysis Analysis, Instant At);
