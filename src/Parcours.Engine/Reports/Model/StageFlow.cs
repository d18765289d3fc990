namespace Parcours.Engine.Reports.Model;

/// <summary>How many subjects stood in one stage at the start and stand in another, or the same, at the end.</summary>
/// <param name="From">The stage at the start; -1 for those without a fact yet.</param>
/// <param name="To">The stage at the end.</param>
/// <param name="Subjects">How many.</param>
internal sealed record StageFlow(int From, int To, long Subjects);
