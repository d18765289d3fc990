namespace Parcours.Statistics.Learners;

/// <summary>How much a feature moved a score.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Amount">Added to the score: in log-odds for a probability, in the amount's unit for a value; above 0 speaks for the outcome.</param>
public readonly record struct FeatureContribution(string Feature, double Amount);
