using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Predictions;

/// <summary>What the reader of a forecast must be told.</summary>
/// <param name="Code">For machines, in snake case, as "few_customers".</param>
/// <param name="Sentence">For people: what it means, and what stands in for the forecast.</param>
public sealed record ModelWarning(string Code, LocalText Sentence);
