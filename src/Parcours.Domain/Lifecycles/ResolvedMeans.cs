using System.Collections.Immutable;

namespace Parcours.Domain.Lifecycles;

/// <summary>The mean of a measure over a base, month by month.</summary>
/// <param name="Measure">The measure, as the language writes it.</param>
/// <param name="Values">The mean of each month; <see cref="double.NaN"/> where nobody was in it.</param>
public sealed record ResolvedMeans(string Measure, ImmutableArray<double> Values);
