using Parcours.Domain.Expressions;

namespace Parcours.Domain.Lifecycles;

/// <summary>A rule of a lifecycle: the first that holds, in the order of the definition, decides the stage.</summary>
/// <param name="Stage">The stage it leads to, by index.</param>
/// <param name="Because">Why, in words, when the definition says it; null when the condition speaks for itself.</param>
/// <param name="When">The condition, with where it stands in the file.</param>
public sealed record StageRule(int Stage, LocalText? Because, SourceText When);
