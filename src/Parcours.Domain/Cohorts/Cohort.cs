using System.Collections.Immutable;

namespace Parcours.Domain.Cohorts;

/// <summary>The customers whose first order fell in one calendar unit, and what they did in it and in each unit since.</summary>
/// <param name="Unit">The unit's ordinal (<see cref="Time.Calendar.UnitOf(int, Time.CalendarUnit)"/>).</param>
/// <param name="Size">How many customers.</param>
/// <param name="Active">How many of them ordered in each unit, from the first, where all did.</param>
/// <param name="Revenue">What they ordered in each unit, refunds not taken off, in minor units.</param>
/// <param name="Refunds">What they were given back in each unit.</param>
public sealed record Cohort(int Unit, long Size, ImmutableArray<long> Active, ImmutableArray<long> Revenue, ImmutableArray<long> Refunds);
