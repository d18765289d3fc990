namespace Parcours.Statistics.Survival;

/// <summary>A time at which something ended, and the share that lasts longer.</summary>
/// <param name="Time">t, in the unit of the durations.</param>
/// <param name="AtRisk">n: rows that lasted t or longer, those cut off at t included; 1 or more.</param>
/// <param name="Ended">d: rows that ended at t, 1 to n.</param>
/// <param name="Share">S(t), the share that lasts longer than t, 0 to 1.</param>
/// <param name="StandardError">Greenwood's; null when everyone has ended and it is not defined.</param>
/// <param name="Interval">On the scale of ln(-ln S), so that it stays within 0 to 1; null with the standard error.</param>
public readonly record struct SurvivalStep(double Time, int AtRisk, int Ended, double Share, double? StandardError, ConfidenceInterval? Interval);
