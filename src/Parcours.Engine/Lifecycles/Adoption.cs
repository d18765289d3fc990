using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>A "definition changed" entry: thresholds frozen at what they were worth at a date.</summary>
/// <param name="Lifecycle">The lifecycle's id.</param>
/// <param name="At">The date the values were read at.</param>
/// <param name="Note">Why, in the operator's words; empty when nothing was said.</param>
/// <param name="Thresholds">The frozen value of each threshold, by name.</param>
/// <param name="Formulas">How each was found, by name.</param>
/// <param name="CrossTable">How many subjects stood in one stage before and in another (or the same) after, at that date.</param>
public sealed record Adoption(
    string Lifecycle,
    Instant At,
    string Note,
    IReadOnlyDictionary<string, Period> Thresholds,
    IReadOnlyDictionary<string, string> Formulas,
    IReadOnlyList<AdoptionCell> CrossTable);
