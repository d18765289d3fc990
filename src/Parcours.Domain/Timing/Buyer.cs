namespace Parcours.Domain.Timing;

/// <summary>What one customer's purchase days say at a date, and what came next where that is asked.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Orders">Distinct purchase days; 1 or more.</param>
/// <param name="FirstDay">The first of them, as a local day number.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="OwnDays">The customer's own rhythm in days, drawn towards the base's (<see cref="Rhythm.OwnRhythm.Shrunk"/>).</param>
/// <param name="NextDay">The first purchase day after the date, as known later; null when there is none.</param>
public readonly record struct Buyer(int Subject, int Orders, int FirstDay, int LastDay, double OwnDays, int? NextDay);
