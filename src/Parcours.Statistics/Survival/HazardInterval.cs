namespace Parcours.Statistics.Survival;

/// <summary>How fast things end in one stretch of time since they began.</summary>
/// <param name="From">Where the stretch begins, itself left out unless it is 0; in the unit of the durations.</param>
/// <param name="To">Where it ends, included; above <paramref name="From"/>.</param>
/// <param name="Ended">How many ended in it.</param>
/// <param name="TimeAtRisk">How long all rows together were watched in it, 0 or more.</param>
/// <param name="Rate">Ended over time at risk: endings a row and unit of time, 0 or more; null when nothing was watched.</param>
/// <param name="Interval">The exact Poisson interval of the rate, whose lower end is 0 when nothing ended; null with the rate.</param>
public readonly record struct HazardInterval(double From, double To, int Ended, double TimeAtRisk, double? Rate, ConfidenceInterval? Interval);
