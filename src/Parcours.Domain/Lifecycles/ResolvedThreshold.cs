using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>What a threshold was worth on a base over time.</summary>
/// <param name="Name">Its name in the definition.</param>
/// <param name="Category">The category's term it holds for; 0 in common.</param>
/// <param name="Starts">From when each period holds, in microseconds, ascending.</param>
/// <param name="Periods">The periods, one for each start.</param>
public sealed record ResolvedThreshold(string Name, int Category, ImmutableArray<long> Starts, ImmutableArray<Period> Periods);
