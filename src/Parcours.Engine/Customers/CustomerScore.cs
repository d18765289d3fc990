namespace Parcours.Engine.Customers;

/// <summary>A score of a customer, with why.</summary>
/// <param name="Definition">What it scores, as "stopped-buying".</param>
/// <param name="Name">Its name, as shown.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="At">The date it was computed for, as ISO 8601.</param>
/// <param name="Model">The learner behind it.</param>
/// <param name="Version">The model's version.</param>
/// <param name="LearntAt">The date the model learnt from, as ISO 8601.</param>
/// <param name="Reasons">The main reasons, the strongest first.</param>
public sealed record CustomerScore(string Definition, string Name, double Probability, string At, string Model, int Version, string LearntAt, IReadOnlyList<string> Reasons);
