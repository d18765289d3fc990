namespace Parcours.Engine.Lifecycles;

/// <summary>A cell of an adoption's cross-table.</summary>
/// <param name="Before">The stage before, by id.</param>
/// <param name="After">The stage after, by id.</param>
/// <param name="Subjects">How many subjects.</param>
public sealed record AdoptionCell(string Before, string After, long Subjects);
