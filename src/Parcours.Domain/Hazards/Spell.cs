namespace Parcours.Domain.Hazards;

/// <summary>A stretch of days during which a customer can leave.</summary>
/// <param name="From">Its first local day.</param>
/// <param name="To">The day of leaving, or the last day followed.</param>
/// <param name="Left">Whether it ended by leaving.</param>
internal readonly record struct Spell(int From, int To, bool Left);
