namespace Parcours.Engine.Reports.Model;

/// <summary>Subjects that will change to a stage if nothing happens.</summary>
/// <param name="To">The stage reached.</param>
/// <param name="Subjects">How many.</param>
/// <param name="SpendLastYear">What they spent over the observed year, in minor units.</param>
internal sealed record UpcomingMove(int To, long Subjects, long SpendLastYear);
