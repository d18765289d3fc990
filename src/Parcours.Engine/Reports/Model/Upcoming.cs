namespace Parcours.Engine.Reports.Model;

/// <summary>The changes that time alone will bring after the report's date.</summary>
/// <param name="Days">How far ahead.</param>
/// <param name="Moves">The changes by stage reached, most first.</param>
internal sealed record Upcoming(int Days, IReadOnlyList<UpcomingMove> Moves);
