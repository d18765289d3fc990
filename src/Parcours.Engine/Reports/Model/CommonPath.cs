namespace Parcours.Engine.Reports.Model;

/// <summary>A sequence of stages that many subjects went through.</summary>
/// <param name="Stages">The stages, in order.</param>
/// <param name="GoesOn">Whether it goes on beyond the stages shown.</param>
/// <param name="Subjects">How many.</param>
/// <param name="Share">Their share of the base.</param>
/// <param name="SpendPerSubject">Mean net spend, in minor units; null when unknown.</param>
internal sealed record CommonPath(IReadOnlyList<int> Stages, bool GoesOn, long Subjects, double Share, double? SpendPerSubject);
