using System.Collections.Immutable;

namespace Parcours.Domain.Lifecycles;

/// <summary>Where the subjects of a base were cut into groups by a measure, month by month. A point names its subject by its place: no key is in it.</summary>
/// <param name="Measure">The measure, as the language writes it.</param>
/// <param name="Share">The share below the cut, 0 to 1.</param>
/// <param name="Values">The measured number at the cut, for each month.</param>
/// <param name="FirstOrders">The first order at the cut, in microseconds.</param>
/// <param name="Subjects">The subject at the cut; -1 for a point above everyone, -2 for a month in which nobody was ranked.</param>
public sealed record ResolvedCuts(string Measure, double Share, ImmutableArray<double> Values, ImmutableArray<long> FirstOrders, ImmutableArray<int> Subjects);
