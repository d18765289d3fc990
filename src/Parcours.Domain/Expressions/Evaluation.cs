using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>The answer to a condition at an instant.</summary>
/// <param name="Value">Whether it holds.</param>
/// <param name="Until">The instant at which the answer changes by itself if nothing new happens; <see cref="Instant.Never"/> when it does not.</param>
public readonly record struct Evaluation(bool Value, Instant Until);
