namespace Parcours.Domain.Flows;

/// <summary>A 95 % interval in whole days.</summary>
/// <param name="Low">The lower end; null when it is not reached.</param>
/// <param name="High">The upper end; null when it is not reached: the estimate may be as long as one likes.</param>
public readonly record struct DayInterval(int? Low, int? High);
