namespace Parcours.Engine.Segments.Discovery;

/// <summary>A condition that comes near to a group, and how near.</summary>
/// <param name="Where">The condition, in the language.</param>
/// <param name="Members">How many it holds for, in the group or not.</param>
/// <param name="Precision">The share of those it holds for who are in the group, 0 to 1.</param>
/// <param name="Recall">The share of the group it holds for, 0 to 1.</param>
public sealed record ProposedRule(string Where, int Members, double Precision, double Recall);
