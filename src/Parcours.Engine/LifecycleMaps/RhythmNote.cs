namespace Parcours.Engine.LifecycleMaps;

/// <summary>The rhythm that thresholds come from, as known at the beginning of a month.</summary>
/// <param name="Days">The median over customers of their own median gap, in days.</param>
/// <param name="Customers">How many customers have a gap.</param>
public sealed record RhythmNote(double Days, long Customers);
