namespace Parcours.Engine.Churn;

/// <summary>A choice of learner with its number: what a score was made by, so that two files of scores can be told apart.</summary>
/// <param name="Selection">How the learner was chosen.</param>
/// <param name="Version">1 for the first choice kept in a workspace; one more whenever another learner is chosen or the definition changes.</param>
internal sealed record ChurnModel(ChurnSelection Selection, int Version);
