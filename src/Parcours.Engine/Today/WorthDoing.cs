namespace Parcours.Engine.Today;

/// <summary>Something worth doing, with its reason and its money.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subjects">For how many.</param>
/// <param name="Money">What is at stake, in minor units.</param>
/// <param name="StageId">The stage they stand in.</param>
public sealed record WorthDoing(WorthDoingKind Kind, long Subjects, double Money, string StageId);
